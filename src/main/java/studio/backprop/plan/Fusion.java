package studio.backprop.plan;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import studio.backprop.op.Op;
import studio.backprop.op.Relu;
import studio.backprop.tensor.Storage;
import studio.backprop.tensor.Tensor;

/** Fuses a ReLU into the preceding op in a lean plan, where it is the only reader. Both tensors share their buffer. */
final class Fusion {
  private Fusion() {}

  /** The steps without fused ones. */
  static List<Step> of(List<Step> steps) {
    Map<Storage, Op> producers = new IdentityHashMap<>();
    Map<Storage, Integer> readers = new IdentityHashMap<>();
    for (Step step : steps) {
      producers.put(step.op().output().storage(), step.op());
      step.op().inputs().forEach(input -> readers.merge(input.storage(), 1, Integer::sum));
    }
    List<Step> left = new ArrayList<>();
    for (Step step : steps) {
      Tensor input = step.op().inputs().isEmpty() ? null : step.op().inputs().get(0);
      boolean alone = step.op() instanceof Relu && readers.get(input.storage()) == 1 && producers.containsKey(input.storage());
      if (alone && producers.get(input.storage()).absorbRelu()) {
        merge(step.op().output(), input);
      } else {
        left.add(step);
      }
    }
    return left;
  }

  private static void merge(Tensor output, Tensor input) {
    output.storage().lieIn(input.storage());
    if (output.hasGrad()) {
      output.gradStorage().lieIn(input.gradStorage());
    }
  }
}
