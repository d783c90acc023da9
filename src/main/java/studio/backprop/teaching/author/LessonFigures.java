package studio.backprop.teaching.author;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import studio.backprop.lesson.command.LessonCommand;

/**
 * What the engine measured of a project for its first lesson.
 *
 * @param quantity as checks write it, such as {@code valid.accuracy}
 * @param training how long it trains
 * @param before the quantity without training
 * @param measured the same after the training
 * @param slowRate a learning rate a hundred times smaller than that of the project
 * @param slow the quantity after the same training at that rate
 */
record LessonFigures(String quantity, LessonCommand training, double before, double measured, double slowRate, double slow) {
  /** So much of the loss has to change before a learner can see it. */
  private static final double VISIBLE = 0.1;
  /** So much of the difference has to be left out by slow training. */
  private static final double CLEAR = 0.4;
  private static final double ALMOST_ALL = 0.9;

  boolean accuracy() {
    return quantity.endsWith("accuracy");
  }

  /** Whether training changes the quantity visibly. */
  boolean changes() {
    return Math.abs(measured - before) >= (accuracy() ? VISIBLE : VISIBLE * Math.abs(before));
  }

  /** Whether slow training ends visibly elsewhere. */
  boolean slowDiffers() {
    return changes() && Math.abs(slow - measured) >= CLEAR * Math.abs(measured - before);
  }

  /** Half way between what the two rates reach. */
  double limit() {
    return (measured + slow) / 2;
  }

  /** A value that seems possible and is neither of the others. */
  double other() {
    if (!changes()) {
      return 2 * before;
    } else if (accuracy()) {
      return measured <= ALMOST_ALL ? 1 : (before + measured) / 2;
    }
    return measured > before / 4 && measured < before ? before / 20 : before / 2;
  }

  /** The three answers, the smallest first. */
  List<Double> choices() {
    double third = changes() ? before : before / 2;
    return List.of(measured, other(), third).stream().sorted().toList();
  }

  /** How near the measured number lies to no other answer. */
  double tolerance() {
    double near = choices().stream().filter(value -> value != measured).mapToDouble(value -> Math.abs(value - measured)).min().orElse(0);
    return rounded(near * CLEAR, RoundingMode.DOWN).doubleValue();
  }

  private static BigDecimal rounded(double value, RoundingMode mode) {
    return new BigDecimal(value).round(new MathContext(2, mode));
  }

  /** For people: two digits, of an accuracy in percent. */
  String said(double value) {
    if (accuracy()) {
      return Math.round(100 * value) + "%";
    }
    BigDecimal two = rounded(value, RoundingMode.HALF_UP).stripTrailingZeros();
    return Math.abs(value) < 1e-3 && value != 0 ? two.toString() : two.toPlainString();
  }

  /** For checks, which read digits with a point. */
  static String written(double value) {
    BigDecimal four = new BigDecimal(value).round(new MathContext(4, RoundingMode.HALF_UP)).stripTrailingZeros();
    String plain = four.toPlainString();
    return plain.length() <= 12 ? plain : four.toString().replace("E+", "e").replace('E', 'e');
  }
}
