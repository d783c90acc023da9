package studio.backprop.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.backprop.store.Origin;
import studio.backprop.store.RecoverySlot;
import studio.backprop.store.Saved;
import studio.backprop.store.StoreProblem;
import studio.backprop.train.RunListener;
import studio.backprop.train.Session;

/**
 * Periodic checkpoints of a running training, in the folder of its results, if any, and in the user's folder. Spends at most a twentieth of
 * the time on saving; a training of a second leaves nothing behind.
 */
final class Keeper implements RunListener, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
  private static final long INTERVAL = TimeUnit.SECONDS.toNanos(1);
  /** Longest interval between checkpoints, even within an epoch; nanoseconds. */
  private static final long MAX_INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final int SHARE = 20;

  private final Terminal terminal;
  private final Trainings trainings;
  private final Loaded loaded;
  private final RunListener view;
  private final LongSupplier clock;
  private Optional<OutFolder> out;
  private Optional<RecoverySlot> slot;
  private long savedAt;
  private long pause = INTERVAL;

  /**
   * @param out the folder of the results
   * @param slot of the interrupted training that is resumed
   * @param view listener called first
   */
  Keeper(
      Terminal terminal, Trainings trainings, Loaded loaded, Optional<OutFolder> out, Optional<RecoverySlot> slot, RunListener view,
      LongSupplier clock) {
    this.terminal = terminal;
    this.trainings = trainings;
    this.loaded = loaded;
    this.out = out;
    this.slot = slot;
    this.view = view;
    this.clock = clock;
    this.savedAt = clock.getAsLong();
  }

  @Override
  public void stepped(Session session) {
    view.stepped(session);
    long waited = clock.getAsLong() - savedAt;
    if (waited >= pause && (session.batch() == 0 || waited >= Math.max(MAX_INTERVAL_NANOS, pause))) {
      long start = clock.getAsLong();
      boolean room = keep(session);
      savedAt = clock.getAsLong();
      pause = room ? Math.max(INTERVAL, SHARE * (savedAt - start)) : Long.MAX_VALUE;
    }
  }

  @Override
  public void ended(Session session, boolean restored) {
    view.ended(session, restored);
  }

  /** @return false where there is no memory for a copy: then training continues without */
  private boolean keep(Session session) {
    try {
      keep(loaded.reached(session));
      return true;
    } catch (OutOfMemoryError e) {
      LOG.info("There is no memory to keep the training on the way.");
      return false;
    }
  }

  private void keep(Saved saved) {
    Optional<Path> folder = out.map(OutFolder::path);
    try {
      if (out.isPresent()) {
        out.get().keep(saved);
      }
    } catch (Failure e) {
      terminal.note("cli.not_kept", terminal.say(e.sentence()));
      out = Optional.empty();
    }
    try {
      place().write(saved, origin(folder));
    } catch (StoreProblem e) {
      LOG.info("The training could not be kept for going on: {}", e.getMessage());
    }
  }

  /** Saves the training in the user's folder. @return the file */
  Path rescue(Session session) throws StoreProblem {
    place().write(loaded.reached(session), origin(out.map(OutFolder::path)));
    return place().file();
  }

  /** Removes the checkpoint once the results are saved. */
  void done() {
    try {
      if (slot.isPresent()) {
        slot.get().clear();
      }
    } catch (IOException e) {
      LOG.info("The copy of the training could not be removed: {}", e.getMessage());
    }
  }

  private RecoverySlot place() throws StoreProblem {
    if (slot.isEmpty()) {
      slot = Optional.of(trainings.take(loaded));
    }
    return slot.get();
  }

  private Origin origin(Optional<Path> folder) {
    return new Origin(loaded.name(), folder.map(Path::toAbsolutePath), Instant.now());
  }

  @Override
  public void close() {
    try {
      if (slot.isPresent()) {
        slot.get().close();
      }
    } catch (IOException e) {
      LOG.info("The place of the training could not be left: {}", e.getMessage());
    }
  }
}
