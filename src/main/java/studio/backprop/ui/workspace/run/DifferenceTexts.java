package studio.backprop.ui.workspace.run;

import studio.backprop.data.Part;
import studio.backprop.run.time.RunDiff;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Numbers;

/** Localized text of the difference of two runs. */
public final class DifferenceTexts {
  private static final double LEAST = 0.01;

  private DifferenceTexts() {}

  /** Examples that signals are compared over; {@code letter} is the name of A, whose examples they are where B has others. */
  public static Message over(RunDiff difference, String letter) {
    return difference.judged().only().isPresent() ? both(difference)
        : Message.of("compare.over_of." + part(difference), difference.seen(), letter);
  }

  /** Examples that both are evaluated on. */
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

  /** ‖B − A‖ ⁄ ‖A‖ in whole percent; never 0 % if nonzero. */
  public static String percent(double ratio, Numbers numbers) {
    if (!Double.isFinite(ratio)) {
      return Double.isNaN(ratio) ? "–" : "∞";
    }
    return ratio > 0 && ratio < LEAST ? numbers.significantPercent(ratio, 1) : numbers.percent(ratio, 0);
  }
}
