package studio.backprop.train.metric;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Mode coverage of a generator. Srivastava et al. 2017.
 *
 * @param counts generated examples near each mode
 * @param examples number of generated examples
 * @param judge test accuracy of the classifier that counts modes that are classes; empty of modes that are points
 */
public record ModeCoverage(int[] counts, int examples, OptionalDouble judge) {
  /** Largest Euclidean distance of an example from its mode. */
  public static final double NEAR = 0.1;
  /** Share of the examples that covers a mode: 20 of 1,000. */
  public static final double LEAST = 0.02;

  /**
   * @param modes [modes × width]
   * @param generated [examples × width]
   */
  public static ModeCoverage of(float[] modes, float[] generated, int width) {
    int[] counts = new int[modes.length / width];
    for (int at = 0; at < generated.length; at += width) {
      int nearest = 0;
      double least = Double.POSITIVE_INFINITY;
      for (int mode = 0; mode < counts.length; mode++) {
        double distance = distance(modes, mode * width, generated, at, width);
        nearest = distance < least ? mode : nearest;
        least = Math.min(least, distance);
      }
      counts[nearest] += least <= NEAR ? 1 : 0;
    }
    return new ModeCoverage(counts, generated.length / width, OptionalDouble.empty());
  }

  private static double distance(float[] a, int fromA, float[] b, int fromB, int width) {
    double squares = 0;
    for (int i = 0; i < width; i++) {
      double difference = (double) a[fromA + i] - b[fromB + i];
      squares += difference * difference;
    }
    return Math.sqrt(squares);
  }

  /** Number of covered modes. */
  public int covered() {
    return (int) Arrays.stream(counts).filter(count -> count >= LEAST * examples).count();
  }

  /** Whether no more than half of the modes are covered. */
  public boolean few() {
    return 2 * covered() <= counts.length;
  }

  /** Share of the examples near some mode. */
  public double share() {
    return examples == 0 ? Double.NaN : (double) Arrays.stream(counts).sum() / examples;
  }
}
