package studio.backprop.train.regime;

import java.util.function.BiConsumer;
import studio.backprop.data.Batches;
import studio.backprop.plan.Plan;
import studio.backprop.train.agent.AgentBatch;
import studio.backprop.train.learn.BatchSource;

/** Batch source of one of an agent's losses. Its examples are not rows of the data. */
final class AgentBatches implements BatchSource {
  private static final int NO_ROW = -1;

  private final AgentTraining training;
  private final BiConsumer<AgentBatch, Plan> filling;
  private int currentEpoch;

  AgentBatches(AgentTraining training, BiConsumer<AgentBatch, Plan> filling) {
    this.training = training;
    this.filling = filling;
  }

  @Override
  public Batches dealt() {
    return training.shown();
  }

  @Override
  public void fill(int batch, long step, Plan plan) {
    filling.accept(training.dealt(step), plan);
  }

  @Override
  public int batches() {
    return training.batches();
  }

  @Override
  public int rows() {
    return training.batches() * training.batch();
  }

  @Override
  public int size(int batch) {
    return training.batch();
  }

  @Override
  public int row(int batch, int place) {
    return NO_ROW;
  }

  /** Current epoch, from 0. */
  int epoch() {
    return currentEpoch;
  }

  @Override
  public void startEpoch(int epoch) {
    currentEpoch = epoch; // environments continue
  }
}
