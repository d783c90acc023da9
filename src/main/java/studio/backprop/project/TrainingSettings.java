package studio.backprop.project;

import studio.backprop.optim.Adam;
import studio.backprop.optim.Optimizer;
import studio.backprop.schedule.Constant;
import studio.backprop.schedule.Schedule;

/**
 * Training hyperparameters. Immutable.
 *
 * @param epochs passes over the training part
 * @param batch batch size
 * @param shuffle whether examples are reshuffled each epoch
 * @param balance handling of class imbalance
 * @param rate learning rate
 * @param schedule of the learning rate
 * @param patience epochs without a better validation loss until early stopping, which restores the best weights; 0 for never
 * @param seed of initial weights, shuffling and dropout
 */
public record TrainingSettings(
    int epochs, int batch, boolean shuffle, ClassBalance balance, Optimizer optimizer, double rate, Schedule schedule,
    Regularization regularization, int patience, long seed) {

  /** Practically unlimited. */
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
