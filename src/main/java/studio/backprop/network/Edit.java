package studio.backprop.network;

import java.util.function.UnaryOperator;
import studio.backprop.text.Message;

/**
 * A named change of a document, as a pure function: undo is the earlier document.
 *
 * @param name what the undo button says, such as "add Dense"
 * @param merge edits in a row with the same key, not empty, become one entry: a slider's drag
 * @param change from the old document to the new
 * @param <D> the document
 */
public record Edit<D>(Message name, String merge, UnaryOperator<D> change) {
  public Edit(Message name, UnaryOperator<D> change) {
    this(name, "", change);
  }
}
