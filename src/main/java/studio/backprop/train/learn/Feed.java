package studio.backprop.train.learn;

import studio.backprop.data.Batches;
import studio.backprop.plan.Plan;
import studio.backprop.tensor.Tensor;

/**
 * Puts batches of labelled examples into a plan. Where a network has several inputs, each example's numbers are cut among them, in their
 * order.
 */
public final class Feed implements BatchSource {
  private final Batches batches;
  private final float[] inputs;
  private final float[] targets;

  public Feed(Batches batches, int largest) {
    this.batches = batches;
    this.inputs = new float[Math.multiplyExact(largest, batches.inputWidth())];
    this.targets = new float[Math.multiplyExact(largest, batches.targetWidth())];
  }

  @Override
  public Batches dealt() {
    return batches;
  }

  @Override
  public void fill(int batch, long step, Plan plan) {
    int size = batches.fill(batch, inputs, targets);
    put(inputs, 0, batches.inputWidth(), plan);
    for (int row = 0; row < size; row++) {
      plan.target().setRow(row, targets, row * batches.targetWidth());
    }
  }

  /** Fills the inputs of a plan with as many examples as its batch has, from {@code from} on, each {@code width} numbers. */
  public static void put(float[] examples, int from, int width, Plan plan) {
    int at = from;
    for (int i = 0; i < plan.inputs().size(); i++) {
      Tensor input = plan.inputs().get(i);
      for (int row = 0; row < plan.batch(); row++) {
        input.setRow(row, examples, at + row * width);
      }
      at += input.rowCount();
    }
  }
}
