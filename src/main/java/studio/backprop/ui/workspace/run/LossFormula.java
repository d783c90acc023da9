package studio.backprop.ui.workspace.run;

import java.util.stream.IntStream;
import studio.backprop.derivation.NumberLoss;
import studio.backprop.layer.Loss;
import studio.backprop.layer.LossRule;
import studio.backprop.ui.kit.Numbers;

/**
 * What an answer costs, as the rule of its loss is found in textbooks: p is what was foretold, t what is right.
 *
 * @param letters the rule: (p − t)²
 * @param numbers put into it: (2.5 − 3)²; empty where they are too many
 * @param cost what that gives
 */
public record LossFormula(String letters, String numbers, double cost) {
  private static final int DIGITS = 4;
  private static final int MOST_DIGITS = 8;
  private static final double SURE = 1 - 1e-6;

  /** Whether a loss compares shares of classes: then its cost is the surprise at what is right. */
  public static boolean comparesShares(Loss loss) {
    return loss.forClasses() && loss != Loss.HINGE;
  }

  /** The cost of a number. */
  public static LossFormula ofNumber(LossRule rule, float p, float t, Numbers digits) {
    double error = Math.abs((double) p - t);
    NumberLoss.Notation plain = NumberLoss.Notation.plain(
        number -> digits.significant(number, DIGITS),
        (one, other) -> digits.significant(one, enough(one, error)) + minus(other, enough(other, error), digits));
    NumberLoss loss = NumberLoss.of(rule, p, t, "p", plain);
    return new LossFormula(loss.form().letters(), loss.form().numbers(), loss.cost());
  }

  /**
   * The cost of shares p of classes where shares t are right.
   *
   * @param right what is right, in letters
   */
  public static LossFormula ofShares(float[] p, float[] t, String right, Numbers digits) {
    if (p.length == 1) { // the share of the second of two classes
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

  /** So many digits that one sees by how much a number is off. */
  private static int enough(double number, double off) {
    double more = Math.floor(Math.log10(Math.abs(number) / off));
    return more > 0 ? (int) Math.min(MOST_DIGITS, DIGITS + more) : DIGITS;
  }

  private static String minus(double number, int digits, Numbers numbers) {
    return (number < 0 ? " + " : " − ") + numbers.significant(Math.abs(number), digits);
  }

  /** Letters, numbers and cost in a line. */
  public String line(Numbers digits) {
    return letters + " = " + (numbers.isEmpty() ? "" : numbers + " = ") + digits.significant(cost, DIGITS);
  }
}
