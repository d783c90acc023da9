package studio.backprop.data;

import java.util.Arrays;
import java.util.Optional;

/**
 * Balanced class weights of the training part: n ⁄ (k · n_c) for a class with n_c of n answers, where k classes occur, so that every class
 * counts as much as any other and the mean weight of an answer is 1. As scikit-learn's {@code class_weight='balanced'}; King and Zeng 2001.
 */
public final class InverseFrequencies {
  /**
   * A class of two is rare from a fifth of all on (Google's Machine Learning Crash Course: "moderate" imbalance); a little beyond that it
   * is not by chance.
   */
  private static final double RARE = 5;

  private InverseFrequencies() {}

  /** Whether a class is so much rarer than the most frequent one that metrics over all examples hardly see it. */
  public static boolean isRare(long count, long most) {
    return count > 0 && most >= RARE * count;
  }

  /** Whether a class is rare. @param counts of each class */
  public static boolean areUnbalanced(long[] counts) {
    long most = Arrays.stream(counts).max().orElse(0);
    return Arrays.stream(counts).anyMatch(count -> isRare(count, most));
  }

  /** Whether these data have classes that can be weighed. */
  public static boolean apply(Dataset dataset) {
    return dataset.task() == Task.CLASSES;
  }

  /** A weight for each class; 1 for one that does not occur. Empty where the answers are no classes, or none is known. */
  public static Optional<double[]> of(PreparedData data) {
    if (!apply(data.dataset())) {
      return Optional.empty();
    }
    long[] counts = counts(data);
    long all = Arrays.stream(counts).sum();
    long occurring = Arrays.stream(counts).filter(count -> count > 0).count();
    return all == 0
        ? Optional.empty()
        : Optional.of(Arrays.stream(counts).mapToDouble(count -> count == 0 ? 1 : (double) all / (occurring * count)).toArray());
  }

  /** How many answers of the training part each class has; of an example with several answers all that are known. */
  public static long[] counts(PreparedData data) {
    long[] counts = new long[data.dataset().classNames().size()];
    for (int row = 0; row < data.trainRows(); row++) {
      for (int place = 0; place < data.dataset().answers(); place++) {
        float answer = data.rawTarget(Part.TRAIN, row, place);
        if (!Float.isNaN(answer)) {
          counts[(int) answer]++;
        }
      }
    }
    return counts;
  }
}
