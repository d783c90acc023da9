package studio.backprop.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import studio.backprop.kernel.Kernels;
import studio.backprop.layer.Input;
import studio.backprop.layer.Layout;
import studio.backprop.network.Analysis;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.Objective;
import studio.backprop.op.Builder;
import studio.backprop.op.ClassWeights;
import studio.backprop.op.CostOp;
import studio.backprop.op.LossOp;
import studio.backprop.op.Op;
import studio.backprop.op.Rearrange;
import studio.backprop.tensor.Seeds;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Storage;
import studio.backprop.tensor.Tensor;

/** Compiles the ancestors of the loss into a sequence of ops over buffers of one batch size. */
public final class Compiler implements Builder {
  /**
   * Purpose of a plan. Without training, no gradients are allocated. In a lean plan buffers are shared: after a pass only inputs,
   * prediction, loss and parameter gradients are valid. To explain, inputs have gradients too. Results are bitwise equal.
   */
  public enum Purpose {
    TRAIN(true, false),
    TRAIN_LEAN(true, true),
    EXPLAIN(true, false),
    PREDICT(false, false),
    PREDICT_LEAN(false, true);

    private final boolean trains;
    private final boolean lean;

    Purpose(boolean trains, boolean lean) {
      this.trains = trains;
      this.lean = lean;
    }

    boolean lean() {
      return lean;
    }
  }

  private final Kernels kernels;
  private final Objective objective;
  private final ClassWeights weights;
  private final Parameters parameters;
  private final Seeds seeds;
  private final Purpose purpose;
  private final int batch;

  private List<Step> steps = new ArrayList<>();
  private final Map<Integer, Tensor> outputs = new HashMap<>();
  private final Map<Integer, UnitSwitches.Units> switched = new HashMap<>();
  private final List<Tensor> inputs = new ArrayList<>();
  private final Map<Storage, Op> producers = new IdentityHashMap<>();
  private final Map<Storage, Tensor> rearranged = new IdentityHashMap<>();
  private Node node;
  /** Rows of the node's input: more than the batch after a batch concatenation. */
  private int rows;
  private Tensor target;
  private Tensor prediction;
  private LossOp loss;

  private Compiler(
      Kernels kernels, Objective objective, ClassWeights weights, Parameters parameters, Seeds seeds, Purpose purpose, int batch) {
    this.kernels = kernels;
    this.objective = objective;
    this.weights = weights;
    this.parameters = parameters;
    this.seeds = seeds;
    this.purpose = purpose;
    this.batch = batch;
  }

  /**
   * Compiles a valid network.
   *
   * @param seeds of the run, for stochastic ops
   * @param batch examples in each pass
   * @throws IllegalArgumentException if the network has problems
   */
  public static Plan compile(Network network, Parameters parameters, Kernels kernels, Seeds seeds, Purpose purpose, int batch) {
    return plan(network, Optional.empty(), ClassWeights.NONE, parameters, kernels, seeds, purpose, batch).take();
  }

  /**
   * Compiles the ancestors of an objective's loss. Nodes that it does not train have no parameter gradients.
   *
   * @param weights class weights of the loss
   */
  public static Plan compile(Network network, Objective objective, ClassWeights weights, Parameters parameters, Kernels kernels,
      Seeds seeds, Purpose purpose, int batch) {
    return plan(network, Optional.of(objective), weights, parameters, kernels, seeds, purpose, batch).take();
  }

  /**
   * Memory of a plan in bytes, without parameters; allocates nothing.
   *
   * @throws IllegalArgumentException if the network has problems
   */
  public static long bytes(Network network, Kernels kernels, Purpose purpose, int batch) {
    Parameters unset = Parameters.unset(network, network.analyse());
    return plan(network, Optional.empty(), ClassWeights.NONE, unset, kernels, new Seeds(0), purpose, batch).bytes();
  }

  private static Plan plan(Network network, Optional<Objective> wanted, ClassWeights weights, Parameters parameters, Kernels kernels,
      Seeds seeds, Purpose purpose, int batch) {
    Analysis analysis = network.analyse();
    if (!analysis.valid()) {
      throw new IllegalArgumentException("the network cannot run: " + analysis.problems().get(0).sentence());
    }
    Objective objective = wanted.orElseGet(network::objective);
    Compiler compiler = new Compiler(kernels, objective, weights, parameters, seeds, purpose, batch);
    int last = objective.output().id();
    analysis.order().stream().filter(node -> network.leads(node.id(), last)).forEach(node -> compiler.place(network, node));
    compiler.markWhatGoesBack();
    if (purpose.lean) {
      compiler.steps = Fusion.of(compiler.steps);
    }
    return new Plan(compiler);
  }

