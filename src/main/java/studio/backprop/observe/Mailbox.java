package studio.backprop.observe;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Exchange of snapshots between one writer and one reader. Filled only when empty: one copy per read. */
public final class Mailbox {
  private final AtomicReference<Snapshot> full = new AtomicReference<>();
  private final ConcurrentLinkedQueue<Snapshot> blank = new ConcurrentLinkedQueue<>();

  /** One snapshot each for the box, the reader and the writer. */
  Mailbox(Supplier<Snapshot> maker) {
    for (int i = 0; i < 3; i++) {
      blank.add(maker.get());
    }
  }

  public boolean isEmpty() {
    return full.get() == null;
  }

  /** Snapshot to be filled, possibly an unread one. */
  Snapshot blank() {
    Snapshot unseen = full.getAndSet(null);
    return unseen != null ? unseen : blank.poll();
  }

  void put(Snapshot filled) {
    full.set(filled);
  }

  /** Newest unread snapshot, or null; to be given back when the next one has come. */
  public Snapshot take() {
    return full.getAndSet(null);
  }

  /** Returns a snapshot for reuse. */
  public void giveBack(Snapshot seen) {
    blank.add(seen);
  }
}
