package studio.backprop.ui.judge.evaluate;

import java.util.Arrays;
import studio.backprop.evaluate.metric.PrecisionRecallCurve;
import studio.backprop.evaluate.metric.RocCurve;

/**
 * One curve of a plane of two rates.
 *
 * @param index of its class
 * @param x level rates
 * @param y upright rates, as many
 * @param thresholds at the same places; NaN where a place has none
 * @param steps whether it goes level, then upright, from one place to the next, and not straight
 */
record PlotLine(int index, double[] x, double[] y, double[] thresholds, boolean steps) {
  static PlotLine of(int index, RocCurve curve) {
    return new PlotLine(index, curve.fpr(), curve.tpr(), curve.thresholds(), false);
  }

  /** Precision is not linear between two points, so that the curve goes in steps, as the average precision counts it. */
  static PlotLine of(int index, PrecisionRecallCurve curve) {
    double[] thresholds = Arrays.copyOf(curve.thresholds(), curve.thresholds().length + 1);
    thresholds[thresholds.length - 1] = Double.NaN;
    return new PlotLine(index, curve.recall(), curve.precision(), thresholds, true);
  }

  /** The place nearest to a point, in the plane's own px. */
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
