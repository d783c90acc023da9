package studio.backprop.run.time;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import studio.backprop.data.DataProblem;
import studio.backprop.observe.Example;
import studio.backprop.observe.Snapshot;
import studio.backprop.observe.SnapshotPublisher;
import studio.backprop.text.Message;
import studio.backprop.train.Session;

/**
 * Replay of a run on its own thread: a second session that seeks any step and publishes its snapshots. The newest request cancels longer
 * seeks.
 */
public final class Replay implements AutoCloseable {
  /** Seeks of less time, in nanoseconds, are not cancelled, for feedback while dragging. */
  private static final long PATIENCE = 120_000_000;

  private final CheckpointLog checkpointLog;
  private final LinkedBlockingQueue<Runnable> orders = new LinkedBlockingQueue<>();
  private final Thread thread = new Thread(this::work, "replay");
  private volatile long wish;
  private volatile boolean closed;
  private volatile Optional<Message> trouble = Optional.empty();
  private volatile SnapshotPublisher publisher;
  private volatile SessionSeeker traveller;
  private Session session;
  private Example example;
  private int lookedInto;
  /** Step in the mailbox; −1 for none. */
  private long shown = -1;

  /**
   * @param checkpointLog of the run
   * @param step to seek first
   * @param example of the snapshots
   * @param lookedInto traced node; negative for none
   */
  public Replay(CheckpointLog checkpointLog, long step, Example example, int lookedInto) {
    this.checkpointLog = checkpointLog;
    this.wish = step;
    this.example = example;
    this.lookedInto = lookedInto;
    thread.setDaemon(true);
    thread.setPriority(Thread.NORM_PRIORITY - 1);
    orders.add(this::begin);
    thread.start();
  }

  private void begin() {
    try {
      session = checkpointLog.session();
      traveller = new SessionSeeker(session, checkpointLog);
      SnapshotPublisher made = new SnapshotPublisher(session);
      made.choose(example);
      made.lookInto(lookedInto);
      publisher = made;
      travel();
    } catch (DataProblem problem) {
      trouble = Optional.of(problem.sentence());
    } catch (OutOfMemoryError e) {
      trouble = Optional.of(Message.of("trainer.no_memory"));
    }
  }

  public void goTo(long step) {
    wish = step;
    order(() -> {
      shown = session.cursor().isPresent() ? -1 : shown; // moved by ops
      travel();
    });
  }

  /** Seeks within the next step. @param op number of ops that have run, from 1, without the last */
  public void goToOp(long step, int op) {
    wish = step;
    order(() -> {
      travel();
      if (shown == step && wish == step) {
        session.goToOp(op);
        publisher.show();
      }
    });
  }

  /** Sets the example of snapshots. */
  public void choose(Example chosen) {
    order(() -> {
      example = chosen;
      publisher.choose(chosen);
      publisher.show();
    });
  }

  /** Sets the traced node; negative for none. */
  public void lookInto(int node) {
    order(() -> {
      lookedInto = node;
      publisher.lookInto(node);
      publisher.show();
    });
  }

  /** Sets whether snapshots have values before the last step. */
  public void compare(boolean wanted) {
    order(() -> {
      publisher.compare(wanted);
      publisher.show();
    });
  }

  private void order(Runnable order) {
    orders.add(() -> {
      if (session != null) {
        order.run();
      }
    });
  }

  private void travel() {
    long step = wish;
    long start = System.nanoTime();
    if (shown == step) {
      return;
    }
    shown = -1;
    if (traveller.goTo(step, () -> closed || wish != step && System.nanoTime() - start > PATIENCE)) {
      publisher.show();
      shown = step;
    }
  }

  /** Evaluates a function of the session at the requested step. Empty if memory does not suffice. */
  public <T> CompletableFuture<Optional<T>> ask(Function<Session, T> question) {
    CompletableFuture<Optional<T>> answer = new CompletableFuture<>();
    orders.add(() -> {
      try {
        if (session != null) {
          travel();
        }
        answer.complete(Optional.ofNullable(session).map(question));
      } catch (RuntimeException | OutOfMemoryError e) {
        answer.completeExceptionally(e);
      }
    });
    return answer;
  }

  /** Requested step. */
  public long wish() {
    return wish;
  }

  /** Progress of the seek, from 0 to 1. */
  public double done() {
    SessionSeeker now = traveller;
    return now == null ? 0 : now.done();
  }

  /** Localized reason of a failure. */
  public Optional<Message> trouble() {
    return trouble;
  }

  /** Newest snapshot, or null if none since the last; to be given back when the next one has come. */
  public Snapshot take() {
    SnapshotPublisher now = publisher;
    return now == null ? null : now.mailbox().take();
  }

  /** Returns a snapshot for reuse. */
  public void giveBack(Snapshot seen) {
    publisher.mailbox().giveBack(seen);
  }

  /** Ends it, cancelling a seek. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }

  private void work() {
    try {
      while (!closed) {
        orders.take().run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
