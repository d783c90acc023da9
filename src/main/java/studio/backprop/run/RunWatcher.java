package studio.backprop.run;

import studio.backprop.train.Session;

/** Follows the runs of a trainer, on its thread. What it does takes time from the training: it has to be short. */
public interface RunWatcher {
  /** After each step. @return whether training is to rest now */
  boolean stepped(Session session);

  /** No step follows soon: another run has begun, training rests, or something of the run was changed. */
  void rested(Session session);
}
