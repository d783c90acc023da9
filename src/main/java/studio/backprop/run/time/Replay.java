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
 * The past of a run on a thread of its own: a second session that stands at any step one wishes, and shows it as the trainer shows the
 * present. The newest wish counts; a way that takes long is given up for it.
 */
public final class Replay implements AutoCloseable {
  /** A person who drags wants to see something on the way: shorter ways than this are gone to their end. */
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
  /** The step that stands in the mailbox, −1 for none. */
  private long shown = -1;

  /**
   * @param checkpointLog of the run whose past it is
   * @param step to begin with
   * @param example whose way through the network is shown
   * @param lookedInto the node that is shown from inside, below 0 for none
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

  /** Goes to this step. */
  public void goTo(long step) {
    wish = step;
    order(() -> {
      shown = session.cursor().isPresent() ? -1 : shown; // it walked on by ops
      travel();
    });
  }

  /** Goes to where so many ops of the step after this one have run, from 1; not the last, which is the next step. */
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

  /** Chooses the example whose way through the network is shown. */
  public void choose(Example chosen) {
    order(() -> {
      example = chosen;
      publisher.choose(chosen);
      publisher.show();
    });
  }

  /** Chooses the node that is shown from inside, below 0 for none. */
  public void lookInto(int node) {
    order(() -> {
      lookedInto = node;
      publisher.lookInto(node);
      publisher.show();
    });
  }

  /** Also shows what the last step has changed, or no longer. */
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

  /**
   * Reads something of the past network, such as a copy of its weights, once it stands at the wished step. Empty if there is no memory for
   * it.
   */
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

  /** The step that was wished last. */
  public long wish() {
    return wish;
  }

  /** How far it is on its way, from 0 to 1. */
  public double done() {
    SessionSeeker now = traveller;
    return now == null ? 0 : now.done();
  }

  /** Why there is nothing to see. */
  public Optional<Message> trouble() {
    return trouble;
  }

  /** The newest state that it shows, or null if there is none since the last. Give it back when the next one has come. */
  public Snapshot take() {
    SnapshotPublisher now = publisher;
    return now == null ? null : now.mailbox().take();
  }

  /** Hands a state back to be filled again. */
  public void giveBack(Snapshot seen) {
    publisher.mailbox().giveBack(seen);
  }

  /** Ends it, in the middle of its way if need be. */
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
