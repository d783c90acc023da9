package studio.backprop.train;

/** Listener to a training run, called on the training thread. */
public interface RunListener {
  void stepped(Session session);

  /** @param restored whether the weights of the best epoch were restored */
  default void ended(Session session, boolean restored) {}
}
