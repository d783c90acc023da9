package studio.backprop.schedule;

/** Learning-rate schedule, as an immutable description whose components are its settings. */
public interface Schedule {
  /** @param stepsPerEpoch updates in an epoch */
  Factor start(int stepsPerEpoch, int epochs);

  /** State of a schedule in a run. */
  interface Factor {
    /** Factor of the learning rate in an update, from 0. */
    double at(long step);

    /** Called after each epoch with the validation loss, or the training loss without a validation part. */
    default void epochEnded(double loss) {}
  }
}
