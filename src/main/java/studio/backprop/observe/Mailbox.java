package studio.backprop.observe;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** A place for one snapshot. The writer fills it only when it is empty, so that watching costs at most one copy for each look. */
public final class Mailbox {
  private final AtomicReference<Snapshot> full = new AtomicReference<>();
  private final ConcurrentLinkedQueue<Snapshot> blank = new ConcurrentLinkedQueue<>();

  /** Enough blanks for one in the box, one in the reader's hands and one in the writer's. */
  Mailbox(Supplier<Snapshot> maker) {
    for (int i = 0; i < 3; i++) {
      blank.add(maker.get());
    }
  }

  public boolean isEmpty() {
    return full.get() == null;
  }

  /** A snapshot to be filled; one that nobody has looked at if need be. */
  Snapshot blank() {
    Snapshot unseen = full.getAndSet(null);
    return unseen != null ? unseen : blank.poll();
  }

  void put(Snapshot filled) {
    full.set(filled);
  }

  /** The newest snapshot, or null if there is none since the last. Give it back when the next one has come. */
  public Snapshot take() {
    return full.getAndSet(null);
  }

  /** Hands a snapshot back to be filled again. */
  public void giveBack(Snapshot seen) {
    blank.add(seen);
  }
}
