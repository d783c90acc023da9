package studio.backprop.train.learn;

import studio.backprop.plan.Plan;

/**
 * Fills plans with the examples of training steps. What it fills in depends on the epoch, the batch and the step alone. One user at a time.
 */
public interface BatchSource {
  /** Batches in an epoch. */
  int batches();

  /** Examples in an epoch. */
  int rows();

  /** Examples in a batch. */
  int size(int batch);

  /** Which row of the data stands at a place of a batch. */
  int row(int batch, int place);

  /** Deals the examples of an epoch, counted from 0. Any epoch may follow any other. */
  void startEpoch(int epoch);

  /** Fills the inputs and the target of a plan of the batch's size. @param step steps taken before */
  void fill(int batch, long step, Plan plan);
}
