package studio.backprop.network;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import studio.backprop.text.Message;

/**
 * Undo history of an immutable document; states share structure.
 *
 * @param <D> the document
 */
public final class History<D> {
  private static final int LIMIT = 1000;

  /** A state before an edit, or after it, with the edit's name. */
  private record Entry<D>(D document, Message name) {}

  private final Deque<Entry<D>> past = new ArrayDeque<>();
  private final Deque<Entry<D>> future = new ArrayDeque<>();
  private D document;
  private String merge = "";
  private boolean merged;

  public History(D document) {
    this.document = document;
  }

  public D document() {
    return document;
  }

  /** Applies an edit. One that changes nothing leaves no trace. */
  public void apply(Edit<D> edit) {
    D changed = edit.change().apply(document);
    if (changed.equals(document)) {
      return;
    }
    merged = !edit.merge().isEmpty() && edit.merge().equals(merge) && future.isEmpty();
    if (!merged) {
      push(edit.name());
    }
    future.clear();
    document = changed;
    merge = edit.merge();
  }

  private void push(Message name) {
    past.push(new Entry<>(document, name));
    if (past.size() > LIMIT) {
      past.removeLast();
    }
  }

  /**
   * Keeps the document as it was before something happened to it that changes none of its parts, such as a reset of its training.
   *
   * @param same an equal document, but another object
   */
  public void mark(Message name, D same) {
    push(name);
    future.clear();
    document = same;
    merge = "";
    merged = false;
  }

  /** Whether the last change was one of a run of merging edits, and not the first of them. */
  public boolean merged() {
    return merged;
  }

  /** Ends a run of merging edits: the next one starts a new entry. */
  public void settle() {
    merge = "";
  }

  public void undo() {
    if (!past.isEmpty()) {
      Entry<D> entry = past.pop();
      future.push(new Entry<>(document, entry.name));
      document = entry.document;
      merge = "";
      merged = false;
    }
  }

  public void redo() {
    if (!future.isEmpty()) {
      Entry<D> entry = future.pop();
      past.push(new Entry<>(document, entry.name));
      document = entry.document;
      merge = "";
      merged = false;
    }
  }

  /** The name of the edit that undo takes back. */
  public Optional<Message> undoName() {
    return Optional.ofNullable(past.peek()).map(Entry::name);
  }

  /** The name of the edit that redo brings back. */
  public Optional<Message> redoName() {
    return Optional.ofNullable(future.peek()).map(Entry::name);
  }
}
