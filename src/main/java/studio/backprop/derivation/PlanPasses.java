package studio.backprop.derivation;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import studio.backprop.data.Progress;
import studio.backprop.op.Mode;
import studio.backprop.op.Op;
import studio.backprop.plan.Step;
import studio.backprop.tensor.Storage;
import studio.backprop.tensor.Tensor;

/** Forward and backward passes through an unshared plan, with producers and consumers of tensors. Not thread-safe. */
final class PlanPasses {
  private final List<Step> steps;
  private final Mode mode;
  private final Map<Storage, List<Integer>> readers = new IdentityHashMap<>();
  private final Map<Storage, Integer> makers = new IdentityHashMap<>();
  private final Map<Storage, Tensor> tensors = new IdentityHashMap<>();
  private Progress progress = Progress.NONE;

  /** @param steps in forward order; the last computes the loss */
  PlanPasses(List<Step> steps, Mode mode) {
    this.steps = steps;
    this.mode = mode;
    for (int i = 0; i < steps.size(); i++) {
      Op op = steps.get(i).op();
      int place = i;
      Miniature.outputs(op).forEach(output -> makers.put(output.storage(), place));
      op.inputs().stream().map(Tensor::storage).distinct()
          .forEach(room -> readers.computeIfAbsent(room, key -> new ArrayList<>()).add(place));
      Stream.concat(op.inputs().stream(), Miniature.outputs(op).stream()).filter(Tensor::hasGrad)
          .forEach(tensor -> tensors.putIfAbsent(tensor.gradStorage(), tensor));
    }
  }

  /** Sets the listener to each op; it may cancel between two. */
  void tell(Progress listener) {
    progress = listener;
  }

  /** Cancellation point. */
  void mayStop() {
    if (progress.cancelled()) {
      throw new CancellationException("the answer is not wanted any more");
    }
  }

  List<Step> steps() {
    return steps;
  }

  Mode mode() {
    return mode;
  }

  Tensor loss() {
    return steps.get(steps.size() - 1).op().output();
  }

  /** Index of the op that computes a tensor; negative for inputs and parameters. */
  int maker(Tensor tensor) {
    return makers.getOrDefault(tensor.storage(), -1);
  }

  /** Indices of the ops that read a tensor and have a backward pass. */
  List<Integer> readers(Tensor tensor) {
    return readers.getOrDefault(tensor.storage(), List.of()).stream().filter(step -> steps.get(step).goesBack()).toList();
  }

  /** First op that reads a tensor. */
  int firstReader(Tensor tensor) {
    return readers.getOrDefault(tensor.storage(), List.of(0)).get(0);
  }

  /** Recomputes all values after a parameter or input was restored; not cancellable. */
  void settle(int first) {
    steps.subList(first, steps.size()).forEach(step -> step.op().forward(mode));
  }

  /** Runs the steps from this one on; the caller restores state. */
  void forward(int first) {
    for (int i = first; i < steps.size(); i++) {
      progress.step(i, steps.size());
      steps.get(i).op().forward(mode);
    }
  }

  /** Backward pass, after a forward pass. @return copies of all gradients */
  Map<Storage, float[]> backward() {
    tensors.values().forEach(Tensor::zeroGrad);
    loss().grads()[0] = 1;
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (steps.get(i).goesBack()) {
        progress.step(steps.size() - i, steps.size());
        steps.get(i).op().backward();
      }
    }
    Map<Storage, float[]> kept = new IdentityHashMap<>();
    tensors.forEach((room, tensor) -> kept.put(room, tensor.grads().clone()));
    return kept;
  }

  /** Restores saved gradients. */
  void restore(Map<Storage, float[]> kept) {
    tensors.forEach((room, tensor) -> System.arraycopy(kept.get(room), 0, tensor.grads(), 0, tensor.grads().length));
  }

  /** Reports other progress. */
  void progress(int done, int of) {
    progress.step(done, of);
  }

  boolean isLoss(Tensor tensor) {
    return tensor.storage() == loss().storage();
  }
}
