package studio.backprop.evaluate.metric;

/**
 * A receiver operating characteristic.
 *
 * @param fpr false positive rates, rising from 0 to 1
 * @param tpr true positive rates at the same places
 * @param thresholds falling; the first is infinite
 */
public record RocCurve(double[] fpr, double[] tpr, double[] thresholds) {

  /** The area under the curve by trapezoids: how often a positive example scores higher than a negative one (Fawcett 2006). */
  public double auc() {
    return area(fpr, tpr);
  }

  /** Youden's J, the largest distance from the diagonal: tpr − fpr. */
  public double youden() {
    double best = 0;
    for (int i = 0; i < fpr.length; i++) {
      best = Math.max(best, tpr[i] - fpr[i]);
    }
    return best;
  }

  /** The area between a curve and the horizontal axis by trapezoids. */
  static double area(double[] x, double[] y) {
    double[] parts = new double[x.length - 1];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = (x[i + 1] - x[i]) * (y[i + 1] + y[i]) / 2;
    }
    return Math.abs(Statistics.sum(parts));
  }
}
