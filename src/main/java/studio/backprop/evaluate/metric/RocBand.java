package studio.backprop.evaluate.metric;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Between which true positive rates 95 % of resamples have the ROC curve, at each false positive rate by itself (Fawcett 2006, vertical
 * averaging, with percentiles in place of a normal interval). Resamples without one of the two classes are left out. Immutable.
 *
 * @param fpr false positive rates, from 0 to 1
 * @param low the lower ends, as many
 * @param high the upper ends, as many
 */
public record RocBand(double[] fpr, double[] low, double[] high) {
  private static final int PLACES = 101;

  /**
   * Draws the same resamples as {@link Resamples}.
   *
   * @param order the places of the examples in falling order of their score
   * @param stop asked before each resample; if it says so, there is no band
   * @return empty where fewer than half of the resamples have a curve
   */
  public static Optional<RocBand> of(boolean[] truth, double[] score, int[] order, int resamples, BooleanSupplier stop) {
    double[][] curves = new double[resamples][];
    IntStream.range(0, resamples).parallel().forEach(r -> {
      if (!stop.getAsBoolean() && truth.length > 0) {
        curves[r] = curve(truth, score, order, Resamples.weights(truth.length, new SplittableRandom(r)));
      }
    });
    double[][] known = Arrays.stream(curves).filter(curve -> curve != null).toArray(double[][]::new);
    if (known.length == 0 || known.length * 2 < resamples) {
      return Optional.empty();
    }
    double[] fpr = IntStream.range(0, PLACES).mapToDouble(i -> i / (PLACES - 1.0)).toArray();
    double[] low = new double[PLACES];
    double[] high = new double[PLACES];
    for (int i = 0; i < PLACES; i++) {
      int place = i;
      double[] there = Arrays.stream(known).mapToDouble(curve -> curve[place]).sorted().toArray();
      low[i] = Statistics.quantile(there, 0.025);
      high[i] = Statistics.quantile(there, 0.975);
    }
    return Optional.of(new RocBand(fpr, low, high));
  }

  /** The true positive rate at each place: straight between two points of the curve, and the upper end where it rises. */
  private static double[] curve(boolean[] truth, double[] score, int[] order, int[] weights) {
    long positives = 0;
    long negatives = 0;
    for (int i = 0; i < truth.length; i++) {
      positives += truth[i] ? weights[i] : 0;
      negatives += truth[i] ? 0 : weights[i];
    }
    if (positives == 0 || negatives == 0) {
      return null;
    }
    double[] rates = new double[PLACES];
    int place = 0;
    double tp = 0;
    double fp = 0;
    int i = 0;
    while (i < order.length) {
      double tied = score[order[i]];
      double nextTp = tp;
      double nextFp = fp;
      while (i < order.length && score[order[i]] == tied) {
        nextTp += truth[order[i]] ? weights[order[i]] : 0;
        nextFp += truth[order[i]] ? 0 : weights[order[i]];
        i++;
      }
      for (; place < PLACES && wanted(place, negatives) < nextFp; place++) {
        rates[place] = (tp + (nextTp - tp) * (wanted(place, negatives) - fp) / (nextFp - fp)) / positives;
      }
      tp = nextTp;
      fp = nextFp;
    }
    Arrays.fill(rates, place, PLACES, 1);
    return rates;
  }

  private static double wanted(int place, long negatives) {
    return place * negatives / (PLACES - 1.0);
  }
}
