package studio.backprop.landscape;

/**
 * Where a run stood after a step: a point with one coordinate for each learned number. It no longer changes, so that it can be shared.
 *
 * @param step steps taken before
 * @param weights all learned numbers, in the order of a {@link WeightLayout}
 * @param states what layers keep by themselves, such as running means
 * @param length of the step that led here, 0 at the start
 * @param way the lengths of all steps so far together, also of those whose positions were not kept
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

  /** Whether all its numbers are finite. */
  boolean finite() {
    for (float weight : weights) {
      if (!Float.isFinite(weight)) {
        return false;
      }
    }
    return true;
  }
}
