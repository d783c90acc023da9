package studio.backprop.evaluate.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reliability diagram: predicted against observed frequencies in bins of the prediction. Immutable.
 *
 * @param bins non-empty ones
 */
public record Reliability(List<Bin> bins) {

  /**
   * Non-empty bin.
   *
   * @param index from 0
   * @param predicted mean predicted probability
   * @param observed share of positives
   */
  public record Bin(int index, int count, double predicted, double observed) {
  }

  public Reliability {
    bins = List.copyOf(bins);
  }

  /**
   * Confidence against accuracy in bins (low, high] of equal width (Guo et al. 2017).
   *
   * @param confidence of the predicted class
   */
  public static Reliability ofConfidence(double[] confidence, boolean[] correct, int bins) {
    int[] bin = new int[confidence.length];
    for (int i = 0; i < bin.length; i++) {
      bin[i] = bin(confidence[i], bins);
    }
    return of(bin, confidence, correct, bins);
  }

  /** Bins are (low, high]; the first includes 0. */
  public static int bin(double probability, int bins) {
    return Math.max(0, Math.min(bins - 1, (int) Math.ceil(probability * bins) - 1));
  }

  /** Bins of equal width (scikit-learn's {@code calibration_curve}, strategy uniform). */
  public static Reliability uniform(double[] probability, boolean[] truth, int bins) {
    double step = 1.0 / bins;
    double[] edges = new double[bins - 1];
    for (int i = 0; i < edges.length; i++) {
      edges[i] = (i + 1) * step;
    }
    return between(edges, probability, truth);
  }

  /** Bins of equal count (scikit-learn's {@code calibration_curve}, strategy quantile). */
  public static Reliability quantile(double[] probability, boolean[] truth, int bins) {
    double step = 1.0 / bins;
    double[] sorted = Statistics.sorted(probability);
    double[] edges = new double[bins - 1];
    for (int i = 0; i < edges.length; i++) {
      edges[i] = Statistics.quantile(sorted, (i + 1) * step * 100 / 100);
    }
    return between(edges, probability, truth);
  }

  private static Reliability between(double[] edges, double[] probability, boolean[] truth) {
    int[] bin = new int[probability.length];
    for (int i = 0; i < bin.length; i++) {
      while (bin[i] < edges.length && edges[bin[i]] < probability[i]) {
        bin[i]++;
      }
    }
    return of(bin, probability, truth, edges.length + 1);
  }

  private static Reliability of(int[] bin, double[] predicted, boolean[] truth, int bins) {
    List<Bin> found = new ArrayList<>();
    for (int b = 0; b < bins; b++) {
      int index = b;
      double[] inside = new double[(int) Arrays.stream(bin).filter(i -> i == index).count()];
      int count = 0;
      int came = 0;
      for (int i = 0; i < bin.length; i++) {
        if (bin[i] == b) {
          inside[count++] = predicted[i];
          came += truth[i] ? 1 : 0;
        }
      }
      if (count > 0) {
        found.add(new Bin(b, count, Statistics.mean(inside), (double) came / count));
      }
    }
    return new Reliability(found);
  }

  /** Expected calibration error: Σ n_b ⁄ n · |predicted − observed| (Guo et al. 2017). */
  public double expectedError() {
    double all = bins.stream().mapToInt(Bin::count).sum();
    return bins.stream().mapToDouble(bin -> bin.count() / all * Math.abs(bin.predicted() - bin.observed())).sum();
  }

  /** Maximum calibration error. */
  public double largestError() {
    return bins.stream().mapToDouble(bin -> Math.abs(bin.predicted() - bin.observed())).max().orElse(Double.NaN);
  }
}
