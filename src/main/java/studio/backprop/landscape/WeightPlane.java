package studio.backprop.landscape;

/**
 * A plane through the space of all weights: origin + a · first + b · second.
 *
 * @param kind how it was laid
 * @param origin where a and b are 0
 * @param first direction; of length 1, but for a filter-normalized plane, where its parts have the lengths of the filters
 * @param second direction; all zeros where the weights leave no room for one
 * @param firstShare of the squared distances of all positions from the origin along the first direction; NaN where none were measured
 * @param secondShare along the second
 * @param positions from which the directions were found, 0 where they were drawn or given
 */
public record WeightPlane(
    Kind kind, float[] origin, double[] first, double[] second, double firstShare, double secondShare, int positions) {
  /** Ways of laying a plane. */
  public enum Kind {
    /** The network has two weights or one: the plane is all there is, and a and b are the weights themselves. */
    WEIGHTS,
    /** Principal components of the positions of runs, seen from the origin. */
    STEPS,
    /** Two random directions, each filter's part scaled to the filter's own norm. */
    RANDOM,
    /** Through three given points. */
    ENDS
  }

  /** Learned numbers. */
  public int weights() {
    return origin.length;
  }

  /** Writes the point at a and b. @param into room for {@link #weights} numbers */
  public void point(double a, double b, float[] into) {
    for (int i = 0; i < into.length; i++) {
      into[i] = (float) (origin[i] + a * first[i] + b * second[i]);
    }
  }

  /** The place on the plane that is nearest to a point: a and b. */
  public double[] project(float[] point) {
    double alongFirst = 0;
    double alongSecond = 0;
    double ff = 0;
    double ss = 0;
    double fs = 0;
    for (int i = 0; i < point.length; i++) {
      double difference = (double) point[i] - origin[i];
      alongFirst += difference * first[i];
      alongSecond += difference * second[i];
      ff += first[i] * first[i];
      ss += second[i] * second[i];
      fs += first[i] * second[i];
    }
    if (ss == 0) {
      return new double[] {ff == 0 ? 0 : alongFirst / ff, 0};
    }
    // least squares: the directions need not be at right angles, nor of length 1
    double determinant = ff * ss - fs * fs;
    return new double[] {(alongFirst * ss - alongSecond * fs) / determinant, (alongSecond * ff - alongFirst * fs) / determinant};
  }

  /** How far a point is off the plane: its distance from the place that {@link #project} gives. */
  public double off(float[] point) {
    double[] at = project(point);
    double sum = 0;
    for (int i = 0; i < point.length; i++) {
      double difference = (double) point[i] - origin[i] - at[0] * first[i] - at[1] * second[i];
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }
}
