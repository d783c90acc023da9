package studio.backprop.plan;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import studio.backprop.kernel.Kernels;
import studio.backprop.op.LossOp;
import studio.backprop.op.Mode;
import studio.backprop.op.Op;
import studio.backprop.tensor.Storage;
import studio.backprop.tensor.Tensor;

/** A network compiled for one batch size. Buffers are fixed and a pass allocates nothing, so that they can be read between steps. */
public final class Plan {
  private final int batch;
  private final Step[] steps;
  private final Map<Integer, Tensor> outputs;
  private final List<Tensor> inputs;
  private final Tensor target;
  private final Tensor prediction;
  private final LossOp loss;
  private final Gradients gradients;
  /** By step: the switchable units of its node, where it writes the node's output. */
  private final UnitSwitches.Units[] switched;
  private final boolean lean;
  private GradientNorms norms;

  Plan(Compiler compiler) {
    this.batch = compiler.batch();
    this.steps = compiler.steps().toArray(Step[]::new);
    this.outputs = compiler.outputs();
    this.inputs = compiler.inputs();
    this.target = compiler.target();
    this.prediction = compiler.prediction();
    this.loss = compiler.loss();
    this.gradients = new Gradients(steps, inputs);
    this.switched = Stream.of(steps).map(step -> switched(step, compiler)).toArray(UnitSwitches.Units[]::new);
    this.lean = compiler.purpose().lean();
    if (lean) {
      Lifetimes.share(steps(), gradients, readFromOutside());
    }
  }

  /** Null where there are none. Must be called before buffers are shared. */
  private UnitSwitches.Units switched(Step step, Compiler compiler) {
    UnitSwitches.Units units = compiler.switched().get(step.node());
    Tensor made = step.op().output();
    boolean ends = units != null && made.rowMajor() && made.storage().place() == outputs.get(step.node()).storage().place();
    return ends ? units : null;
  }

  private Set<Storage> readFromOutside() {
    Set<Storage> rooms = Collections.newSetFromMap(new IdentityHashMap<>());
    Stream.concat(inputs.stream(), Stream.of(target, prediction, loss.output())).forEach(tensor -> rooms.add(tensor.storage().place()));
    if (loss.output().hasGrad()) {
      rooms.add(loss.output().gradStorage());
    }
    return rooms;
  }

  /** Memory in bytes, without parameters; known before allocation. */
  public long bytes() {
    long numbers = rooms().stream().mapToLong(Storage::count).sum();
    return Float.BYTES * (numbers + Stream.of(steps).mapToLong(step -> step.op().scratch()).sum());
  }

  /** Allocates its buffers. */
  Plan take() {
    rooms().forEach(Storage::take);
    return this;
  }

  private Set<Storage> rooms() {
    Set<Storage> rooms = Collections.newSetFromMap(new IdentityHashMap<>());
    Stream.concat(Stream.concat(inputs.stream(), Stream.of(target)), Stream.of(steps).flatMap(Plan::numbers)).forEach(tensor -> {
      rooms.add(tensor.storage().place());
      if (tensor.hasGrad()) {
        rooms.add(tensor.gradStorage().place());
      }
    });
    return rooms;
  }

  private static Stream<Tensor> numbers(Step step) {
    return Stream.concat(Stream.of(step.op().output()), step.op().inner().stream());
  }

  public int batch() {
    return batch;
  }

  public List<Step> steps() {
    return List.of(steps);
  }

  /** Input tensors, one per input node, in node order. */
  public List<Tensor> inputs() {
    return inputs;
  }

  /** Target tensor. */
  public Tensor target() {
    return target;
  }

  /** Prediction: probabilities, not logits. */
  public Tensor prediction() {
    return prediction;
  }

  /** The loss, last op of the plan. */
  public LossOp loss() {
    return loss;
  }

  /** Output of a node, if it is an ancestor of the loss. */
  public Optional<Tensor> output(int node) {
    return Optional.ofNullable(outputs.get(node));
  }

  /**
   * Gradient at the end of a node: of its output or, where a cross-entropy is fused with a softmax or sigmoid, of the logits. Empty for a
   * node without a gradient.
   */
  public Optional<Tensor> gradient(int node) {
    int last = lastBackward(node);
    return last < 0 ? output(node).filter(Tensor::hasGrad).map(this::whereItArrives) : Optional.of(steps[last].op().output());
  }

  /** Whether {@link #gradient} is with respect to the logits z, because the loss is fused with the softmax or sigmoid. */
  public boolean gradientAtLogits(int node) {
    return gradient(node).flatMap(arrives -> output(node).map(output -> arrives.storage() != output.storage())).orElse(false);
  }

