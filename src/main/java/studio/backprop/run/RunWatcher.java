package studio.backprop.run;

import studio.backprop.train.Session;

/** Listener to the runs of a trainer, called on the training thread; must be fast. */
public interface RunWatcher {
  /** After each step. @return whether to pause training */
  boolean stepped(Session session);

  /** Training paused, or the run was replaced or changed. */
  void rested(Session session);
}
