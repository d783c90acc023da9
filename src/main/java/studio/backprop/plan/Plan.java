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
  /** By the place of a step: the units of its node, where it gives what the node outputs and units of it can be switched off. */
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

  /** Null where there are none. To be asked before numbers share room. */
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

  /** The bytes of all numbers of its own, parameters apart: known before any memory is taken. */
  public long bytes() {
    long numbers = rooms().stream().mapToLong(Storage::count).sum();
    return Float.BYTES * (numbers + Stream.of(steps).mapToLong(step -> step.op().scratch()).sum());
  }

  /** Takes the memory of all its numbers. */
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

  /** Where the batch is put in: one tensor for each input node, in the order of the nodes. */
  public List<Tensor> inputs() {
    return inputs;
  }

  /** Where the right answers are put in. */
  public Tensor target() {
    return target;
  }

  /** The prediction as a person means it: probabilities, not logits. */
  public Tensor prediction() {
    return prediction;
  }

  /** The op at the end, which knows what each example costs. */
  public LossOp loss() {
    return loss;
  }

  /** The output of a node, if the node leads to the loss. */
  public Optional<Tensor> output(int node) {
    return Optional.ofNullable(outputs.get(node));
  }

  /**
   * Where the gradient at the end of a node is read: its output, or, where a cross-entropy reads through a softmax or sigmoid, the logits
   * before it. Empty for a node that no gradient reaches.
   */
  public Optional<Tensor> gradient(int node) {
    int last = lastBackward(node);
    return last < 0 ? output(node).filter(Tensor::hasGrad).map(this::whereItArrives) : Optional.of(steps[last].op().output());
  }

  /**
   * Whether {@link #gradient} is that of the logits z of a node, because the loss reads through its softmax or sigmoid, and not of its
   * output.
   */
  public boolean gradientAtLogits(int node) {
    return gradient(node).flatMap(arrives -> output(node).map(output -> arrives.storage() != output.storage())).orElse(false);
  }

  /**
   * A loss that reads past a softmax or sigmoid gives nothing to its output, nor to what only has another shape: then the logits have it.
   */
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

  /** The place of the last op of a node that goes back, −1 if none does. */
  int lastBackward(int node) {
    int i = steps.length - 1;
    while (i >= 0 && !(steps[i].node() == node && steps[i].goesBack())) {
      i--;
    }
    return i;
  }

  /**
   * Measures the gradients at the ends of these nodes in each backward pass from now on. Not for a lean plan, whose gradients share room.
   */
  public void measure(List<Integer> nodes, Kernels kernels) {
    norms = new GradientNorms(this, nodes, kernels);
  }

  /** What the last backward pass measured; null where nothing is to be measured. */
  public GradientNorms norms() {
    return norms;
  }

  /** Before a training step, counted from 0: ops that draw numbers draw those of this step. */
  public void begin(long number) {
    for (Step step : steps) {
      step.op().begin(number);
    }
  }

  /** Runs all ops in order. The loss is then in {@link #lossValue}. */
  public void forward(Mode mode) {
    for (int i = 0; i < steps.length; i++) {
      forward(mode, i);
    }
  }

  /** Runs all ops but the loss, which is the last. */
  public void forwardToLoss(Mode mode) {
    for (int i = 0; i < steps.length - 1; i++) {
      forward(mode, i);
    }
  }

  /** Runs the loss, once all other ops have run. */
  public void forwardLoss(Mode mode) {
    forward(mode, steps.length - 1);
  }

  /** Runs a single op: a plan can be gone through op by op. */
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

  /** Runs all ops backward, in reverse order, from a gradient of the loss of one. Where nothing is learned, nothing runs. */
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
   * Runs all ops but the loss backward, from a weighted sum of neighbouring numbers that the loss reads, such as the logit of a class:
   * then gradients say what each example's sum depends on. Where nothing is learned, nothing runs.
   *
   * @param first of the numbers, row-major within an example
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

  /** Sets every gradient to zero, that of the loss to one. */
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

  /**
   * The first step whose output is not finite, in forward order: where a fault began. A lean plan goes through the pass again to see it.
   */
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

  /** The first step, in backward order, that made a gradient which is not finite. A lean plan goes through both passes again to see it. */
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
