package studio.backprop.store;

import java.util.List;
import studio.backprop.text.Message;

/**
 * A project file that was read.
 *
 * @param saved what it holds
 * @param notes omitted parts, and why; a message each
 */
public record Opened(Saved saved, List<Message> notes) {
  public Opened {
    notes = List.copyOf(notes);
  }

  /** Whether some of the weights did not fit the network, and are drawn anew. */
  public boolean isMisfit() {
    return notes.stream().anyMatch(note -> note.key().equals(WeightsSections.MISFIT));
  }
}
