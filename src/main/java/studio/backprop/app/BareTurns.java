package studio.backprop.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import studio.backprop.app.cli.Opener.Turn;
import studio.backprop.train.Session;
import studio.backprop.train.run.Trainer;

/**
 * Bare steps in turn with watched ones: the trainer is asked to take the steps that follow in a second session, with nothing measured or
 * recorded and no frame drawn meanwhile, and then trains on, watched. Both use the same thread, kernels and numbers, half a second apart,
 * because the speed of a shared machine changes within seconds. On the window's thread, which waits.
 */
final class BareTurns {
  private static final long NANOS = 250_000_000;
  /** Meanwhile the last frame is painted, and caches fill. */
  private static final long FIRST_NANOS = 50_000_000;

  private final Trainer trainer;
  private Session second;
  private List<Turn> turns = new ArrayList<>();
  private Optional<Bare> last = Optional.empty();

  /** @param steps the watched ones before it @param from when it began @param to when it ended, in nanoseconds */
  private record Bare(long steps, long from, long to, double perSecond) {}

  BareTurns(Trainer trainer) {
    this.trainer = trainer;
  }

  /** Before the watched steps of another view. */
  void begin() throws ExecutionException, InterruptedException {
    turns = new ArrayList<>();
    last = Optional.empty();
    take();
  }

  /** Ends a turn of watched steps, if one has begun, and takes bare ones. */
  void take() throws ExecutionException, InterruptedException {
    Optional<Bare> now = trainer.ask(this::bare).get().filter(bare -> bare.perSecond > 0);
    if (last.isPresent() && now.isPresent()) {
      double watched = (now.get().steps - last.get().steps) * 1e9 / (now.get().from - last.get().to);
      turns.add(new Turn(last.get().perSecond, watched, now.get().perSecond));
    }
    last = now;
  }

  /** Since {@link #begin}. */
  List<Turn> turns() {
    return turns;
  }

  /** On the training thread, between two steps. */
  private Bare bare(Session session) {
    long from = System.nanoTime();
    if (second == null) {
      second = new Session(session.project(), session.data(), session.kernels(), Session.initialParameters(session.project()));
    }
    second.restore(session.checkpoint());
    perSecond(FIRST_NANOS);
    double perSecond = perSecond(NANOS);
    return new Bare(session.steps(), from, System.nanoTime(), perSecond);
  }

  private double perSecond(long nanos) {
    long begun = System.nanoTime();
    long taken = 0;
    long elapsed;
    do {
      taken += second.step() ? 1 : 0;
      elapsed = System.nanoTime() - begun;
    } while (elapsed < nanos);
    return taken * 1e9 / elapsed;
  }
}
