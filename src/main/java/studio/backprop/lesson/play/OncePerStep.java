package studio.backprop.lesson.play;

import java.util.function.Supplier;
import studio.backprop.train.Session;

/** Lazy value for the current weights, cached until the next step. Not thread-safe. */
final class OncePerStep<T> {
  private static final long NEVER = -1;

  private final Session session;
  private T known;
  private long step = NEVER;

  OncePerStep(Session session) {
    this.session = session;
  }

  /** Invalidates the value after a change of weights without a step. */
  void forget() {
    step = NEVER;
  }

  /** @param find computes the value where it is not cached */
  T get(Supplier<T> find) {
    if (step != session.steps()) {
      known = find.get();
      step = session.steps();
    }
    return known;
  }
}
