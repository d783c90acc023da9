package studio.backprop.evaluate.metric;

/** Binary confusion matrix at a threshold, with its metrics. Division by zero is NaN, except where scikit-learn defines 0. Immutable. */
public record BinaryCounts(long tn, long fp, long fn, long tp) {

  /** @param threshold inclusive @param score of the positive class */
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

  /** Total cost of errors. @param falsePositive cost of each @param falseNegative cost of each */
  public double cost(double falsePositive, double falseNegative) {
    return fp * falsePositive + fn * falseNegative;
  }

  /** (tp + tn) ⁄ n. */
  public double accuracy() {
    return (double) (tp + tn) / total();
  }

  /** tp ⁄ (tp + fp). */
  public double precision() {
    return (double) tp / (tp + fp);
  }

  /** tp ⁄ (tp + fn), true positive rate. */
  public double recall() {
    return (double) tp / (tp + fn);
  }

  /** tn ⁄ (tn + fp), true negative rate. */
  public double specificity() {
    return (double) tn / (tn + fp);
  }

  /** fp ⁄ (tn + fp). */
  public double falsePositiveRate() {
    return (double) fp / (tn + fp);
  }

  /** 2tp ⁄ (2tp + fp + fn). */
  public double f1() {
    return fBeta(1);
  }

  /** (1 + β²)tp ⁄ ((1 + β²)tp + β²fn + fp): recall weighs β times as much as precision (van Rijsbergen 1979). */
  public double fBeta(double beta) {
    double square = beta * beta;
    return (1 + square) * tp / ((1 + square) * tp + square * fn + fp);
  }

  /** tp ⁄ (tp + fp + fn), intersection over union (Jaccard 1901). */
  public double iou() {
    return (double) tp / (tp + fp + fn);
  }

  /** Mean of recall and specificity; NaN if only one class occurs. */
  public double balancedAccuracy() {
    return (recall() + specificity()) / 2;
  }

  /** Matthews correlation coefficient (1975), from −1 to 1; 0 if its denominator is 0. */
  public double matthews() {
    double denominator = Math.sqrt((double) (tp + fp) * (tp + fn)) * Math.sqrt((double) (tn + fp) * (tn + fn));
    return denominator == 0 ? 0 : ((double) tp * tn - (double) fp * fn) / denominator;
  }

  /** Cohen's kappa (1960); NaN if truth and predictions are constant. */
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
