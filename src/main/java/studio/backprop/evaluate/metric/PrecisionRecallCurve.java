package studio.backprop.evaluate.metric;

/**
 * Precision-recall curve. Immutable; arrays are not copied.
 *
 * @param precision one more than thresholds; the last is 1
 * @param recall descending; the last is 0
 * @param thresholds ascending
 */
public record PrecisionRecallCurve(double[] precision, double[] recall, double[] thresholds) {

  /** Σ (R_i − R_{i−1}) P_i, without interpolation (scikit-learn's {@code average_precision_score}). */
  public double averagePrecision() {
    double[] parts = new double[thresholds.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = (recall[i] - recall[i + 1]) * precision[i];
    }
    return Statistics.sum(parts);
  }

  /** Trapezoidal area, which is too optimistic (Davis & Goadrich 2006). */
  public double trapezoidArea() {
    return RocCurve.area(recall, precision);
  }
}
