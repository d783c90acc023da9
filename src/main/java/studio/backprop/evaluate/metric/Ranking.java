package studio.backprop.evaluate.metric;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Class scores of each example, and the metrics based on them. Ties: the earlier class ranks first. Immutable; arrays are not copied.
 *
 * @param truth true class of each example
 * @param scores [example][class]; some metrics need probabilities
 */
public record Ranking(int[] truth, double[][] scores) {
  public int classes() {
    return scores.length == 0 ? 0 : scores[0].length;
  }

  /** Argmax of each example. */
  public int[] predicted() {
    int[] predicted = new int[scores.length];
    for (int i = 0; i < scores.length; i++) {
      for (int c = 1; c < scores[i].length; c++) {
        predicted[i] = scores[i][c] > scores[i][predicted[i]] ? c : predicted[i];
      }
    }
    return predicted;
  }

  /** Top-k accuracy. */
  public double topK(int k) {
    return (double) IntStream.of(before()).filter(before -> before < k).count() / truth.length;
  }

  /** Rank of the true class of each example, from 0. */
  public int[] before() {
    int[] before = new int[truth.length];
    for (int i = 0; i < truth.length; i++) {
      for (int c = 0; c < scores[i].length; c++) {
        boolean larger = scores[i][c] > scores[i][truth[i]] || scores[i][c] == scores[i][truth[i]] && c < truth[i];
        before[i] += larger ? 1 : 0;
      }
    }
    return before;
  }

  /** −mean ln p of the true class, p clipped to [ε, 1 − ε]. */
  public double logLoss() {
    double[] parts = new double[truth.length];
    for (int i = 0; i < parts.length; i++) {
      double sum = 0;
      for (double p : scores[i]) {
        sum += clipped(p);
      }
      parts[i] = -Math.log(clipped(clipped(scores[i][truth[i]]) / sum));
    }
    return Statistics.mean(parts);
  }

  /** Clips to [ε, 1 − ε] with the machine epsilon. */
  public static double clipped(double p) {
    return Math.min(1 - Statistics.EPSILON, Math.max(Statistics.EPSILON, p));
  }

  /** Multiclass Brier score (Brier 1950): mean of Σ (p − y)² over classes. */
  public double brier() {
    double[] parts = new double[truth.length];
    for (int i = 0; i < parts.length; i++) {
      for (int c = 0; c < scores[i].length; c++) {
        double gap = scores[i][c] - (c == truth[i] ? 1 : 0);
        parts[i] += gap * gap;
      }
    }
    return Statistics.mean(parts);
  }

  /** Confidence against accuracy, in bins of equal width. */
  public Reliability reliability(int bins) {
    return reliability(bins, false);
  }

  /** @param equalCount quantile bins instead of equal width */
  public Reliability reliability(int bins, boolean equalCount) {
    int[] predicted = predicted();
    double[] confidence = IntStream.range(0, truth.length).mapToDouble(i -> scores[i][predicted[i]]).toArray();
    boolean[] correct = new boolean[truth.length];
    for (int i = 0; i < correct.length; i++) {
      correct[i] = predicted[i] == truth[i];
    }
    return equalCount ? Reliability.quantile(confidence, correct, bins) : Reliability.ofConfidence(confidence, correct, bins);
  }

  public BinaryCurve oneAgainstRest(int index) {
    boolean[] positive = new boolean[truth.length];
    double[] score = new double[truth.length];
    for (int i = 0; i < truth.length; i++) {
      positive[i] = truth[i] == index;
      score[i] = scores[i][index];
    }
    return BinaryCurve.of(positive, score);
  }

  /** Calibration error of one class in bins of equal width (Nixon et al. 2019); NaN without examples. */
  public double calibrationError(int index, int bins) {
    boolean[] positive = new boolean[truth.length];
    double[] score = new double[truth.length];
    for (int i = 0; i < truth.length; i++) {
      positive[i] = truth[i] == index;
      score[i] = scores[i][index];
    }
    return Reliability.uniform(score, positive, bins).expectedError();
  }

  /** One-vs-rest ROC AUC of a class; NaN if undefined. */
  public double auc(int index) {
    return aucOf(oneAgainstRest(index));
  }

  /** One-vs-rest average precision of a class; NaN if undefined. */
  public double averagePrecision(int index) {
    return oneAgainstRest(index).precisionRecall().map(PrecisionRecallCurve::averagePrecision).orElse(Double.NaN);
  }

  private static double aucOf(BinaryCurve curve) {
    return curve.roc(true).map(RocCurve::auc).orElse(Double.NaN);
  }

  /** Micro average of one-vs-rest ROC AUC. */
  public double aucMicro() {
    int classes = classes();
    boolean[] positive = new boolean[truth.length * classes];
    double[] score = new double[positive.length];
    for (int i = 0; i < positive.length; i++) {
      positive[i] = truth[i / classes] == i % classes;
      score[i] = scores[i / classes][i % classes];
    }
    return aucOf(BinaryCurve.of(positive, score));
  }

  /** Mean one-vs-rest ROC AUC (Provost & Domingos 2000); empty if a class does not occur. @param weighted by prevalence */
  public Optional<Double> aucOneAgainstRest(boolean weighted) {
    long[] support = support();
    if (IntStream.range(0, classes()).anyMatch(c -> support[c] == 0 || support[c] == truth.length)) {
      return Optional.empty();
    }
    double sum = 0;
    for (int c = 0; c < classes(); c++) {
      sum += auc(c) * (weighted ? (double) support[c] / truth.length : 1.0 / classes());
    }
    return Optional.of(sum);
  }

  /** Mean one-vs-one ROC AUC (Hand & Till 2001); empty if a class does not occur. @param weighted by prevalence */
  public Optional<Double> aucOneAgainstOne(boolean weighted) {
    long[] support = support();
    if (classes() < 2 || IntStream.range(0, classes()).anyMatch(c -> support[c] == 0)) {
      return Optional.empty();
    }
    double sum = 0;
    double weights = 0;
    for (int a = 0; a < classes(); a++) {
      for (int b = a + 1; b < classes(); b++) {
        double weight = weighted ? (double) (support[a] + support[b]) / truth.length : 1;
        sum += weight * (aucOf(pair(a, b)) + aucOf(pair(b, a))) / 2;
        weights += weight;
      }
    }
    return Optional.of(sum / weights);
  }

  private BinaryCurve pair(int positive, int negative) {
    int[] rows = IntStream.range(0, truth.length).filter(i -> truth[i] == positive || truth[i] == negative).toArray();
    boolean[] isPositive = new boolean[rows.length];
    double[] score = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      isPositive[i] = truth[rows[i]] == positive;
      score[i] = scores[rows[i]][positive];
    }
    return BinaryCurve.of(isPositive, score);
  }

  private long[] support() {
    long[] support = new long[classes()];
    for (int c : truth) {
      support[c]++;
    }
    return support;
  }
}
