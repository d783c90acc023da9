package studio.backprop.ui.inside.lens.recurrent;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import studio.backprop.data.Progress;
import studio.backprop.layer.RecurrentLayer;
import studio.backprop.network.Node;
import studio.backprop.observe.Example;
import studio.backprop.observe.ShadowRun;
import studio.backprop.project.Project;
import studio.backprop.run.Run;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.workspace.run.RunModel;

/**
 * Counterpart of the network with a Simple RNN in place of a gated layer, trained from the same seed for as many steps on a worker thread.
 * Follows the run while training is paused.
 */
final class RecurrentTwin implements AutoCloseable {
  private static final int REPORT = 20;

  /** Request to the worker. */
  private record Wish(Run run, Node node, long step, Example example) {}

  private final RunModel run;
  private final Pulse pulse;
  private final Runnable changed;
  private final AtomicLong asked = new AtomicLong();
  private ExecutorService worker;
  private Optional<ShadowRun.Look> look = Optional.empty();
  private Optional<Double> done = Optional.empty();
  private Optional<Message> trouble = Optional.empty();
  private boolean wanted;
  private Wish wish;
  /** Confined to the worker thread. */
  private ShadowRun counterpart;
  private Wish made;

  /** @param changed called on the JavaFX thread after a change */
  RecurrentTwin(RunModel run, Pulse pulse, Runnable changed) {
    this.run = run;
    this.pulse = pulse;
    this.changed = changed;
  }

  /** Whether it is shown. */
  boolean wanted() {
    return wanted;
  }

  /** Its values, as soon as it has reached the step. */
  Optional<ShadowRun.Look> look() {
    return look;
  }

  /** Progress of its training, from 0 to 1; empty while idle. */
  Optional<Double> done() {
    return done;
  }

  Optional<Message> trouble() {
    return trouble;
  }

  /** Starts or cancels its training. */
  void want(boolean now) {
    wanted = now;
    wish = null;
    asked.incrementAndGet();
    look = Optional.empty();
    done = Optional.empty();
    trouble = Optional.empty();
    changed.run();
  }

  /** Follows the run to the shown step. While the run trains, it waits. */
  void follow(Node node, long step) {
    Run now = run.runProperty().get();
    if (!wanted || now == null || run.playing()) {
      return;
    }
    Wish next = new Wish(now, node, step, run.observation().exampleProperty().get());
    if (next.equals(wish)) {
      return;
    }
    wish = next;
    done = Optional.of(0.0);
    long number = asked.incrementAndGet();
    worker().execute(() -> make(next, number));
  }

  private ExecutorService worker() {
    if (worker == null) {
      worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "simple rnn");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
      });
    }
    return worker;
  }

  private void make(Wish next, long number) {
    try {
      if (made == null || made.run() != next.run() || !made.node().equals(next.node()) || counterpart.step() > next.step()) {
        Optional<ShadowRun> fresh = run.trainer().ask(session -> ShadowRun.of(session, changed(next)).orElse(null)).get();
        if (fresh.isEmpty()) {
          pulse.soon(() -> fail(number));
          return;
        }
        counterpart = fresh.get();
        made = next;
      }
      counterpart.goTo(next.step(), progress(number));
      ShadowRun.Look seen = counterpart.look(next.example(), next.node().id());
      pulse.soon(() -> show(number, Optional.empty(), Optional.of(seen)));
    } catch (CancellationException givenUp) {
      // superseded by another request
    } catch (ExecutionException | OutOfMemoryError e) {
      pulse.soon(() -> fail(number));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Project changed(Wish wish) {
    return wish.run().project().withNetwork(network -> network.with(
        wish.node().id(), node -> node.withLayer(RecurrentLayer.withoutGates(node.layer()).orElseThrow())));
  }

  private Progress progress(long number) {
    return new Progress() {
      @Override
      public void at(long step, long of) {
        if (step % REPORT == 0) {
          pulse.soon(() -> show(number, Optional.of((double) step / of), look));
        }
      }

      @Override
      public boolean cancelled() {
        return asked.get() != number;
      }
    };
  }

  private void show(long number, Optional<Double> share, Optional<ShadowRun.Look> seen) {
    if (asked.get() == number) {
      done = share;
      look = seen;
      changed.run();
    }
  }

  private void fail(long number) {
    if (asked.get() == number) {
      want(false);
      trouble = Optional.of(Message.of("trainer.no_memory"));
      changed.run();
    }
  }

  @Override
  public void close() {
    asked.incrementAndGet();
    if (worker != null) {
      worker.shutdownNow();
    }
  }
}
