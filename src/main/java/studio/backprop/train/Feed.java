package studio.backprop.train;

import java.util.List;
import studio.backprop.data.Batches;
import studio.backprop.plan.Plan;
import studio.backprop.tensor.Tensor;

/** Puts batches into a plan. Where a network has several inputs, each example's numbers are cut among them, in their order. */
final class Feed {
  private final Batches batches;
  private final float[] inputs;
  private final float[] targets;

  Feed(Batches batches, int largest) {
    this.batches = batches;
    this.inputs = new float[Math.multiplyExact(largest, batches.inputWidth())];
    this.targets = new float[Math.multiplyExact(largest, batches.targetWidth())];
  }

  Batches batches() {
    return batches;
  }

  /** Fills the inputs and the target of a plan of the batch's size. */
  void fill(int batch, Plan plan) {
    int size = batches.fill(batch, inputs, targets);
    List<Tensor> into = plan.inputs();
    int at = 0;
    for (int i = 0; i < into.size(); i++) {
      Tensor input = into.get(i);
      for (int row = 0; row < size; row++) {
        input.setRow(row, inputs, row * batches.inputWidth() + at);
      }
      at += input.rowCount();
    }
    for (int row = 0; row < size; row++) {
      plan.target().setRow(row, targets, row * batches.targetWidth());
    }
  }
}
