package studio.backprop.train;

import java.util.Optional;
import studio.backprop.data.DataSettings;
import studio.backprop.data.Dataset;
import studio.backprop.data.DatasetCatalog;
import studio.backprop.data.DatasetInfo;
import studio.backprop.data.Task;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Message;

/**
 * What a network must fit: known for a bundled dataset before it is loaded, for a person's own table after.
 *
 * @param name how sentences name the data
 * @param input the shape of one example
 * @param task what is to be learned
 * @param classes how many there are, 0 for a regression
 * @param answers the shape of the answers to one example, a scalar where there is one
 */
public record DataForm(Message name, Shape input, Task task, int classes, Shape answers) {
  public static DataForm of(Dataset dataset) {
    return new DataForm(title(dataset.name()), dataset.inputShape(), dataset.task(), dataset.classNames().size(), dataset.about().targetShape());
  }

  private static Message title(String name) {
    return DatasetCatalog.find(name).map(DatasetInfo::title).orElse(Message.of("data.own", name));
  }

  public static Optional<DataForm> of(DataSettings settings) {
    return DatasetCatalog.find(settings.dataset()).map(DataForm::of);
  }

  private static DataForm of(DatasetInfo info) {
    return new DataForm(info.title(), info.inputShape(), info.task(), info.classes(), info.answers());
  }
}
