package studio.backprop.worksheet;

import java.util.Arrays;
import java.util.Locale;

/** Functions of formulas. Bitwise reproducible, so that a variant has the same numbers on every machine. */
public enum SheetFunction {
  RELU,
  /** Derivative of ReLU: 1 above 0, else 0. */
  STEP,
  SIGMOID,
  TANH,
  EXP,
  LN,
  SQRT,
  ABS,
  MAX,
  MIN,
  /** {@code route(x, winner, gradient)}: the gradient where x is the winner, else 0. */
  ROUTE;

  private static final double SAME = 1e-9;

  double value(double... of) {
    double x = of[0];
    return switch (this) {
      case RELU -> Math.max(0, x);
      case STEP -> x > 0 ? 1 : 0;
      case SIGMOID -> 1 / (1 + StrictMath.exp(-x));
      case TANH -> StrictMath.tanh(x);
      case EXP -> StrictMath.exp(x);
      case LN -> StrictMath.log(x);
      case SQRT -> Math.sqrt(x);
      case ABS -> Math.abs(x);
      case MAX -> Arrays.stream(of).max().orElseThrow();
      case MIN -> Arrays.stream(of).min().orElseThrow();
      case ROUTE -> Math.abs(x - of[1]) < SAME ? of[2] : 0;
    };
  }

  static SheetFunction named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
