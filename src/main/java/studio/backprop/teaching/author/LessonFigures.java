package studio.backprop.teaching.author;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import studio.backprop.lesson.command.LessonCommand;

/**
 * Measurements of a project for its first lesson.
 *
 * @param quantity as in checks, such as {@code valid.accuracy}
 * @param training length of the training
 * @param before value without training
 * @param measured value after the training
 * @param slowRate a learning rate a hundred times smaller than the project's
 * @param slow value after the same training at that rate
 */
record LessonFigures(String quantity, LessonCommand training, double before, double measured, double slowRate, double slow) {
  /** Relative change of the loss that is visible to a learner. */
  private static final double MIN_CHANGE = 0.1;
  /** Fraction of the change that the slow training must miss. */
  private static final double MIN_MISSED = 0.4;
  private static final double ALMOST_ALL = 0.9;

  boolean accuracy() {
    return quantity.endsWith("accuracy");
  }

  boolean changes() {
    return Math.abs(measured - before) >= (accuracy() ? MIN_CHANGE : MIN_CHANGE * Math.abs(before));
  }

  boolean slowDiffers() {
    return changes() && Math.abs(slow - measured) >= MIN_MISSED * Math.abs(measured - before);
  }

  /** Midpoint between the results of both rates. */
  double limit() {
    return (measured + slow) / 2;
  }

  /** Plausible distractor. */
  double other() {
    if (!changes()) {
      return 2 * before;
    } else if (accuracy()) {
      return measured <= ALMOST_ALL ? 1 : (before + measured) / 2;
    }
    return measured > before / 4 && measured < before ? before / 20 : before / 2;
  }

  List<Double> choices() {
    double third = changes() ? before : before / 2;
    return List.of(measured, other(), third).stream().sorted().toList();
  }

  /** Tolerance that separates the measured value from the other options. */
  double tolerance() {
    double near = choices().stream().filter(value -> value != measured).mapToDouble(value -> Math.abs(value - measured)).min().orElse(0);
    return rounded(near * MIN_MISSED, RoundingMode.DOWN).doubleValue();
  }

  private static BigDecimal rounded(double value, RoundingMode mode) {
    return new BigDecimal(value).round(new MathContext(2, mode));
  }

  /** Localized text: two digits, accuracy in percent. */
  String said(double value) {
    if (accuracy()) {
      return Math.round(100 * value) + "%";
    }
    BigDecimal two = rounded(value, RoundingMode.HALF_UP).stripTrailingZeros();
    return Math.abs(value) < 1e-3 && value != 0 ? two.toString() : two.toPlainString();
  }

  /** As in checks, with a decimal point. */
  static String written(double value) {
    BigDecimal four = new BigDecimal(value).round(new MathContext(4, RoundingMode.HALF_UP)).stripTrailingZeros();
    String plain = four.toPlainString();
    return plain.length() <= 12 ? plain : four.toString().replace("E+", "e").replace('E', 'e');
  }
}
