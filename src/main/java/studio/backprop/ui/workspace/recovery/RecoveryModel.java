package studio.backprop.ui.workspace.recovery;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.backprop.store.Origin;
import studio.backprop.store.Recovery;
import studio.backprop.store.Recovery.Leftover;
import studio.backprop.ui.kit.Pulse;

/** Offers work left behind by a crash, one project at a time. What is neither restored nor discarded is offered again next time. */
public final class RecoveryModel implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RecoveryModel.class);

  /** Content of the notice; {@code discarded} can still be undone, {@code more} projects are waiting. */
  public record Offer(Origin origin, boolean discarded, int more) {}

  private final ReadOnlyObjectWrapper<Optional<Offer>> offer = new ReadOnlyObjectWrapper<>(this, "offer", Optional.empty());
  private final Deque<Leftover> waiting = new ArrayDeque<>();
  private final Recovery recovery;
  private final Pulse pulse;
  private final Restorer restorer;
  private boolean discarded;
  private boolean closed;

  /** Opens the work as an unsaved project and takes over its recovery slot. */
  public interface Restorer {
    /** @param then called once it is open; the user may be asked first and decline */
    void restore(Leftover leftover, Runnable then);
  }

  public RecoveryModel(Recovery recovery, Pulse pulse, Restorer restorer) {
    this.recovery = recovery;
    this.pulse = pulse;
    this.restorer = restorer;
  }

  public ReadOnlyObjectProperty<Optional<Offer>> offerProperty() {
    return offer.getReadOnlyProperty();
  }

  /** Searches for leftovers in the background. */
  public void look() {
    Thread thread = new Thread(() -> {
      List<Leftover> found = recovery.takeLeftovers();
      pulse.soon(() -> found(found));
    }, "recovery");
    thread.setDaemon(true);
    thread.start();
  }

  private void found(List<Leftover> found) {
    waiting.addAll(found);
    if (closed) {
      close();
    } else {
      show();
    }
  }

  public void restore() {
    Leftover first = waiting.element();
    restorer.restore(first, () -> {
      waiting.remove(first);
      show();
    });
  }

  /** The work is removed once the notice closes; until then this can be undone. */
  public void discard() {
    discarded = true;
    show();
  }

  public void undoDiscard() {
    discarded = false;
    show();
  }

  /** Offers the next project. What was not discarded is offered again at the next start. */
  public void next() {
    letGo(waiting.remove(), discarded);
    discarded = false;
    show();
  }

  @Override
  public void close() {
    closed = true;
    for (Leftover leftover : waiting) {
      letGo(leftover, discarded);
      discarded = false;
    }
    waiting.clear();
  }

  private static void letGo(Leftover leftover, boolean discard) {
    try {
      if (discard) {
        leftover.discard();
      } else {
        leftover.slot().close();
      }
    } catch (IOException e) {
      LOG.info("Unsaved work could not be discarded: {}", e.getMessage());
    }
  }

  private void show() {
    offer.set(Optional.ofNullable(waiting.peek()).map(first -> new Offer(first.origin(), discarded, waiting.size() - 1)));
  }
}
