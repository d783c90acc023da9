package studio.backprop.landscape;

/**
 * Position of a run in weight space after a step. Immutable; arrays are not copied.
 *
 * @param step completed steps
 * @param weights trained parameters in the order of a {@link WeightLayout}
 * @param states state of layers, such as running means
 * @param length length of the last step; 0 at the start
 * @param way path length so far, with dropped positions
 */
public record WeightPosition(long step, float[] weights, float[] states, double length, double way) {
  /** ‖a − b‖. */
  static double distance(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double difference = (double) a[i] - b[i];
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }

  boolean finite() {
    for (float weight : weights) {
      if (!Float.isFinite(weight)) {
        return false;
      }
    }
    return true;
  }
}
