package studio.backprop.app;

import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** Takes steps of what trains for a quarter of a second with nobody looking. On the window's thread, which waits. */
interface BareSteps {
  /** Long enough for the speed of a machine, short enough that it has not changed since. */
  long NANOS = 250_000_000;
  /** Meanwhile the last frame is painted, and caches fill. */
  long FIRST_NANOS = 50_000_000;

  /**
   * How fast it went.
   *
   * @param before steps taken before, with somebody looking
   * @param after the same after it: other than before where bare steps are steps of the same training
   * @param from when it began
   * @param to when it ended, in nanoseconds
   */
  record Speed(long before, long after, long from, long to, double perSecond) {}

  /** @return empty where nothing trains */
  Optional<Speed> take() throws ExecutionException, InterruptedException;
}
