package studio.backprop.search.trial;

import java.util.Locale;
import studio.backprop.text.Message;

/** Budget of a search. Immutable. */
public record SearchBudget(Unit unit, long amount) {
  public enum Unit {
    /** Epochs of all trials. */
    EPOCHS,
    TRIALS,
    /** Wall-clock time; results depend on the machine. */
    MINUTES
  }

  /** Largest amount. */
  public static final long MOST = 1_000_000;

  public static SearchBudget epochs(long amount) {
    return new SearchBudget(Unit.EPOCHS, amount);
  }

  /** Suffix on the command line. */
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
