package studio.backprop.train;

import java.util.function.BooleanSupplier;

/** Drives a session from step to step. */
public final class Runs {
  private Runs() {}

  /**
   * Takes steps as long as it is to go on and training has not ended. An ended training takes back its best weights, where early stopping
   * asks for it.
   *
   * @param goesOn is asked before each step
   */
  public static void drive(Session session, BooleanSupplier goesOn, RunListener listener) {
    while (goesOn.getAsBoolean() && session.step()) {
      listener.stepped(session);
    }
    listener.ended(session, settle(session));
  }

  /** Takes back the weights of the best epoch, where training has ended and early stopping asks for it. @return whether it did */
  public static boolean settle(Session session) {
    return session.finished() && session.fault().isEmpty() && session.keepBest();
  }
}
