package studio.backprop.evaluate.metric;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Pointwise 95 % bootstrap band of the ROC curve (vertical averaging, Fawcett 2006, with percentiles). Resamples of a single class are
 * skipped. Immutable.
 *
 * @param fpr grid from 0 to 1
 * @param low lower true positive rates
 * @param high upper true positive rates
 */
public record RocBand(double[] fpr, double[] low, double[] high) {
  private static final int PLACES = 101;

  /**
   * With the resamples of {@link Resamples}.
   *
   * @param order example indices by descending score
   * @param stop checked before each resample; then empty
   * @return empty if fewer than half of the resamples have a curve
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

  /** True positive rates on the grid: linear interpolation, upper end at jumps. */
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
