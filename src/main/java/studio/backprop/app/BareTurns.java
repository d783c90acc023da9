package studio.backprop.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import studio.backprop.train.Session;
import studio.backprop.train.run.Trainer;

/**
 * Compares watched training with bare training, in turn: the trainer is asked to take the steps that follow in a second session, with
 * nothing measured, recorded or painted meanwhile, and then trains on, watched. Both use the same thread, kernels and numbers, half a
 * second apart, because the speed of a shared machine changes within seconds. On the window's thread.
 */
final class BareTurns {
  /** How long a turn of bare steps takes. */
  private static final long BARE_NANOS = 250_000_000;

  private final Trainer trainer;
  private final List<Double> bare = new ArrayList<>();
  private final List<Double> watched = new ArrayList<>();
  private Session second;
  private Turn last;

  /** @param steps the watched ones before it @param from when it began @param to when it ended @param perSecond bare steps */
  private record Turn(long steps, long from, long to, double perSecond) {}

  BareTurns(Trainer trainer) {
    this.trainer = trainer;
  }

  /** Before the watched steps of another view. */
  void begin() {
    bare.clear();
    watched.clear();
    last = null;
    take();
  }

  /** Ends one turn of watched steps, if one has begun, and takes bare ones. The window's thread waits, so that nothing is painted. */
  void take() {
    try {
      Optional<Turn> taken = trainer.ask(this::bare).get();
      taken.ifPresent(this::add);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void add(Turn turn) {
    if (last != null) {
      watched.add((turn.steps - last.steps) * 1e9 / (turn.from - last.to));
    }
    bare.add(turn.perSecond);
    last = turn;
  }

  /** On the training thread, between two steps. */
  private Turn bare(Session session) {
    long from = System.nanoTime();
    if (second == null) {
      second = new Session(session.project(), session.data(), session.kernels(), Session.initialParameters(session.project()));
    }
    second.restore(session.checkpoint());
    long begun = System.nanoTime();
    long taken = 0;
    long to;
    do {
      taken += second.step() ? 1 : 0;
      to = System.nanoTime();
    } while (to - begun < BARE_NANOS);
    return new Turn(session.steps(), from, to, taken * 1e9 / (to - begun));
  }

  /** Bare steps a second: the median of the turns. */
  double barePerSecond() {
    return median(bare);
  }

  /** Watched steps as a fraction of the bare ones before and after them: the median of the turns. */
  double throughput() {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < watched.size(); i++) {
      ratios.add(2 * watched.get(i) / (bare.get(i) + bare.get(i + 1)));
    }
    return median(ratios);
  }

  private static double median(List<Double> figures) {
    double[] sorted = figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted.length == 0 ? Double.NaN : (sorted[sorted.length / 2] + sorted[(sorted.length - 1) / 2]) / 2;
  }
}
