package studio.backprop.app;

import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** Trains for a quarter of a second without observers. Blocks the JavaFX thread. */
interface BareSteps {
  /** Long enough to measure, short enough for a stable machine speed, in ns. */
  long NANOS = 250_000_000;
  /** Warm-up in ns: the last frame is painted, and caches fill. */
  long FIRST_NANOS = 50_000_000;

  /**
   * Measured speed.
   *
   * @param before observed steps before
   * @param after the same afterwards; differs if the unobserved steps count as steps of the same training
   * @param from begin in ns
   * @param to end in ns
   */
  record Speed(long before, long after, long from, long to, double perSecond) {}

  /** @return empty if nothing trains */
  Optional<Speed> take() throws ExecutionException, InterruptedException;
}
