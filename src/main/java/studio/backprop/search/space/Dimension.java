package studio.backprop.search.space;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * A setting that a search may change, and the values among which it draws. The value of a trial is a number: of a span the setting itself,
 * of choices the place of the choice, from 0.
 *
 * @param name of the setting in its project, see {@link Searchables}
 * @param low the smallest number of a span; 0 of choices
 * @param high the largest, also allowed; the last place of choices
 * @param log whether each factor is as likely as any other, and not each distance
 * @param whole whether only whole numbers are drawn
 * @param choices as texts, in their order; empty for a span
 */
public record Dimension(String name, double low, double high, boolean log, boolean whole, List<String> choices) {
  /** Drawn numbers have so many digits that count: what a field shows is what was trained with. */
  private static final MathContext DIGITS = new MathContext(3);
  private static final double HALF = 0.5;

  public Dimension {
    choices = List.copyOf(choices);
    if (!(low <= high) || log && low <= 0) {
      throw new IllegalArgumentException(name + " from " + low + " to " + high);
    }
  }

  /** Numbers between two limits. */
  public static Dimension span(String name, double low, double high, boolean log, boolean whole) {
    return new Dimension(name, low, high, log, whole, List.of());
  }

  /** A few values, each as likely as any other. */
  public static Dimension choice(String name, List<String> choices) {
    return new Dimension(name, 0, choices.size() - 1.0, false, true, choices);
  }

  public boolean isChoice() {
    return !choices.isEmpty();
  }

  /** The value at a share of the way, by its scale: 0 the smallest, just under 1 the largest. */
  public double at(double share) {
    return isChoice() ? Math.min(choices.size() - 1, (int) (share * choices.size()))
        : value(innerLow() + share * (innerHigh() - innerLow()));
  }

  /** Where a value stands between the ends of an axis, from 0 to 1. */
  public double share(double value) {
    double from = inner(low);
    double to = inner(high);
    return to == from ? HALF : (inner(value) - from) / (to - from);
  }

  /** On the scale on which distances count: the logarithm where factors do. */
  public double inner(double value) {
    return log ? StrictMath.log(value) : value;
  }

  /** The lower end on that scale; whole numbers reach half a number further, so that all are as likely. */
  public double innerLow() {
    return inner(whole && !isChoice() ? low - HALF : low);
  }

  public double innerHigh() {
    return inner(whole && !isChoice() ? high + HALF : high);
  }

  /** The allowed value that is nearest on that scale. */
  public double value(double inner) {
    double plain = log ? StrictMath.exp(inner) : inner;
    double allowed = whole ? Math.rint(plain) : BigDecimal.valueOf(plain).round(DIGITS).doubleValue();
    return Math.max(low, Math.min(high, allowed));
  }

  /** A value as a project's setting is written: a number or the name of a choice. */
  public String written(double value) {
    if (isChoice()) {
      return choices.get((int) value);
    }
    return whole ? String.valueOf((long) value) : String.valueOf(value);
  }
}
