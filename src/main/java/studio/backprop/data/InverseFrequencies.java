package studio.backprop.data;

import java.util.Arrays;
import java.util.Optional;

/**
 * Balanced class weights of the training part: n ⁄ (k · n_c), with n_c of n targets in class c and k occurring classes, so that the mean
 * weight is 1. As scikit-learn's {@code class_weight='balanced'}; King and Zeng 2001.
 */
public final class InverseFrequencies {
  /**
   * A class of two is rare below a fifth of all (Google's Machine Learning Crash Course: "moderate" imbalance); with a margin for chance.
   */
  private static final double RARE = 5;

  private InverseFrequencies() {}

  /** Whether a class is so much rarer than the most frequent one that metrics over all examples hardly reflect it. */
  public static boolean isRare(long count, long most) {
    return count > 0 && most >= RARE * count;
  }

  /** Whether any class is rare. @param counts of each class */
  public static boolean areUnbalanced(long[] counts) {
    long most = Arrays.stream(counts).max().orElse(0);
    return Arrays.stream(counts).anyMatch(count -> isRare(count, most));
  }

  /** Whether the dataset has classes that can be weighted. */
  public static boolean apply(Dataset dataset) {
    return dataset.task() == Task.CLASSES;
  }

  /** Weight of each class; 1 for one that does not occur. Empty without classes or known targets. */
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

  /** Number of targets of each class in the training part; all known ones of an example count. */
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
