package studio.backprop.landscape;

/**
 * Plane in weight space: origin + a · first + b · second. Immutable; arrays are not copied.
 *
 * @param kind construction
 * @param origin at a = b = 0
 * @param first direction; of length 1, unless filter-normalized
 * @param second direction; zero for a single weight
 * @param firstShare explained share of the squared distances from the origin; NaN if unknown
 * @param secondShare of the second direction
 * @param positions number of positions of the principal components, else 0
 */
public record WeightPlane(
    Kind kind, float[] origin, double[] first, double[] second, double firstShare, double secondShare, int positions) {
  /** Construction of a plane. */
  public enum Kind {
    /** Whole weight space of one or two weights: a and b are the weights. */
    WEIGHTS,
    /** Principal components of positions relative to the origin. */
    STEPS,
    /** Two filter-normalized random directions. */
    RANDOM,
    /** Through three given points. */
    ENDS
  }

  /** Number of weights. */
  public int weights() {
    return origin.length;
  }

  /** @param into receives the point */
  public void point(double a, double b, float[] into) {
    for (int i = 0; i < into.length; i++) {
      into[i] = (float) (origin[i] + a * first[i] + b * second[i]);
    }
  }

  /** Orthogonal projection: a and b. */
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
    // least squares, as the directions need not be orthonormal
    double determinant = ff * ss - fs * fs;
    return new double[] {(alongFirst * ss - alongSecond * fs) / determinant, (alongSecond * ff - alongFirst * fs) / determinant};
  }

  /** Distance of a point from the plane. */
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
