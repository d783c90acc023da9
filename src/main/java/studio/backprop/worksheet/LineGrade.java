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
  /** Verdict on a line. */
  public enum Verdict {
    RIGHT,
    /** Wrong, but correct for the earlier entries. */
    FOLLOWS,
    WRONG,
    BLANK,
    /** Made trivial by an earlier entry. */
    NOT_JUDGED;

    public boolean earns() {
      return this == RIGHT || this == FOLLOWS;
    }
  }

  /** Description of the mistake, with its wrong value; empty if unknown. */
  public Optional<Message> cause() {
    int decimals = Math.max(2, line.decimals());
    return slip.map(known -> Message.of("worksheet.slip.said", SheetNumber.shortest(entry.orElseThrow().value(), decimals),
        Message.of(known.key())));
  }
}
