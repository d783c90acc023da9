package studio.backprop.ui.kit;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes probabilities in percent, each rounded by itself, so that it is the number of which −ln p is taken beside it. Above 99.5 % and below 0.5 %
 * there are no decimals.
 */
public final class Shares {
  private Shares() {}

  /** @param decimals digits after the separator */
  public static List<String> percent(float[] shares, int decimals, Numbers numbers) {
    return IntStream.range(0, shares.length)
        .mapToObj(i -> Float.isFinite(shares[i]) ? numbers.probability(shares[i], decimals) : numbers.compact(shares[i])).toList();
  }
}