  /** A loss fused with a softmax or sigmoid has no gradient with respect to its output, or a reshape of it, but to the logits. */
  public Tensor whereItArrives(Tensor output) {
    for (Step step : steps) {
      Tensor made = step.op().output();
      if (made.storage() == output.storage() && made.hasGrad() && !step.goesBack() && step.op().inputs().get(0).shape()
          .count() == made.shape().count()) {
        return whereItArrives(step.op().inputs().get(0).reshaped(output.name(), output.shape()));
      }
    }
    return output;
  }

  /** Index of the last differentiated op of a node; −1 if none is. */
  int lastBackward(int node) {
    int i = steps.length - 1;
    while (i >= 0 && !(steps[i].node() == node && steps[i].goesBack())) {
      i--;
    }
    return i;
  }

  /** Measures gradient norms of these nodes in each backward pass from now on. Not for a lean plan, whose gradients share buffers. */
  public void measure(List<Integer> nodes, Kernels kernels) {
    norms = new GradientNorms(this, nodes, kernels);
  }

  /** Norms of the last backward pass; null where not measured. */
  public GradientNorms norms() {
    return norms;
  }

  /** Before a training step, counted from 0: seeds stochastic ops. */
  public void begin(long number) {
    for (Step step : steps) {
      step.op().begin(number);
    }
  }

  /** Forward pass. The loss is then in {@link #lossValue}. */
  public void forward(Mode mode) {
    for (int i = 0; i < steps.length; i++) {
      forward(mode, i);
    }
  }

  /** Forward pass without the loss. */
  public void forwardToLoss(Mode mode) {
    for (int i = 0; i < steps.length - 1; i++) {
      forward(mode, i);
    }
  }

  /** The loss, after {@link #forwardToLoss}. */
  public void forwardLoss(Mode mode) {
    forward(mode, steps.length - 1);
  }

  /** Runs a single op. */
  public void forward(Mode mode, int step) {
    Op op = steps[step].op();
    op.forward(mode);
    if (switched[step] != null) {
      switched[step].hold(op.output().values(), op.output().count());
    }
  }

  public float lossValue() {
    return loss.output().get(0, 0);
  }

  /** Backward pass from ∂L/∂L = 1. No-op without gradients. */
  public void backward() {
    if (!loss.output().hasGrad()) {
      return;
    }
    gradients.clearAtFirst();
    loss.output().grads()[0] = 1;
    for (int i = steps.length - 1; i >= 0; i--) {
      if (steps[i].goesBack()) {
        backward(i);
      }
    }
  }

  /**
   * Backward pass from a weighted sum of adjacent inputs of the loss, such as the logit of a class, for attributions. No-op without
   * gradients.
   *
   * @param first index of the sum's first number, row-major within an example
   */
  public void backwardFrom(int first, float... weights) {
    Tensor end = loss.inputs().get(0);
    if (!end.hasGrad()) {
      return;
    }
    gradients.clearAll();
    for (int row = 0; row < end.rows(); row++) {
      for (int i = 0; i < weights.length; i++) {
        end.grads()[end.index(row, first + i)] = weights[i];
      }
    }
    for (int i = steps.length - 2; i >= 0; i--) {
      if (steps[i].goesBack()) {
        backward(i);
      }
    }
  }

  /** Zeroes all gradients and sets that of the loss to one. */
  public void clearGradients() {
    gradients.clearAll();
    loss.output().grads()[0] = 1;
  }

  /** Runs a single op backward. */
  public void backward(int step) {
    gradients.clearBefore(step);
    Tensor output = steps[step].op().output();
    if (switched[step] != null && output.hasGrad()) {
      switched[step].hold(output.grads(), output.count());
    }
    if (norms != null) {
      norms.before(step, output);
    }
    steps[step].op().backward();
  }

  /** The first step, in forward order, with a non-finite output. A lean plan repeats the pass. */
  public Optional<Step> firstNotFinite() {
    for (int i = 0; i < steps.length; i++) {
      if (lean) {
        forward(Mode.TRAIN, i);
      }
      if (!allFinite(steps[i].op().output().values())) {
        return Optional.of(steps[i]);
      }
    }
    return Optional.empty();
  }

  /** The first step, in backward order, that made a non-finite gradient. A lean plan repeats both passes. */
  public Optional<Step> firstGradientNotFinite() {
    if (lean) {
      forward(Mode.TRAIN);
      clearGradients();
    }
    for (int i = steps.length - 1; i >= 0; i--) {
      if (lean && steps[i].goesBack()) {
        backward(i);
      }
      for (Tensor input : steps[i].op().inputs()) {
        if (steps[i].goesBack() && input.hasGrad() && !allFinite(input.grads())) {
          return Optional.of(steps[i]);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean allFinite(float[] numbers) {
    for (float number : numbers) {
      if (!Float.isFinite(number)) {
        return false;
      }
    }
    return true;
  }
}
