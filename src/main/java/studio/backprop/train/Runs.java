package studio.backprop.train;

import java.util.function.BooleanSupplier;

/** Training loop of a session. */
public final class Runs {
  private Runs() {}

  /** Runs to the end and restores the best weights, if early stopping is on. @param goesOn queried before each step */
  public static void drive(Session session, BooleanSupplier goesOn, RunListener listener) {
    while (goesOn.getAsBoolean() && session.step()) {
      listener.stepped(session);
    }
    listener.ended(session, settle(session));
  }

  /** Restores the best weights if training has ended with early stopping. @return whether it did */
  public static boolean settle(Session session) {
    return session.finished() && session.fault().isEmpty() && session.keepBest();
  }
}
