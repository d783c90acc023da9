package studio.backprop.search.space;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * Dimension of a search space: a numeric range or categorical choices. Values are numbers: the setting itself, or the index of a choice.
 * Immutable.
 *
 * @param name of the setting, see {@link Searchables}
 * @param low inclusive minimum; 0 of choices
 * @param high inclusive maximum; last index of choices
 * @param log whether the distribution is log-uniform
 * @param whole whether values are integers
 * @param choices categories; empty for a range
 */
public record Dimension(String name, double low, double high, boolean log, boolean whole, List<String> choices) {
  /** Significant digits of drawn values, as displayed. */
  private static final MathContext DIGITS = new MathContext(3);
  private static final double HALF = 0.5;

  public Dimension {
    choices = List.copyOf(choices);
    if (!(low <= high) || log && low <= 0) {
      throw new IllegalArgumentException(name + " from " + low + " to " + high);
    }
  }

  public static Dimension span(String name, double low, double high, boolean log, boolean whole) {
    return new Dimension(name, low, high, log, whole, List.of());
  }

  public static Dimension choice(String name, List<String> choices) {
    return new Dimension(name, 0, choices.size() - 1.0, false, true, choices);
  }

  public boolean isChoice() {
    return !choices.isEmpty();
  }

  /** Value at a quantile in [0, 1). */
  public double at(double share) {
    return isChoice() ? Math.min(choices.size() - 1, (int) (share * choices.size()))
        : value(innerLow() + share * (innerHigh() - innerLow()));
  }

  /** Position of a value on an axis, from 0 to 1. */
  public double share(double value) {
    double from = inner(low);
    double to = inner(high);
    return to == from ? HALF : (inner(value) - from) / (to - from);
  }

  /** Value on the dimension's linear or logarithmic scale. */
  public double inner(double value) {
    return log ? StrictMath.log(value) : value;
  }

  /** Lower end on that scale; integers extend by half, so that all are equally likely. */
  public double innerLow() {
    return inner(whole && !isChoice() ? low - HALF : low);
  }

  public double innerHigh() {
    return inner(whole && !isChoice() ? high + HALF : high);
  }

  /** Nearest allowed value to a point on that scale. */
  public double value(double inner) {
    double plain = log ? StrictMath.exp(inner) : inner;
    double allowed = whole ? Math.rint(plain) : BigDecimal.valueOf(plain).round(DIGITS).doubleValue();
    return Math.max(low, Math.min(high, allowed));
  }

  /** Text of a value in a project: number or name of a choice. */
  public String written(double value) {
    if (isChoice()) {
      return choices.get((int) value);
    }
    return whole ? String.valueOf((long) value) : String.valueOf(value);
  }
}
