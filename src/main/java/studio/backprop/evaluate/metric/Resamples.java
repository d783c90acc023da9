package studio.backprop.evaluate.metric;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Bootstrap percentile intervals (Efron 1979) of several statistics on the same resamples. Deterministic, parallel. */
public final class Resamples {
  /** Statistics of weighted examples. Thread-safe. */
  public interface Weighted {
    /**
     * @param weights multiplicity of each example
     * @return statistics in a fixed order, NaN if undefined
     */
    double[] of(int[] weights);
  }

  private Resamples() {
  }

  /**
   * 95 % interval of each statistic; undefined if fewer than half of the resamples define it, or all agree.
   *
   * @param stop checked before each resample; then all intervals are undefined
   */
  public static Interval[] intervals(int examples, int statistics, int resamples, Weighted weighted, BooleanSupplier stop) {
    double[][] values = new double[statistics][resamples];
    Arrays.stream(values).forEach(row -> Arrays.fill(row, Double.NaN));
    IntStream.range(0, resamples).parallel().forEach(r -> {
      if (!stop.getAsBoolean() && examples > 0) {
        double[] found = weighted.of(weights(examples, new SplittableRandom(r)));
        for (int s = 0; s < statistics; s++) {
          values[s][r] = found[s];
        }
      }
    });
    return Arrays.stream(values).map(Resamples::interval).toArray(Interval[]::new);
  }

  /** Multiplicity of each example in a resample. */
  static int[] weights(int examples, SplittableRandom random) {
    int[] weights = new int[examples];
    for (int i = 0; i < examples; i++) {
      weights[random.nextInt(examples)]++;
    }
    return weights;
  }

  private static Interval interval(double[] values) {
    double[] defined = Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
    if (defined.length == 0 || defined.length * 2 < values.length) {
      return Interval.UNDEFINED;
    }
    return new Interval(Statistics.quantile(defined, 0.025), Statistics.quantile(defined, 0.975));
  }
}
