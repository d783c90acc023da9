package studio.backprop.evaluate.metric;

/**
 * The confusion matrix of two classes at one threshold, and the metrics that follow from it. A metric that would divide by zero is NaN,
 * except where scikit-learn defines it as 0.
 *
 * @param tn true negatives
 * @param fp false positives
 * @param fn false negatives
 * @param tp true positives
 */
public record BinaryCounts(long tn, long fp, long fn, long tp) {

  /**
   * Counts the examples; a score that equals the threshold is positive.
   *
   * @param truth whether each example is positive
   * @param score of the positive class
   */
  public static BinaryCounts at(double threshold, boolean[] truth, double[] score) {
    long[] counts = new long[4];
    for (int i = 0; i < truth.length; i++) {
      counts[(truth[i] ? 2 : 0) + (score[i] >= threshold ? 1 : 0)]++;
    }
    return new BinaryCounts(counts[0], counts[1], counts[2], counts[3]);
  }

  public long total() {
    return tn + fp + fn + tp;
  }

  /** What all mistakes cost together, by what one of each kind costs. */
  public double cost(double falsePositive, double falseNegative) {
    return fp * falsePositive + fn * falseNegative;
  }

  /** The share of correct predictions: (tp + tn) ⁄ n. */
  public double accuracy() {
    return (double) (tp + tn) / total();
  }

  /** tp ⁄ (tp + fp). */
  public double precision() {
    return (double) tp / (tp + fp);
  }

  /** tp ⁄ (tp + fn), the true positive rate. */
  public double recall() {
    return (double) tp / (tp + fn);
  }

  /** tn ⁄ (tn + fp), the true negative rate. */
  public double specificity() {
    return (double) tn / (tn + fp);
  }

  /** fp ⁄ (tn + fp), the false positive rate. */
  public double falsePositiveRate() {
    return (double) fp / (tn + fp);
  }

  /** 2tp ⁄ (2tp + fp + fn), the harmonic mean of precision and recall. */
  public double f1() {
    return fBeta(1);
  }

  /** (1 + β²)tp ⁄ ((1 + β²)tp + β²fn + fp): recall counts β times as much as precision (van Rijsbergen 1979). */
  public double fBeta(double beta) {
    double square = beta * beta;
    return (1 + square) * tp / ((1 + square) * tp + square * fn + fp);
  }

  /** tp ⁄ (tp + fp + fn), the intersection over union of true and predicted positives (Jaccard 1901). */
  public double iou() {
    return (double) tp / (tp + fp + fn);
  }

  /** The mean of recall and specificity; NaN if only one class occurs. */
  public double balancedAccuracy() {
    return (recall() + specificity()) / 2;
  }

  /** Matthews' correlation coefficient (Matthews 1975), from −1 to 1; 0 where its denominator is 0. */
  public double matthews() {
    double denominator = Math.sqrt((double) (tp + fp) * (tp + fn)) * Math.sqrt((double) (tn + fp) * (tn + fn));
    return denominator == 0 ? 0 : ((double) tp * tn - (double) fp * fn) / denominator;
  }

  /** Cohen's kappa (Cohen 1960): the agreement beyond that of chance; NaN if truth and predictions each know one class only. */
  public double kappa() {
    boolean oneTruth = tp + fn == 0 || tn + fp == 0;
    boolean onePrediction = tp + fp == 0 || tn + fn == 0;
    if (oneTruth && onePrediction) {
      return Double.NaN;
    }
    double n = total();
    double chance = ((double) (tp + fp) * (tp + fn) + (double) (tn + fp) * (tn + fn)) / (n * n);
    return (accuracy() - chance) / (1 - chance);
  }
}
