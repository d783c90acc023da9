package studio.backprop.ui.kit;

import java.util.Arrays;
import java.util.stream.LongStream;

/** Axis ticks at round numbers. */
public final class Ticks {
  private static final double[] ROUND = {1, 2, 2.5, 5, 10};
  // 0.3 × 10 must be 3, however the product is rounded
  private static final double SLACK = 1e-9;

  private Ticks() {}

  /** At distances of 1, 2, 2.5 or 5 times a power of ten, at most {@code most}. */
  public static double[] linear(double low, double high, int most) {
    double[] ticks = multiples(low, high, step((high - low) / most));
    return ticks.length <= most ? ticks : multiples(low, high, step((high - low) / (most - 0.5)));
  }

  public static double[] whole(double low, double high, int most) {
    return multiples(low, high, Math.max(1, Math.ceil(step((high - low) / most))));
  }

  /** The smallest round step ≥ {@code least}. */
  private static double step(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double round : ROUND) {
      if (round * power >= least * (1 - SLACK)) {
        return round * power;
      }
    }
    return 10 * power;
  }

  private static double[] multiples(double low, double high, double step) {
    long first = (long) Math.ceil(low / step - SLACK);
    long last = (long) Math.floor(high / step + SLACK);
    return LongStream.rangeClosed(first, last).mapToDouble(i -> i * step).toArray();
  }

  /**
   * Logarithmic ticks: 1 and 3 of every decade, or its beginning only if these are too many; within one decade 1, 2 and 5, or linear ticks
   * if these are too few.
   */
  public static double[] log(double low, double high, int most) {
    double[] few = high / low < 10 ? decades(low, high, 1, 1, 2, 5) : decades(low, high, 1, 1, 3);
    if (few.length < 2) {
      return linear(low, high, most);
    }
    if (few.length <= most) {
      return few;
    }
    int every = 1;
    while (decades(low, high, every, 1).length > most) {
      every++;
    }
    return decades(low, high, every, 1);
  }

  private static double[] decades(double low, double high, int every, int... digits) {
    int first = Math.floorDiv((int) Math.floor(Math.log10(low)), every) * every;
    int last = (int) Math.ceil(Math.log10(high));
    return LongStream.rangeClosed(0, (last - first) / every)
        .mapToObj(i -> decade(first + (int) i * every, digits))
        .flatMapToDouble(Arrays::stream)
        .filter(tick -> tick >= low * (1 - SLACK) && tick <= high * (1 + SLACK))
        .toArray();
  }

  private static double[] decade(int exponent, int... digits) {
    return Arrays.stream(digits).mapToDouble(digit -> Double.parseDouble(digit + "e" + exponent)).toArray();
  }
}
