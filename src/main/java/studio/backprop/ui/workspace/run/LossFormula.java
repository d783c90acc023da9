package studio.backprop.ui.workspace.run;

import java.util.stream.IntStream;
import studio.backprop.derivation.NumberLoss;
import studio.backprop.layer.Loss;
import studio.backprop.layer.LossRule;
import studio.backprop.ui.kit.Numbers;

/**
 * Loss of one prediction p with target t, as in textbooks: the formula, (p − t)², with numbers, (2.5 − 3)² (empty if too many), and its
 * value.
 */
public record LossFormula(String letters, String numbers, double cost) {
  private static final int DIGITS = 4;
  private static final int MOST_DIGITS = 8;
  private static final double SURE = 1 - 1e-6;

  /** Whether a loss compares probabilities: its cost is the cross-entropy at the target. */
  public static boolean comparesShares(Loss loss) {
    return loss.forClasses() && loss != Loss.HINGE;
  }

  /** Cost of a regression. */
  public static LossFormula ofNumber(LossRule rule, float p, float t, Numbers digits) {
    double error = Math.abs((double) p - t);
    NumberLoss.Notation plain = NumberLoss.Notation.plain(
        number -> digits.significant(number, DIGITS),
        (one, other) -> digits.significant(one, enough(one, error)) + minus(other, enough(other, error), digits));
    NumberLoss loss = NumberLoss.of(rule, p, t, "p", plain);
    return new LossFormula(loss.form().letters(), loss.form().numbers(), loss.cost());
  }

  /** Cost of probabilities p with target t; {@code right} is the symbol of the target. */
  public static LossFormula ofShares(float[] p, float[] t, String right, Numbers digits) {
    if (p.length == 1) { // probability of the second of two classes
      return surprise(right, t[0] > 0.5f ? p[0] : 1 - p[0], digits);
    }
    int largest = IntStream.range(0, t.length).reduce((a, b) -> t[b] > t[a] ? b : a).orElseThrow();
    if (t[largest] > SURE) {
      return surprise(right, p[largest], digits);
    }
    double sum = IntStream.range(0, t.length).filter(at -> t[at] > 0).mapToDouble(at -> t[at] * Math.log(t[at] / p[at])).sum();
    return new LossFormula("Σ t · ln(t ⁄ p)", "", sum);
  }

  private static LossFormula surprise(String right, double share, Numbers digits) {
    return new LossFormula("−ln p(" + right + ")", "−ln " + digits.significant(share, enough(share, 1 - share)), -Math.log(share));
  }

  private static int enough(double number, double off) {
    double more = Math.floor(Math.log10(Math.abs(number) / off));
    return more > 0 ? (int) Math.min(MOST_DIGITS, DIGITS + more) : DIGITS;
  }

  private static String minus(double number, int digits, Numbers numbers) {
    return (number < 0 ? " + " : " − ") + numbers.significant(Math.abs(number), digits);
  }

  public String line(Numbers digits) {
    return letters + " = " + (numbers.isEmpty() ? "" : numbers + " = ") + digits.significant(cost, DIGITS);
  }
}
