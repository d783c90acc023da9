package studio.backprop.lesson.play;

import java.util.function.Supplier;
import studio.backprop.train.Session;

/** Something that takes its time to find out about the weights as they are: it is found out once after a step, and only if asked for. */
final class OncePerStep<T> {
  private static final long NEVER = -1;

  private final Session session;
  private T known;
  private long step = NEVER;

  OncePerStep(Session session) {
    this.session = session;
  }

  /** The weights are others, although no step was taken. */
  void forget() {
    step = NEVER;
  }

  /** @param find is asked where it is not known of this step */
  T get(Supplier<T> find) {
    if (step != session.steps()) {
      known = find.get();
      step = session.steps();
    }
    return known;
  }
}
