package studio.backprop.train.learn;

import studio.backprop.data.Batches;
import studio.backprop.plan.Plan;

/** Source of training batches, a function of epoch, batch and step. Not thread-safe. */
public interface BatchSource {
  Batches dealt();

  /** Fills the inputs and the target of a plan of the batch's size. @param step steps taken before */
  void fill(int batch, long step, Plan plan);

  default int batches() {
    return dealt().count();
  }

  default int rows() {
    return dealt().rows();
  }

  default int size(int batch) {
    return dealt().size(batch);
  }

  /** Data row of an example in a batch. */
  default int row(int batch, int place) {
    return dealt().row(batch, place);
  }

  /** Shuffles the examples of an epoch, counted from 0. Epochs may come in any order. */
  default void startEpoch(int epoch) {
    dealt().startEpoch(epoch);
  }
}
