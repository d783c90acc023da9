package studio.backprop.store;

import java.util.List;
import studio.backprop.text.Message;

/**
 * Project file that was read.
 *
 * @param notes one message for each omitted part
 */
public record Opened(Saved saved, List<Message> notes) {
  public Opened {
    notes = List.copyOf(notes);
  }

  /** Whether some weights did not fit the network, and are drawn anew. */
  public boolean isMisfit() {
    return notes.stream().anyMatch(note -> note.key().equals(WeightsSections.MISFIT));
  }
}
