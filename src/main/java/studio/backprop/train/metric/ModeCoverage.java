package studio.backprop.train.metric;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * How many of the modes of a distribution a generator makes examples of. Srivastava et al. 2017.
 *
 * @param counts how many generated examples lie near each mode
 * @param examples how many were generated
 * @param judge where classes of images are the modes, the accuracy of the classifier that counts them, on real examples that it has not
 *     learned from; empty where modes are places
 */
public record ModeCoverage(int[] counts, int examples, OptionalDouble judge) {
  /** An example lies near a mode up to this distance. */
  public static final double NEAR = 0.1;
  /** The share of the examples that covers a mode: 20 of 1,000. */
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

  /** How many modes enough examples lie near. */
  public int covered() {
    return (int) Arrays.stream(counts).filter(count -> count >= LEAST * examples).count();
  }

  /** Whether no more than half of the modes are covered. */
  public boolean few() {
    return 2 * covered() <= counts.length;
  }

  /** The share of the examples that lie near some mode. */
  public double share() {
    return examples == 0 ? Double.NaN : (double) Arrays.stream(counts).sum() / examples;
  }
}