  private void place(Network network, Node placed) {
    node = placed;
    List<Tensor> from = network.sources(placed.id()).stream().map(source -> outputs.get(source.id())).toList();
    rows = from.isEmpty() ? batch : from.get(0).rows();
    Tensor output = placed.layer().build(this, arranged(placed.layer().layout(), from));
    outputs.put(placed.id(), output);
    parameters.switches().of(placed.id()).ifPresent(units -> switched.put(placed.id(), units));
    if (placed.layer() instanceof Input) {
      inputs.add(output);
    }
  }

  /** Inputs of a layer in its storage layout. Images may be interleaved in lanes if these are filled by whole examples. */
  private List<Tensor> arranged(Layout storage, List<Tensor> from) {
    boolean images = !from.isEmpty() && from.stream().allMatch(tensor -> tensor.shape().rank() == 3);
    boolean wanted = storage == Layout.LANES || storage == Layout.EITHER && from.stream().anyMatch(tensor -> tensor.lanes() > 1);
    int lanes = images && wanted && rows % kernels.lanes() == 0 ? kernels.lanes() : 1;
    return from.stream().map(tensor -> storage == Layout.AS_IS ? tensor : arranged(tensor, lanes)).toList();
  }

  /** The same numbers tiled over as many lanes; cached. */
  private Tensor arranged(Tensor tensor, int lanes) {
    if (tensor.lanes() == lanes) {
      return tensor;
    }
    Tensor other = rearranged.computeIfAbsent(tensor.storage(), key -> add(new Rearrange(kernels, tensor, lanes)));
    return other.shape().equals(tensor.shape()) ? other : other.reshaped(tensor.name(), tensor.shape());
  }

  /** Backward reachability: a step is differentiated if a differentiated later step reads its output. */
  private void markWhatGoesBack() {
    Map<Storage, Boolean> wanted = new IdentityHashMap<>();
    wanted.put(loss.output().storage(), true);
    for (int i = steps.size() - 1; i >= 0; i--) {
      Step step = steps.get(i);
      Tensor output = step.op().output();
      if (output.hasGrad() && wanted.containsKey(output.storage())) {
        steps.set(i, new Step(step.node(), step.op(), true));
        step.op().inputs().forEach(input -> wanted.put(input.storage(), true));
      }
    }
  }

  @Override
  public Kernels kernels() {
    return kernels;
  }

  @Override
  public Tensor parameter(String name) {
    Tensor found = parameters.find(node.weights(), name).map(Parameter::tensor).orElse(null);
    return found == null || objective.learning().contains(node.weights()) ? found : found.withoutGrad();
  }

  @Override
  public Tensor buffer(String name, Shape shape, Tensor... from) {
    boolean asked = purpose == Purpose.EXPLAIN && node.layer() instanceof Input;
    boolean withGrad = asked || purpose.trains && Stream.of(from).anyMatch(tensor -> tensor != null && tensor.hasGrad());
    int lanes = Stream.of(from).filter(tensor -> tensor != null).mapToInt(Tensor::lanes).max().orElse(1);
    return new Tensor(name, rows, shape, lanes, withGrad);
  }

  @Override
  public Tensor target(Shape shape) {
    target = new Tensor("target", rows, shape, false);
    return target;
  }

  @Override
  public void predicts(Tensor tensor) {
    prediction = tensor;
  }

  @Override
  public Op producer(Tensor tensor) {
    return producers.get(tensor.storage());
  }

  @Override
  public Tensor add(Op op) {
    steps.add(new Step(node.id(), op, false));
    producers.put(op.output().storage(), op);
    if (op instanceof LossOp placed) {
      loss = placed;
    }
    return op.output();
  }

  @Override
  public ClassWeights classWeights() {
    return weights;
  }

  @Override
  public boolean opposed() {
    return objective.opposed();
  }

  @Override
  public List<Tensor> costs() {
    return steps.stream().map(Step::op).filter(CostOp.class::isInstance).map(op -> ((CostOp) op).cost()).toList();
  }

  @Override
  public SplittableRandom random(String use) {
    return seeds.source(use + "/" + node.id());
  }

  Purpose purpose() {
    return purpose;
  }

  int batch() {
    return batch;
  }

  List<Step> steps() {
    return steps;
  }

  Map<Integer, Tensor> outputs() {
    return outputs;
  }

  /** Nodes whose units can be switched off. */
  Map<Integer, UnitSwitches.Units> switched() {
    return switched;
  }

  List<Tensor> inputs() {
    return inputs;
  }

  Tensor target() {
    return target;
  }

  Tensor prediction() {
    return prediction;
  }

  LossOp loss() {
    return loss;
  }
}
