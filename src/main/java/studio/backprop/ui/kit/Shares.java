package studio.backprop.ui.kit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes shares of one in percent so that what is read adds up to 100: rounded down, and the rest goes to the largest remainders. Above 99.5 % and below
 * 0.5 % there are no decimals.
 */
public final class Shares {
  private Shares() {}

  /** @param decimals digits after the separator */
  public static List<String> percent(float[] shares, int decimals, Numbers numbers) {
    double unit = Math.pow(10, decimals);
    double[] exact = new double[shares.length];
    long[] units = new long[shares.length];
    double sum = 0;
    for (int i = 0; i < shares.length; i++) {
      exact[i] = shares[i] * 100 * unit;
      units[i] = (long) Math.floor(exact[i]);
      sum += exact[i];
    }
    long rest = Math.round(sum) - IntStream.range(0, units.length).mapToLong(i -> units[i]).sum();
    IntStream.range(0, units.length).boxed()
        .sorted(Comparator.comparingDouble(i -> units[i] - exact[i]))
        .limit(Math.max(0, rest))
        .forEach(i -> units[i]++);
    List<String> written = new ArrayList<>();
    for (int i = 0; i < units.length; i++) {
      written.add(Float.isFinite(shares[i]) ? numbers.probability(units[i] / unit / 100, decimals) : numbers.compact(shares[i]));
    }
    return written;
  }
}
