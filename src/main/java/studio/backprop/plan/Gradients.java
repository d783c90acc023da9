package studio.backprop.plan;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import studio.backprop.tensor.Storage;
import studio.backprop.tensor.Tensor;

/**
 * Accumulation of gradients. Ops add to the gradients of their inputs: the first one in a backward pass overwrites, if it can, or needs
 * zeros.
 */
final class Gradients {
  private static final Tensor[] NONE = {};

  /** Distinct gradients, without views. */
  private final Tensor[] all;
  /** Those that no step adds to. */
  private final Tensor[] atFirst;
  /** Per step: those to be zeroed before it. */
  private final Tensor[][] before;
  /** The first step to add to a gradient, in backward order. */
  private final Map<Storage, Integer> givers = new IdentityHashMap<>();

  Gradients(Step[] steps, List<Tensor> inputs) {
    before = new Tensor[steps.length][];
    for (int i = steps.length - 1; i >= 0; i--) {
      before[i] = steps[i].goesBack() ? begunBy(i, steps[i]) : NONE;
    }
    Map<Storage, Tensor> unique = new IdentityHashMap<>();
    Stream.concat(inputs.stream(), Stream.of(steps)
        .flatMap(step -> Stream.concat(step.op().inputs().stream(), Stream.of(step.op().output()))))
        .filter(Tensor::hasGrad).forEach(tensor -> unique.putIfAbsent(place(tensor), tensor));
    all = unique.values().toArray(Tensor[]::new);
    atFirst = Stream.of(all).filter(tensor -> !givers.containsKey(place(tensor))).toArray(Tensor[]::new);
  }

  /** Gradients that a step is the first to add to and cannot overwrite. */
  private Tensor[] begunBy(int place, Step step) {
    List<Tensor> zero = new ArrayList<>();
    List<Tensor> inputs = step.op().inputs().stream().filter(Tensor::hasGrad).toList();
    for (Tensor input : inputs) {
      boolean first = givers.putIfAbsent(place(input), place) == null;
      boolean once = inputs.stream().filter(other -> place(other) == place(input)).count() == 1;
      if (first && !(once && step.op().claimGradient(input))) {
        zero.add(input);
      }
    }
    return zero.toArray(Tensor[]::new);
  }

  /** The first step to add to a gradient; negative if none does. */
  int giver(Storage gradient) {
    return givers.getOrDefault(gradient, -1);
  }

  /** Whether its first step overwrites it. */
  boolean overwritten(Storage gradient) {
    return Stream.of(before[giver(gradient)]).noneMatch(tensor -> place(tensor) == gradient);
  }

  void clearAll() {
    clear(all);
  }

  void clearAtFirst() {
    clear(atFirst);
  }

  void clearBefore(int step) {
    clear(before[step]);
  }

  private static Storage place(Tensor tensor) {
    return tensor.gradStorage().place();
  }

  private static void clear(Tensor[] tensors) {
    for (Tensor tensor : tensors) {
      tensor.zeroGrad();
    }
  }
}
