package studio.backprop.project;

import studio.backprop.optim.Adam;
import studio.backprop.optim.Optimizer;
import studio.backprop.schedule.Constant;
import studio.backprop.schedule.Schedule;

/**
 * How a network is trained.
 *
 * @param epochs passes over the training examples
 * @param batch examples in each step
 * @param shuffle whether each epoch deals the examples out in another order
 * @param balance what is done where some classes are rarer than others
 * @param optimizer how gradients become steps
 * @param rate the learning rate
 * @param schedule how the rate changes
 * @param regularization what keeps weights and steps small
 * @param patience epochs without a better validation loss before training stops and takes back the best weights; 0 for never
 * @param seed of initial weights, shuffling and dropout
 */
public record TrainingSettings(
    int epochs, int batch, boolean shuffle, ClassBalance balance, Optimizer optimizer, double rate, Schedule schedule,
    Regularization regularization, int patience, long seed) {

  /** As good as endless. */
  public static final int MOST_EPOCHS = 1_000_000;

  public static final TrainingSettings STANDARD =
      new TrainingSettings(10, 32, true, ClassBalance.NONE, Adam.STANDARD, 0.01, new Constant(), Regularization.NONE, 0, 42);

  public TrainingSettings withEpochs(int changed) {
    return new TrainingSettings(changed, batch, shuffle, balance, optimizer, rate, schedule, regularization, patience, seed);
  }

  public TrainingSettings withBatch(int changed) {
    return new TrainingSettings(epochs, changed, shuffle, balance, optimizer, rate, schedule, regularization, patience, seed);
  }

  public TrainingSettings withShuffle(boolean changed) {
    return new TrainingSettings(epochs, batch, changed, balance, optimizer, rate, schedule, regularization, patience, seed);
  }

  public TrainingSettings withBalance(ClassBalance changed) {
    return new TrainingSettings(epochs, batch, shuffle, changed, optimizer, rate, schedule, regularization, patience, seed);
  }

  public TrainingSettings withOptimizer(Optimizer changed) {
    return new TrainingSettings(epochs, batch, shuffle, balance, changed, rate, schedule, regularization, patience, seed);
  }

  public TrainingSettings withRate(double changed) {
    return new TrainingSettings(epochs, batch, shuffle, balance, optimizer, changed, schedule, regularization, patience, seed);
  }

  public TrainingSettings withSchedule(Schedule changed) {
    return new TrainingSettings(epochs, batch, shuffle, balance, optimizer, rate, changed, regularization, patience, seed);
  }

  public TrainingSettings withRegularization(Regularization changed) {
    return new TrainingSettings(epochs, batch, shuffle, balance, optimizer, rate, schedule, changed, patience, seed);
  }

  public TrainingSettings withPatience(int changed) {
    return new TrainingSettings(epochs, batch, shuffle, balance, optimizer, rate, schedule, regularization, changed, seed);
  }

  public TrainingSettings withSeed(long changed) {
    return new TrainingSettings(epochs, batch, shuffle, balance, optimizer, rate, schedule, regularization, patience, changed);
  }
}
