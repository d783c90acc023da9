package studio.backprop.lesson.play;

import studio.backprop.lesson.Directive.CurveShape;
import studio.backprop.lesson.check.CheckedQuantity;
import studio.backprop.lesson.check.CheckedQuantity.Subject;
import studio.backprop.lesson.check.Expression;

/** What shape a curve has: by its ends, its lowest value and its range, never by single values. */
public final class Curves {
  /** What changes by less than this part of its size stays as it is. */
  private static final double FLAT = 0.1;
  private static final double EXPLODED = 10;
  /** How far below the end the lowest value lies where a curve dips, as a part of its range. */
  private static final double DIP = 0.25;

  /** So near to its edge a drawn curve leaves the plot. */
  private static final double EDGE = 0.25;

  private Curves() {}

  /**
   * Shape of a drawn curve: as there is no telling how far it goes on beyond the plot, it explodes where it leaves it
   * at the top, and nowhere else.
   *
   * @param powers its heights, as powers of ten of where it begins
   * @param most the height of the plot
   */
  public static CurveShape drawn(double[] powers, double most) {
    double[] values = new double[powers.length];
    for (int i = 0; i < powers.length; i++) {
      values[i] = Math.pow(10, powers[i]);
    }
    CurveShape shape = shape(values);
    return powers[powers.length - 1] > most - EDGE ? CurveShape.EXPLODES : shape == CurveShape.EXPLODES ? CurveShape.RISES : shape;
  }

  /** Whether a drawn curve is right: what ends above its beginning rises, also where it falls first. */
  public static boolean fits(double[] powers, double most, CurveShape answer) {
    CurveShape shape = drawn(powers, most);
    boolean rises = shape == CurveShape.DIPS && powers[powers.length - 1] - powers[0] > Math.log10(1 + FLAT);
    return shape == answer || answer == CurveShape.RISES && rises;
  }

  /**
   * Where a curve begins that goes on from now: what a batch or an epoch is measured with is known only once it is over, so it is asked of
   * all training examples.
   */
  public static Expression now(Expression y) {
    return y.with(one -> one.subject() == Subject.BATCH || one.subject() == Subject.EPOCH
        ? new CheckedQuantity(one.lane(), one.start(), Subject.TRAIN, one.node(), one.name().equals("error") ? "mae" : one.name(),
            one.indices(), one.kind(), one.column())
        : one);
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
