package studio.backprop.plan;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import studio.backprop.op.Op;
import studio.backprop.op.Relu;
import studio.backprop.tensor.Storage;
import studio.backprop.tensor.Tensor;

/**
 * In a lean plan, a ReLU that alone reads what another op gives becomes part of that op, where it can. Both tensors then are the same
 * numbers.
 */
final class Fusion {
  private Fusion() {}

  /** The steps without those that others do the work of. */
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
