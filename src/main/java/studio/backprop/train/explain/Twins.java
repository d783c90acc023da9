package studio.backprop.train.explain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import studio.backprop.op.Mode;
import studio.backprop.op.Op;
import studio.backprop.op.Rearrange;
import studio.backprop.plan.Step;
import studio.backprop.tensor.Tensor;

/** The {@link Twin}s of a plan's ops. */
final class Twins {
  /** Of a plan that has none. */
  static final Twins NONE = new Twins(Map.of());

  private final Map<Integer, Twin> byStep;

  private Twins(Map<Integer, Twin> byStep) {
    this.byStep = byStep;
  }

  /** Pairs the ops of two plans of one network. What only moves numbers in memory may differ and has no twin. */
  static Twins of(List<Step> full, List<Step> few, Mode mode) {
    int[] places = computing(full);
    int[] others = computing(few);
    if (places.length != others.length) {
      return NONE;
    }
    Map<Integer, Twin> byStep = new HashMap<>();
    for (int i = 0; i < places.length; i++) {
      Op op = full.get(places[i]).op();
      Op other = few.get(others[i]).op();
      byStep.put(places[i], new Twin(op, other, mode));
    }
    return new Twins(byStep);
  }

  private static int[] computing(List<Step> steps) {
    return IntStream.range(0, steps.size()).filter(i -> !(steps.get(i).op() instanceof Rearrange)).toArray();
  }

  /** With an example of the batch in it; null where the op has none or cannot be asked about an example alone. */
  Twin of(int step, int row) {
    Twin twin = byStep.get(step);
    return twin != null && twin.load(row) ? twin : null;
  }

  /** Whether a tensor that an op reads is its twin's too, as a parameter is. */
  boolean shares(int step, Tensor tensor) {
    Twin twin = byStep.get(step);
    return twin != null && twin.shares(tensor);
  }

  void forget() {
    byStep.values().forEach(Twin::forget);
  }
}
