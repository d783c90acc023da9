package studio.backprop.evaluate.metric;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Classification report from a confusion matrix. Undefined metrics are NaN, and 0 in averages. Immutable. */
public final class ClassReport {
  /** [true class][predicted class]. */
  private final long[][] counts;
  private final long[] support;
  private final long[] predicted;
  private final long total;

  /** @param counts [true class][predicted class] */
  public ClassReport(long[][] counts) {
    int classes = counts.length;
    this.counts = new long[classes][];
    this.support = new long[classes];
    this.predicted = new long[classes];
    for (int t = 0; t < classes; t++) {
      this.counts[t] = counts[t].clone();
      for (int p = 0; p < classes; p++) {
        support[t] += counts[t][p];
        predicted[p] += counts[t][p];
      }
    }
    this.total = Arrays.stream(support).sum();
  }

  public static ClassReport of(int[] truth, int[] predictions, int classes) {
    long[][] counts = new long[classes][classes];
    for (int i = 0; i < truth.length; i++) {
      counts[truth[i]][predictions[i]]++;
    }
    return new ClassReport(counts);
  }

  public int classes() {
    return counts.length;
  }

  public long count(int truth, int prediction) {
    return counts[truth][prediction];
  }

  public long support(int index) {
    return support[index];
  }

  /** Classes without examples; 0 in macro averages. */
  public IntStream absent() {
    return IntStream.range(0, classes()).filter(c -> support[c] == 0);
  }

  public long total() {
    return total;
  }

  private long correct() {
    return IntStream.range(0, classes()).mapToLong(c -> counts[c][c]).sum();
  }

  public double accuracy() {
    return (double) correct() / total;
  }

  /** NaN if the class is never predicted. */
  public double precision(int index) {
    return (double) counts[index][index] / predicted[index];
  }

  /** NaN if the class never occurs. */
  public double recall(int index) {
    return (double) counts[index][index] / support[index];
  }

  /** NaN if the class neither occurs nor is predicted. */
  public double f1(int index) {
    return 2.0 * counts[index][index] / (support[index] + predicted[index]);
  }

  /** Intersection over union (Jaccard 1901); NaN if the class neither occurs nor is predicted. */
  public double iou(int index) {
    return (double) counts[index][index] / (support[index] + predicted[index] - counts[index][index]);
  }

  /** Mean recall of the classes that occur. */
  public double balancedAccuracy() {
    return IntStream.range(0, classes()).filter(c -> support[c] > 0).mapToDouble(this::recall).average().orElse(Double.NaN);
  }

  /** Macro average. */
  public double macro(IntToDoubleFunction metric) {
    return IntStream.range(0, classes()).mapToDouble(c -> orZero(metric.applyAsDouble(c))).sum() / classes();
  }

  /** Average weighted by support. */
  public double weighted(IntToDoubleFunction metric) {
    return IntStream.range(0, classes()).mapToDouble(c -> support[c] == 0 ? 0 : orZero(metric.applyAsDouble(c)) * support[c]).sum() / total;
  }

  /** Micro average of precision, recall and F1: the accuracy. */
  public double micro() {
    return accuracy();
  }

  private static double orZero(double value) {
    return Double.isNaN(value) ? 0 : value;
  }

  /** Cohen's kappa (1960); NaN if truth and predictions are one and the same class. */
  public double kappa() {
    double chance = expected() / ((double) total * total);
    return (accuracy() - chance) / (1 - chance);
  }

  /** Multiclass Matthews correlation coefficient (Gorodkin 2004); 0 if its denominator is 0. */
  public double matthews() {
    double square = (double) total * total;
    double ofTruth = square - IntStream.range(0, classes()).mapToDouble(c -> (double) support[c] * support[c]).sum();
    double ofPredictions = square - IntStream.range(0, classes()).mapToDouble(c -> (double) predicted[c] * predicted[c]).sum();
    double denominator = Math.sqrt(ofTruth) * Math.sqrt(ofPredictions);
    return denominator == 0 ? 0 : ((double) correct() * total - expected()) / denominator;
  }

  private double expected() {
    return IntStream.range(0, classes()).mapToDouble(c -> (double) support[c] * predicted[c]).sum();
  }
}
