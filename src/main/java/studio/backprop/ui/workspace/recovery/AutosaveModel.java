package studio.backprop.ui.workspace.recovery;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.backprop.store.Origin;
import studio.backprop.store.Recovery;
import studio.backprop.store.Recovery.Leftover;
import studio.backprop.store.RecoverySlot;
import studio.backprop.store.StoreProblem;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RunFiles;
import studio.backprop.ui.workspace.run.RunModel;
import studio.backprop.ui.workspace.run.WorkModel;

/**
 * Autosaves unsaved work, so that a crash costs at most five seconds. The trainer copies its weights between two steps; a worker writes.
 * The copy is separate from the user's file and removed when the work is saved or discarded.
 */
public final class AutosaveModel implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AutosaveModel.class);

  /**
   * Interval of copies in ns. A crash costs at most this rest and two writing times: under 5 s as long as writing takes no longer than
   * this.
   */
  static final long REST_NANOS = 1_500_000_000L;

  /** Rest after slow writing (a very large network), as a multiple of its duration. */
  private static final int REST_PER_SLOW_WRITING = 2;

  private static final long PATIENCE_SECONDS = 10;

  private final ReadOnlyObjectWrapper<Optional<Message>> problem = new ReadOnlyObjectWrapper<>(this, "problem", Optional.empty());
  private final DocumentModel document;
  private final RunModel run;
  private final WorkModel work;
  private final Pulse pulse;
  private final Recovery recovery;
  private final LongSupplier nanos;
  private final Subscription subscription;
  private final ExecutorService writer = Executors.newSingleThreadExecutor(AutosaveModel::thread);

  private boolean kept;
  private long keptState = -1;
  private boolean writing;
  private long nextAt;
  private Future<?> lastWriting = CompletableFuture.completedFuture(null);

  /** Used on the writer thread only. */
  private RecoverySlot slot;

  public AutosaveModel(DocumentModel document, RunModel run, WorkModel work, Pulse pulse, Recovery recovery) {
    this(document, run, work, pulse, recovery, System::nanoTime);
  }

  /** @param nanos the clock, in nanoseconds; thread-safe */
  AutosaveModel(DocumentModel document, RunModel run, WorkModel work, Pulse pulse, Recovery recovery, LongSupplier nanos) {
    this.nanos = nanos;
    this.nextAt = nanos.getAsLong();
    this.document = document;
    this.run = run;
    this.work = work;
    this.pulse = pulse;
    this.recovery = recovery;
    this.subscription = pulse.subscribe(this::look);
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "autosave");
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    return thread;
  }

  /** Why no copy can be kept; empty if all is well. */
  public ReadOnlyObjectProperty<Optional<Message>> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whether a copy is being written. */
  boolean isWriting() {
    return writing;
  }

  /** Keeps the copy of a recovered project where it was found. */
  public void adopt(Leftover leftover) {
    kept = true;
    writer.execute(() -> {
      if (slot != leftover.slot()) {
        dropSlot();
        slot = leftover.slot();
      }
    });
  }

  /** Removes the copy on a regular exit. */
  @Override
  public void close() {
    subscription.unsubscribe();
    lastWriting.cancel(true);
    writer.execute(this::dropSlot);
    writer.shutdown();
    try {
      writer.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    if (writing) {
      return;
    }
    if (!work.isUnsaved()) {
      if (kept) {
        kept = false;
        writer.execute(this::clearSlot);
      }
    } else if (work.moment().state() != keptState && nanos.getAsLong() - nextAt >= 0) {
      begin();
    }
  }

  private void begin() {
    writing = true;
    keptState = work.moment().state();
    Origin origin = new Origin(document.nameProperty().get(), document.fileProperty().get(), Instant.now());
    RunFiles.ToSave saved = run.files().toSave();
    lastWriting = writer.submit(() -> {
      long begun = nanos.getAsLong();
      Optional<Message> trouble = write(saved, origin);
      long taken = nanos.getAsLong() - begun;
      long rest = taken <= REST_NANOS ? REST_NANOS : REST_PER_SLOW_WRITING * taken;
      pulse.soon(() -> end(trouble, rest));
    });
  }

  private Optional<Message> write(RunFiles.ToSave saved, Origin origin) {
    try {
      if (slot == null) {
        slot = recovery.newSlot();
      }
      slot.write(saved.get(), origin);
      return Optional.empty();
    } catch (StoreProblem trouble) {
      return Optional.of(trouble.sentence());
    } catch (ExecutionException | OutOfMemoryError e) {
      return Optional.of(Message.of("recovery.no_memory"));
    } catch (InterruptedException e) {
      return Optional.empty(); // the window is closing
    }
  }

  private void end(Optional<Message> trouble, long rest) {
    writing = false;
    kept |= trouble.isEmpty();
    if (trouble.isPresent()) {
      keptState = -1;
    }
    nextAt = nanos.getAsLong() + rest;
    problem.set(trouble);
  }

  private void clearSlot() {
    try {
      if (slot != null) {
        slot.clear();
      }
    } catch (IOException e) {
      LOG.info("A copy of work that is saved could not be removed: {}", e.getMessage());
    }
  }

  private void dropSlot() {
    try {
      if (slot != null) {
        slot.clear();
        slot.close();
        slot = null;
      }
    } catch (IOException e) {
      LOG.info("A copy of work that is saved could not be removed: {}", e.getMessage());
    }
  }
}
