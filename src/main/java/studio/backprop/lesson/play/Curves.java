package studio.backprop.lesson.play;

import studio.backprop.lesson.Directive.CurveShape;

/** What shape a curve has: by its ends, its lowest value and its range, never by single values. */
public final class Curves {
  /** What changes by less than this part of its size stays as it is. */
  private static final double FLAT = 0.1;
  private static final double EXPLODED = 10;
  /** How far below the end the lowest value lies where a curve dips, as a part of its range. */
  private static final double DIP = 0.25;

  private Curves() {}

  /** Whether a curve is right: what ends above its beginning rises, also where it falls first. */
  public static boolean fits(double[] values, CurveShape answer) {
    CurveShape shape = shape(values);
    double first = values[0];
    double last = values[values.length - 1];
    boolean rises = shape == CurveShape.DIPS && last - first > FLAT * Math.max(Math.abs(first), Math.abs(last));
    return shape == answer || answer == CurveShape.RISES && rises;
  }

  /** The shape of a curve of at least two values, from the first to the last. */
  public static CurveShape shape(double[] values) {
    double first = values[0];
    double last = values[values.length - 1];
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      if (!Double.isFinite(value)) {
        return CurveShape.EXPLODES;
      }
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    double size = Math.max(Math.abs(first), Math.abs(last));
    if (last > EXPLODED * Math.abs(first) && last > first) {
      return CurveShape.EXPLODES;
    } else if (most - least <= FLAT * size) {
      return CurveShape.FLAT;
    }
    boolean dips = last - least > DIP * (most - least) && first - least > DIP * (most - least);
    return dips ? CurveShape.DIPS : last < first ? CurveShape.FALLS : CurveShape.RISES;
  }
}
