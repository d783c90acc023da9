package studio.backprop.ui.kit;

/** From where to where some numbers reach, with a little room around them. Starts empty and grows. */
public final class Span {
  private static final double ROOM = 0.08;

  private double low = Double.POSITIVE_INFINITY;
  private double high = Double.NEGATIVE_INFINITY;

  /** Missing numbers are left out. */
  public void add(double number) {
    if (Double.isFinite(number)) {
      low = Math.min(low, number);
      high = Math.max(high, number);
    }
  }

  /** Reaches as far as the other one too. */
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

  /** The size of its largest number. */
  public double largest() {
    return Math.max(Math.abs(low()), Math.abs(high()));
  }

  /** How far it reaches, with the room around. */
  public double reach() {
    return length();
  }

  /** Where a number stands, 0 to 1. */
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
