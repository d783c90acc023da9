package studio.backprop.schedule;

/** How the learning rate changes while training, as a description whose components are its settings. */
public interface Schedule {
  /** @param stepsPerEpoch updates in an epoch */
  Factor start(int stepsPerEpoch, int epochs);

  /** A schedule at work. */
  interface Factor {
    /** What the learning rate is multiplied by in the update with this number, from 0. */
    double at(long step);

    /** Told after each epoch how well the network does: the validation loss, or the training loss where nothing is held back. */
    default void epochEnded(double loss) {}
  }
}
