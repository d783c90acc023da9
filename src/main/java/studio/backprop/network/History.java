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

  /** A state with the name of the edit before or after it. */
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

  /** Applies an edit; one that changes nothing is not recorded. */
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
   * Records an event that leaves the document equal, such as a reset of its training.
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

  /** Whether the last edit was merged into its predecessor. */
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

  /** Name of the edit that undo reverts. */
  public Optional<Message> undoName() {
    return Optional.ofNullable(past.peek()).map(Entry::name);
  }

  /** Name of the edit that redo restores. */
  public Optional<Message> redoName() {
    return Optional.ofNullable(future.peek()).map(Entry::name);
  }
}
