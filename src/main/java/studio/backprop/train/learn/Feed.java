package studio.backprop.train.learn;

import studio.backprop.data.Batches;
import studio.backprop.plan.Plan;
import studio.backprop.tensor.Tensor;

/** Batches of labelled examples. Several inputs of a network take consecutive slices of each example. */
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

  /** Fills the inputs of a plan. @param examples [plan.batch() × width] from {@code from} on */
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
