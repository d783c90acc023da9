package studio.backprop.evaluate.metric;

/**
 * Precision against recall.
 *
 * @param precision one more than there are thresholds; the last is 1
 * @param recall falling; the last is 0
 * @param thresholds rising
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

  /** The area by trapezoids; it is too large, because precision is not linear between two points (Davis & Goadrich 2006). */
  public double trapezoidArea() {
    return RocCurve.area(recall, precision);
  }
}
