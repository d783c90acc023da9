package studio.backprop.ui.kit;

/** Range of numbers with a margin. Starts empty and grows. Not thread-safe. */
public final class Span {
  private static final double ROOM = 0.08;

  private double low = Double.POSITIVE_INFINITY;
  private double high = Double.NEGATIVE_INFINITY;

  /** NaN is skipped. */
  public void add(double number) {
    if (Double.isFinite(number)) {
      low = Math.min(low, number);
      high = Math.max(high, number);
    }
  }

  public void add(Span other) {
    if (other.high >= other.low) {
      add(other.low);
      add(other.high);
    }
  }

  public double low() {
    return at(0);
  }

  public double high() {
    return at(1);
  }

  /** Largest absolute value. */
  public double largest() {
    return Math.max(Math.abs(low()), Math.abs(high()));
  }

  /** Length of the range, with the margin. */
  public double reach() {
    return length();
  }

  /** Relative position of a number, in [0, 1]. */
  public double shareOf(double number) {
    return (number - start()) / length();
  }

  public double at(double share) {
    return start() + share * length();
  }

  private double start() {
    return high > low ? low - ROOM * (high - low) : high == low ? low - 0.5 : 0;
  }

  private double length() {
    return high > low ? (1 + 2 * ROOM) * (high - low) : 1;
  }
}
