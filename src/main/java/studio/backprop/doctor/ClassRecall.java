package studio.backprop.doctor;

import java.util.List;
import java.util.stream.IntStream;
import studio.backprop.data.Dataset;
import studio.backprop.train.metric.ClassCount;

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

  /** @param counted by class when the part was scored; nothing where no classes are told apart */
  static ClassRecall of(Dataset data, List<ClassCount> counted) {
    if (data.answers() > 1 || counted.stream().allMatch(count -> count.examples() == 0)) {
      return NONE;
    }
    return new ClassRecall(List.copyOf(data.classNames()), counted.stream().map(count -> (int) count.correct()).toList(),
        counted.stream().map(count -> (int) count.examples()).toList());
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
