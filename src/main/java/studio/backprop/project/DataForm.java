package studio.backprop.project;

import java.util.Optional;
import studio.backprop.data.DataSettings;
import studio.backprop.data.Dataset;
import studio.backprop.data.DatasetCatalog;
import studio.backprop.data.DatasetInfo;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Scaling;
import studio.backprop.data.Task;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Message;

/**
 * Shapes and task of a dataset. Known for a bundled dataset before it is loaded, for a user's table after.
 *
 * @param name in messages
 * @param input shape of one example
 * @param classes number of classes, 0 for a regression
 * @param targets shape of one example's target
 * @param tokens vocabulary size, 0 for numeric inputs
 * @param probabilities whether scaled targets are in [0, 1], such as grey values
 */
public record DataForm(Message name, Shape input, Task task, int classes, Shape targets, int tokens, boolean probabilities) {
  private static final int PICTURE_RANK = 3;

  /** @param scaling of the dataset */
  public static DataForm of(Dataset dataset, Scaling scaling) {
    boolean shares = scaling == Scaling.MIN_MAX && dataset.task() == Task.REGRESSION && dataset.isImages() && dataset.answersArePicture();
    return new DataForm(
        title(dataset.name()), dataset.inputShape(), dataset.task(), dataset.classNames().size(), dataset.about().targetShape(),
        dataset.text().map(text -> text.vocabulary().size()).orElse(0), shares);
  }

  public static DataForm of(PreparedData data) {
    return of(data.dataset(), data.scaling());
  }

  private static Message title(String name) {
    return DatasetCatalog.find(name).map(DatasetInfo::title).orElse(Message.of("data.own", name));
  }

  /** Form before loading; empty where loading is necessary: a user's table, or a bundled one without some columns. */
  public static Optional<DataForm> of(DataSettings settings) {
    return DatasetCatalog.find(settings.dataset())
        .filter(info -> settings.columns().leftOut().isEmpty() || !info.source().leavesOut())
        .map(info -> of(info.under(settings), settings));
  }

  private static DataForm of(DatasetInfo info, DataSettings settings) {
    boolean grey = info.kind() == DatasetInfo.Kind.IMAGES && info.answers().rank() == PICTURE_RANK && info.task() == Task.REGRESSION;
    return new DataForm(
        info.title(), info.inputShape(), info.task(), info.classes(), info.answers(), info.source().tokens(settings),
        grey && settings.scaling() == Scaling.MIN_MAX);
  }
}
