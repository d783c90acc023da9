package studio.backprop.lesson.play;

import studio.backprop.lesson.Directive.CurveShape;
import studio.backprop.lesson.check.CheckedQuantity;
import studio.backprop.lesson.check.CheckedQuantity.Subject;
import studio.backprop.lesson.check.Expression;

/** Classification of a curve's shape by its ends, minimum and range. */
public final class Curves {
  /** Relative change below which a curve counts as flat. */
  private static final double FLAT = 0.1;
  private static final double EXPLODED = 10;
  /** Depth of the minimum below the end, as a fraction of the range, for a dip. */
  private static final double DIP = 0.25;

  /** Distance to the plot's edge within which a drawn curve counts as leaving it. */
  private static final double EDGE = 0.25;

  private Curves() {}

  /**
   * Shape of a drawn curve: it explodes if and only if it leaves the plot at the top, as its course beyond the plot is unknown.
   *
   * @param powers heights as log₁₀ relative to its first value
   * @param most height of the plot
   */
  public static CurveShape drawn(double[] powers, double most) {
    double[] values = new double[powers.length];
    for (int i = 0; i < powers.length; i++) {
      values[i] = Math.pow(10, powers[i]);
    }
    CurveShape shape = shape(values);
    return powers[powers.length - 1] > most - EDGE ? CurveShape.EXPLODES : shape == CurveShape.EXPLODES ? CurveShape.RISES : shape;
  }

  /** Whether a drawn curve is right: one that ends above its beginning rises, even if it falls first. */
  public static boolean fits(double[] powers, double most, CurveShape answer) {
    CurveShape shape = drawn(powers, most);
    boolean rises = shape == CurveShape.DIPS && powers[powers.length - 1] - powers[0] > Math.log10(1 + FLAT);
    return shape == answer || answer == CurveShape.RISES && rises;
  }

  /**
   * Expression for the first value of a curve from now: metrics of a batch or epoch are known only after it, so all training examples are
   * evaluated instead.
   */
  public static Expression now(Expression y) {
    return y.with(one -> one.subject() == Subject.BATCH || one.subject() == Subject.EPOCH
        ? new CheckedQuantity(one.lane(), one.start(), Subject.TRAIN, one.node(), one.name().equals("error") ? "mae" : one.name(),
            one.indices(), one.kind(), one.column())
        : one);
  }

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
