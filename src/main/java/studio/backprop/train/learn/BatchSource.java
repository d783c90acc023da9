package studio.backprop.train.learn;

import studio.backprop.data.Batches;
import studio.backprop.plan.Plan;

/**
 * Fills plans with the examples of training steps. What it fills in depends on the epoch, the batch and the step alone. One user at a time.
 */
public interface BatchSource {
  /** How the examples of the data are dealt. */
  Batches dealt();

  /** Fills the inputs and the target of a plan of the batch's size. @param step steps taken before */
  void fill(int batch, long step, Plan plan);

  /** Batches in an epoch. */
  default int batches() {
    return dealt().count();
  }

  /** Examples in an epoch. */
  default int rows() {
    return dealt().rows();
  }

  /** Examples in a batch. */
  default int size(int batch) {
    return dealt().size(batch);
  }

  /** Which row of the data stands at a place of a batch. */
  default int row(int batch, int place) {
    return dealt().row(batch, place);
  }

  /** Deals the examples of an epoch, counted from 0. Any epoch may follow any other. */
  default void startEpoch(int epoch) {
    dealt().startEpoch(epoch);
  }
}
