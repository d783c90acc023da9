package studio.backprop.worksheet;

import java.util.Optional;
import studio.backprop.text.Message;

/**
 * What became of a line.
 *
 * @param entry what was written, if anything
 * @param own what the line's formula gives with the learner's own earlier entries
 * @param slip the usual mistake that leads to a wrong entry, if it is known
 */
public record LineGrade(SheetLine line, Verdict verdict, Optional<TypedNumber> entry, double own, Optional<Slip> slip) {
  /** How a line is judged. */
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
