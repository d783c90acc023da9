package studio.backprop.search.trial;

import java.util.Locale;
import studio.backprop.text.Message;

/** How much may be spent. @param amount of its unit */
public record SearchBudget(Unit unit, long amount) {
  /** What is counted. */
  public enum Unit {
    /** Passes over the training examples, of all trials together. */
    EPOCHS,
    TRIALS,
    /** By the clock: what is reached then depends on the machine. */
    MINUTES
  }

  /** As much as can be asked for. */
  public static final long MOST = 1_000_000;

  public static SearchBudget epochs(long amount) {
    return new SearchBudget(Unit.EPOCHS, amount);
  }

  /** What the command line writes behind the amount. */
  public String suffix() {
    return switch (unit) {
      case EPOCHS -> "";
      case TRIALS -> "trials";
      case MINUTES -> "min";
    };
  }

  public Message title() {
    return Message.of("trials.budget." + unit.name().toLowerCase(Locale.ROOT), amount);
  }
}
