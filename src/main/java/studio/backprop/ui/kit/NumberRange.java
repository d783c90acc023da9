package studio.backprop.ui.kit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import studio.backprop.text.Message;

/**
 * Range of a number field: −∞ and ∞ for no limit, {@code open} if {@code min} is excluded, {@code whole} for integers; step 0 is 1, 2, 5,
 * 10, …
 */
public record NumberRange(double min, boolean open, double max, boolean whole, double step) {
  /** Start of the 1, 2, 5 steps from a value of 0. */
  private static final double FIRST_ABOVE_ZERO = 1e-4;
  /** Upper limits beyond this are not displayed. */
  private static final double BEYOND_USE = 1e6;

  public NumberRange {
    if (!(min <= max)) {
      throw new IllegalArgumentException("a range must not be empty, but was " + min + " to " + max);
    }
    if (step == 0 && min < 0) {
      throw new IllegalArgumentException("1, 2, 5 steps are for positive numbers, but the least is " + min);
    }
  }

  /** Integers from min to max. */
  public static NumberRange whole(long min, long max) {
    return new NumberRange(min, false, max, true, 1);
  }

  public static NumberRange real(double min, double max, double step) {
    return new NumberRange(min, false, max, false, step);
  }

  /** Positive rates, in steps of 1, 2, 5. */
  public static NumberRange positive() {
    return new NumberRange(0, true, Double.POSITIVE_INFINITY, false, 0);
  }

  /** Text of the range; empty if every number is valid. */
  public Optional<Message> label(Numbers numbers) {
    boolean bounded = max < (whole ? Double.POSITIVE_INFINITY : BEYOND_USE);
    if (Double.isFinite(min) && bounded) {
      return Optional.of(Message.of("kit.range", numbers.entry(min), numbers.entry(max)));
    }
    if (Double.isInfinite(min)) {
      return Optional.empty();
    }
    return Optional.of(Message.of(open ? "kit.above" : "kit.atLeast", numbers.entry(min)));
  }

  /** Why a number is rejected; empty if it is valid. */
  public Optional<Message> refusal(double value, Numbers numbers) {
    if (whole && value != Math.rint(value)) {
      return Optional.of(Message.of("kit.notWhole", numbers.entry(value)));
    }
    if (value > max) {
      return Optional.of(Message.of("kit.tooLarge", numbers.entry(max), numbers.entry(value)));
    }
    if (value < min || open && value == min) {
      return Optional.of(Message.of(open ? "kit.notAbove" : "kit.tooSmall", numbers.entry(min), numbers.entry(value)));
    }
    return Optional.empty();
  }

  /** The next value up, clamped to the range. */
  public double more(double value) {
    double next = step == 0 ? along125(value, true) : round(value + step);
    return next <= max ? next : value;
  }

  /** The next value down, clamped to the range. */
  public double less(double value) {
    double next = step == 0 ? along125(value, false) : round(value - step);
    return next > min || next == min && !open ? next : value;
  }

  /** So that 0.1 + 0.2 gives 0.3. */
  private static double round(double value) {
    return new BigDecimal(value).round(new MathContext(12)).doubleValue();
  }

  private static double along125(double value, boolean up) {
    if (value == 0) {
      return up ? FIRST_ABOVE_ZERO : -1;
    }
    int power = (int) Math.floor(Math.log10(value)) - 1;
    double[] mantissas = {1, 2, 5};
    double below = 0;
    for (int i = 0; ; i++) {
      double candidate = Double.parseDouble(mantissas[i % 3] + "e" + (power + i / 3));
      if (candidate > value * (1 + 1e-9) && up) {
        return candidate;
      }
      if (candidate >= value * (1 - 1e-9) && !up) {
        return below;
      }
      below = candidate;
    }
  }
}
