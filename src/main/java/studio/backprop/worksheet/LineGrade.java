package studio.backprop.worksheet;

import java.util.Optional;
import studio.backprop.text.Message;

/**
 * Grade of a line.
 *
 * @param entry the learner's entry, if any
 * @param own result of the line's formula with the learner's earlier entries (follow-through)
 * @param slip diagnosed mistake, if known
 */
public record LineGrade(SheetLine line, Verdict verdict, Optional<TypedNumber> entry, double own, Optional<Slip> slip) {
  /** Verdicts on a line. */
  public enum Verdict {
    RIGHT,
    /** Wrong, but right for what was written above. */
    FOLLOWS,
    WRONG,
    BLANK,
    /** An earlier entry has made it trivial. */
    NOT_JUDGED;

    /** Whether it earns what a right line earns. */
    public boolean earns() {
      return this == RIGHT || this == FOLLOWS;
    }
  }

  /** What the slip is, with the wrong value; empty where none is known. */
  public Optional<Message> cause() {
    int decimals = Math.max(2, line.decimals());
    return slip.map(known -> Message.of("worksheet.slip.said", SheetNumber.shortest(entry.orElseThrow().value(), decimals),
        Message.of(known.key())));
  }
}
