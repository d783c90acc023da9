package studio.backprop.train;

/** Hears how far a training is, on its thread. */
public interface RunListener {
  /** After each step. */
  void stepped(Session session);

  /** When no further step will be taken, or it was told to stop. @param restored whether the weights of the best epoch were taken back */
  default void ended(Session session, boolean restored) {}
}
