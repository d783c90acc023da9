package studio.backprop.ui.judge.evaluate;

import java.util.Arrays;
import studio.backprop.evaluate.metric.PrecisionRecallCurve;
import studio.backprop.evaluate.metric.RocCurve;

/**
 * Curve in a plane of two rates.
 *
 * @param index of its class
 * @param x horizontal rates
 * @param y vertical rates, of the same length
 * @param thresholds at the points; NaN for none
 * @param steps whether points are joined by steps (horizontal, then vertical), not straight lines
 */
record PlotLine(int index, double[] x, double[] y, double[] thresholds, boolean steps) {
  static PlotLine of(int index, RocCurve curve) {
    return new PlotLine(index, curve.fpr(), curve.tpr(), curve.thresholds(), false);
  }

  /** In steps: precision is not linear between two points, nor is it in the average precision. */
  static PlotLine of(int index, PrecisionRecallCurve curve) {
    double[] thresholds = Arrays.copyOf(curve.thresholds(), curve.thresholds().length + 1);
    thresholds[thresholds.length - 1] = Double.NaN;
    return new PlotLine(index, curve.recall(), curve.precision(), thresholds, true);
  }

  /** Index of the nearest point, in px of the plane. */
  int nearest(UnitPlane plane, double px, double py) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < x.length; i++) {
      double distance = Math.hypot(plane.x(x[i]) - px, plane.y(y[i]) - py);
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }
}
