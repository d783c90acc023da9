package studio.backprop.doctor;

import java.util.List;
import java.util.stream.IntStream;
import studio.backprop.data.Dataset;
import studio.backprop.train.metric.ClassCount;

/**
 * Recall of each class on the validation part, at the loss's threshold. Immutable.
 *
 * @param names of the classes
 * @param found true positives of each class
 * @param support of each class
 */
public record ClassRecall(List<String> names, List<Integer> found, List<Integer> all) {
  /** Without single-label classes or examples. */
  public static final ClassRecall NONE = new ClassRecall(List.of(), List.of(), List.of());

  /** @param counted empty without classes */
  static ClassRecall of(Dataset data, List<ClassCount> counted) {
    if (data.answers() > 1 || counted.stream().allMatch(count -> count.examples() == 0)) {
      return NONE;
    }
    return new ClassRecall(List.copyOf(data.classNames()), counted.stream().map(count -> (int) count.correct()).toList(),
        counted.stream().map(count -> (int) count.examples()).toList());
  }

  /** Classes with examples. */
  public int[] classes() {
    return IntStream.range(0, all.size()).filter(k -> all.get(k) > 0).toArray();
  }

  /** NaN of a class that does not occur. */
  public double of(int index) {
    return all.get(index) == 0 ? Double.NaN : (double) found.get(index) / all.get(index);
  }

  /** Balanced accuracy; NaN without examples. */
  public double mean() {
    return IntStream.of(classes()).mapToDouble(this::of).average().orElse(Double.NaN);
  }

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
