package studio.backprop.train.doctor;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import studio.backprop.data.Dataset;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Task;
import studio.backprop.train.predict.Predictions;
import studio.backprop.train.predict.Replica;

/**
 * How many examples of each class of the validation part are found, at the threshold of the loss. Immutable.
 *
 * @param names of the classes
 * @param found examples of each class that are taken for it
 * @param all examples of each class
 */
public record ClassRecall(List<String> names, List<Integer> found, List<Integer> all) {
  /** Where there are no classes, one to an example, or no examples. */
  public static final ClassRecall NONE = new ClassRecall(List.of(), List.of(), List.of());

  static ClassRecall of(Replica replica) {
    PreparedData data = replica.data();
    Dataset dataset = data.dataset();
    if (dataset.task() != Task.CLASSES || dataset.answers() > 1 || data.validationRows() == 0) {
      return NONE;
    }
    Predictions said = Predictions.of(replica, Set.of(Part.VALIDATION));
    int[] all = new int[dataset.classNames().size()];
    int[] found = new int[all.length];
    for (int row = 0; row < data.validationRows(); row++) {
      int truth = data.classOf(Part.VALIDATION, row);
      all[truth]++;
      found[truth] += said.classOf(Part.VALIDATION, row) == truth ? 1 : 0;
    }
    return new ClassRecall(List.copyOf(dataset.classNames()), IntStream.of(found).boxed().toList(), IntStream.of(all).boxed().toList());
  }

  /** The classes that occur. */
  public int[] classes() {
    return IntStream.range(0, all.size()).filter(k -> all.get(k) > 0).toArray();
  }

  /** NaN of a class that does not occur. */
  public double of(int index) {
    return all.get(index) == 0 ? Double.NaN : (double) found.get(index) / all.get(index);
  }

  /** The mean over the classes that occur: balanced accuracy; NaN without any. */
  public double mean() {
    return IntStream.of(classes()).mapToDouble(this::of).average().orElse(Double.NaN);
  }

  /** Of a class by its name; NaN of one that does not occur. */
  public double of(String name) {
    int index = names.indexOf(name);
    return index < 0 ? Double.NaN : of(index);
  }

  public int allFound() {
    return found.stream().mapToInt(Integer::intValue).sum();
  }

  public int examples() {
    return all.stream().mapToInt(Integer::intValue).sum();
  }
}
