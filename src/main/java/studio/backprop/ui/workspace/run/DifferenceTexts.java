package studio.backprop.ui.workspace.run;

import studio.backprop.data.Part;
import studio.backprop.run.time.RunDiff;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Numbers;

/** How a difference of two runs is told, the same wherever it is. */
public final class DifferenceTexts {
  private static final double LEAST = 0.01;

  private DifferenceTexts() {}

  /** Over which examples signals are compared. @param letter what A is called, whose they are where B has others */
  public static Message over(RunDiff difference, String letter) {
    return difference.judged().only().isPresent() ? both(difference)
        : Message.of("compare.over_of." + part(difference), difference.seen(), letter);
  }

  /** Over which examples both are judged. */
  public static Message judged(RunDiff difference) {
    return difference.judged().only().isPresent() ? both(difference) : Message.of("compare.over_own." + part(difference));
  }

  private static String part(RunDiff difference) {
    return difference.part() == Part.VALIDATION ? "validation" : "training";
  }

  private static Message both(RunDiff difference) {
    String part = part(difference);
    return difference.seen() == difference.all()
        ? Message.of("compare.over." + part, difference.all())
        : Message.of("compare.over_first." + part, difference.seen(), difference.all());
  }

  /** ‖B − A‖ ⁄ ‖A‖ in whole percent; what is not nothing is never said to be nothing. */
  public static String percent(double ratio, Numbers numbers) {
    if (!Double.isFinite(ratio)) {
      return Double.isNaN(ratio) ? "–" : "∞";
    }
    return ratio > 0 && ratio < LEAST ? numbers.significantPercent(ratio, 1) : numbers.percent(ratio, 0);
  }
}
