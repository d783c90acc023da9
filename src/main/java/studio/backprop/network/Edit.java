package studio.backprop.network;

import java.util.function.UnaryOperator;
import studio.backprop.text.Message;

/**
 * Named edit of an immutable document, as a pure function; undo restores the earlier document.
 *
 * @param name for the undo button, such as "add Dense"
 * @param merge key by which consecutive edits become one history entry, such as a slider's drag; empty to not merge
 * @param change from the old document to the new
 * @param <D> the document
 */
public record Edit<D>(Message name, String merge, UnaryOperator<D> change) {
  public Edit(Message name, UnaryOperator<D> change) {
    this(name, "", change);
  }
}
