package studio.backprop.derivation;

import java.util.function.BiFunction;
import java.util.function.DoubleFunction;
import studio.backprop.layer.Loss;
import studio.backprop.layer.LossRule;
import studio.backprop.text.Latex;

/**
 * Loss of one prediction p with target t: rule in symbols and numbers, for TeX and plain text, and value. Immutable.
 *
 * @param form symbols and numbers
 * @param cost value
 */
public record NumberLoss(ClosedForm form, double cost) {
  /**
   * Notation of a formula.
   *
   * @param minus between symbols
   * @param times between symbols
   * @param timesNumber after a number
   * @param squared behind a bracket
   * @param max before the argument compared with 0
   * @param number a number
   * @param off one number minus another
   */
  public record Notation(
      String minus, String times, String timesNumber, String squared, String half, String delta, String halfDelta, String max,
      DoubleFunction<String> number, BiFunction<Double, Double, String> off) {
    /** Four significant digits. */
    static final Notation TEX = new Notation(
        " - ", "\\,", " \\cdot ", "^2", "\\frac{1}{2}", "\\delta", "\\frac{\\delta}{2}", "\\max(0,\\ ", Latex::number,
        (p, t) -> Latex.number(p) + ClosedForm.minus(t));

    /** Unicode text. */
    public static Notation plain(DoubleFunction<String> number, BiFunction<Double, Double, String> off) {
      return new Notation(" − ", " · ", " · ", "²", "½", "δ", "δ ⁄ 2", "max(0, ", number, off);
    }

    /** Formats a subtraction; of a negative number as addition. */
    private String minus(double value) {
      return (value < 0 ? " + " : minus) + number.apply(Math.abs(value));
    }
  }

  /** Target of the rule: of a hinge loss 1 or −1. */
  public static float wanted(Loss loss, float target) {
    return loss != Loss.HINGE ? target : target > 0 ? 1 : -1;
  }

  /** @param letter of the prediction */
  public static NumberLoss of(LossRule rule, double p, double t, String letter, Notation in) {
    double delta = rule.delta();
    double error = Math.abs(p - t);
    String letters = letter + in.minus() + "t";
    String off = in.off().apply(p, t);
    return switch (rule.loss()) {
      case MAE -> new NumberLoss(new ClosedForm("|" + letters + "|", "|" + off + "|"), error);
      case HUBER -> error > delta
          ? new NumberLoss(
              new ClosedForm(
                  in.delta() + in.times() + "(|" + letters + "|" + in.minus() + in.halfDelta() + ")",
                  in.number().apply(delta) + in.timesNumber() + "(|" + off + "|" + in.minus(delta / 2) + ")"),
              delta * (error - delta / 2))
          : new NumberLoss(half(squared(letters, off, in), in), error * error / 2);
      case HINGE -> {
        double product = wanted(Loss.HINGE, (float) t) * p;
        yield new NumberLoss(
            new ClosedForm(in.max() + "1" + in.minus() + "t" + in.times() + letter + ")", in.max() + "1" + in.minus(product) + ")"),
            Math.max(0, 1 - product));
      }
      default -> new NumberLoss(squared(letters, off, in), error * error);
    };
  }

  private static ClosedForm squared(String letters, String off, Notation in) {
    return new ClosedForm("(" + letters + ")" + in.squared(), "(" + off + ")" + in.squared());
  }

  private static ClosedForm half(ClosedForm of, Notation in) {
    return new ClosedForm(in.half() + in.times() + of.letters(), in.half() + in.times() + of.numbers());
  }
}
