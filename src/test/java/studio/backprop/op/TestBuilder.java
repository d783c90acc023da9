package studio.backprop.op;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import studio.backprop.kernel.Kernels;
import studio.backprop.tensor.Seeds;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/** Unfolds a single layer or op, and runs it forward and backward. Every buffer keeps a gradient if what it is computed from does. */
public final class TestBuilder implements Builder {
  private final Kernels kernels;
  private final int batch;
  private final Seeds seeds;
  private final Map<String, Tensor> parameters = new HashMap<>();
  private final Set<String> used = new HashSet<>();
  private final List<Tensor> tensors = new ArrayList<>();
  private final List<Op> ops = new ArrayList<>();
  private ClassWeights weights = ClassWeights.NONE;
  private Tensor target;
  private Tensor prediction;

  public TestBuilder(Kernels kernels, int batch, long seed) {
    this.kernels = kernels;
    this.batch = batch;
    this.seeds = new Seeds(seed);
  }

  /** An input that keeps a gradient. */
  public Tensor input(Shape shape) {
    return input(shape, 1);
  }

  /** An input whose examples lie side by side. */
  public Tensor input(Shape shape, int lanes) {
    return keep(new Tensor("input", batch, shape, lanes, true));
  }

  /** A parameter that layers find by its name. */
  public Tensor parameter(String name, int rows, Shape shape, boolean learned) {
    Tensor parameter = keep(new Tensor(name, rows, shape, learned));
    parameters.put(name, parameter);
    return parameter;
  }

  private Tensor keep(Tensor tensor) {
    tensors.add(tensor);
    return tensor;
  }

  @Override
  public Kernels kernels() {
    return kernels;
  }

  @Override
  public Tensor parameter(String name) {
    if (parameters.containsKey(name)) {
      used.add(name);
    }
    return parameters.get(name);
  }

  /** The names of the parameters that were asked for and are there. */
  public Set<String> parametersUsed() {
    return used;
  }

  @Override
  public Tensor buffer(String name, Shape shape, Tensor... from) {
    boolean withGrad = false;
    int lanes = 1;
    for (Tensor tensor : from) {
      withGrad |= tensor != null && tensor.hasGrad();
      lanes = tensor == null ? lanes : Math.max(lanes, tensor.lanes());
    }
    return keep(new Tensor(name, batch, shape, lanes, withGrad));
  }

  /** Losses that are placed from now on weigh the classes. */
  public void weigh(ClassWeights byClass) {
    weights = byClass;
  }

  @Override
  public ClassWeights classWeights() {
    return weights;
  }

  @Override
  public Tensor target(Shape shape) {
    target = new Tensor("target", batch, shape, false);
    return target;
  }

  @Override
  public void predicts(Tensor tensor) {
    prediction = tensor;
  }

  @Override
  public Op producer(Tensor tensor) {
    return ops.stream().filter(op -> op.output().storage() == tensor.storage()).findFirst().orElse(null);
  }

  @Override
  public Tensor add(Op op) {
    ops.add(op);
    if (op instanceof CostOp costly) {
      keep(costly.cost());
    }
    return keep(op.output());
  }

  @Override
  public List<Tensor> costs() {
    return ops.stream().filter(CostOp.class::isInstance).map(op -> ((CostOp) op).cost()).toList();
  }

  @Override
  public SplittableRandom random(String use) {
    return seeds.source(use);
  }

  public List<Op> ops() {
    return ops;
  }

  public Tensor target() {
    return target;
  }

  public Tensor prediction() {
    return prediction;
  }

  public void forward(Mode mode) {
    ops.forEach(op -> op.forward(mode));
  }

  /** Clears all gradients, gives the output those of {@code upstream} and goes back through all ops. */
  public void backward(Tensor output, float[] upstream) {
    tensors.forEach(Tensor::zeroGrad);
    System.arraycopy(upstream, 0, output.grads(), 0, upstream.length);
    for (int i = ops.size() - 1; i >= 0; i--) {
      ops.get(i).backward();
    }
  }
}
