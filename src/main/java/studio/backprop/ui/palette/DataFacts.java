package studio.backprop.ui.palette;

import java.util.List;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Task;
import studio.backprop.text.Message;

/**
 * What is known of data once they are loaded.
 *
 * @param rows examples that can be used
 * @param shape of one example
 * @param classes how many there are, 0 for a regression
 * @param target what is predicted
 * @param train rows to learn from
 * @param validation rows to choose by
 * @param test rows to look at last
 * @param testGiven whether the data came with test rows of their own
 * @param notes what was left out or filled in
 * @param preview a small picture
 */
record DataFacts(
    int rows,
    String shape,
    int classes,
    String name,
    String target,
    int train,
    int validation,
    int test,
    boolean testGiven,
    List<Message> notes,
    DataPreview preview) {
  static DataFacts of(PreparedData data) {
    return new DataFacts(
        data.dataset().rows(),
        data.dataset().inputShape().toString(),
        data.dataset().task() == Task.CLASSES ? data.dataset().classNames().size() : 0,
        data.dataset().name(),
        data.dataset().about().targetName(),
        data.trainRows(),
        data.validationRows(),
        data.testRows(),
        data.dataset().about().givenTestRows() > 0,
        data.notes(),
        DataPreview.of(data));
  }
}
