package studio.backprop.app;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import studio.backprop.run.Trainer;
import studio.backprop.train.Session;

/**
 * Unobserved training speed of the run: steps in a second session on the training thread, without metrics, recording or frames; then
 * training goes on. Same kernels and results.
 */
final class BareSession implements BareSteps {
  private final Trainer trainer;
  private Session second;

  BareSession(Trainer trainer) {
    this.trainer = trainer;
  }

  @Override
  public Optional<Speed> take() throws ExecutionException, InterruptedException {
    return trainer.ask(this::bare).get();
  }

  /** On the training thread, between two steps. */
  private Speed bare(Session session) {
    long from = System.nanoTime();
    if (second == null) {
      second = new Session(session.project(), session.data(), session.kernels(), Session.initialParameters(session.project()));
    }
    second.restore(session.checkpoint());
    perSecond(FIRST_NANOS);
    double perSecond = perSecond(NANOS);
    return new Speed(session.steps(), session.steps(), from, System.nanoTime(), perSecond);
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
