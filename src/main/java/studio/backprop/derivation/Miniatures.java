package studio.backprop.derivation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import studio.backprop.op.Mode;
import studio.backprop.op.Op;
import studio.backprop.op.Rearrange;
import studio.backprop.plan.Step;
import studio.backprop.tensor.Tensor;

/** {@link Miniature}s of a plan's ops. */
final class Miniatures {
  static final Miniatures NONE = new Miniatures(Map.of());

  private final Map<Integer, Miniature> byStep;

  private Miniatures(Map<Integer, Miniature> byStep) {
    this.byStep = byStep;
  }

  /** Pairs the ops of two plans of one network; rearranging ops have no miniature. */
  static Miniatures of(List<Step> full, List<Step> few, Mode mode) {
    int[] places = computing(full);
    int[] others = computing(few);
    if (places.length != others.length) {
      return NONE;
    }
    Map<Integer, Miniature> byStep = new HashMap<>();
    for (int i = 0; i < places.length; i++) {
      Op op = full.get(places[i]).op();
      Op other = few.get(others[i]).op();
      byStep.put(places[i], new Miniature(op, other, mode));
    }
    return new Miniatures(byStep);
  }

  private static int[] computing(List<Step> steps) {
    return IntStream.range(0, steps.size()).filter(i -> !(steps.get(i).op() instanceof Rearrange)).toArray();
  }

  /** Loaded with an example of the batch; null if the op has none or does not treat examples separately. */
  Miniature of(int step, int row) {
    Miniature miniature = byStep.get(step);
    return miniature != null && miniature.load(row) ? miniature : null;
  }

  /** Whether an op's miniature shares a tensor, such as a parameter. */
  boolean shares(int step, Tensor tensor) {
    Miniature miniature = byStep.get(step);
    return miniature != null && miniature.shares(tensor);
  }

  void forget() {
    byStep.values().forEach(Miniature::forget);
  }
}
