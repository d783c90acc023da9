package studio.backprop.evaluate.metric;

/**
 * Receiver operating characteristic. Immutable; arrays are not copied.
 *
 * @param fpr false positive rates, ascending from 0 to 1
 * @param tpr true positive rates
 * @param thresholds descending; the first is infinite
 */
public record RocCurve(double[] fpr, double[] tpr, double[] thresholds) {

  /** Area under the curve by trapezoids. */
  public double auc() {
    return area(fpr, tpr);
  }

  /** Youden's J, max(tpr − fpr). */
  public double youden() {
    double best = 0;
    for (int i = 0; i < fpr.length; i++) {
      best = Math.max(best, tpr[i] - fpr[i]);
    }
    return best;
  }

  /** Trapezoidal rule. */
  static double area(double[] x, double[] y) {
    double[] parts = new double[x.length - 1];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = (x[i + 1] - x[i]) * (y[i + 1] + y[i]) / 2;
    }
    return Math.abs(Statistics.sum(parts));
  }
}
