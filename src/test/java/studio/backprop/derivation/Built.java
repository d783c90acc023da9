package studio.backprop.derivation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import studio.backprop.data.Progress;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.layer.Examples.Example;
import studio.backprop.layer.Flatten;
import studio.backprop.layer.Input;
import studio.backprop.layer.Layer;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.op.Mode;
import studio.backprop.op.Values;
import studio.backprop.plan.Compiler;
import studio.backprop.plan.Compiler.Purpose;
import studio.backprop.plan.Parameter;
import studio.backprop.plan.Parameters;
import studio.backprop.plan.Plan;
import studio.backprop.tensor.Seeds;
import studio.backprop.tensor.Tensor;

/** A small network around one layer, once as it is trained and once as it is explained, over the same numbers. */
final class Built {
  static final int BATCH = 5;
  private static final Seeds SEEDS = new Seeds(5);
  private static final int CELLS = 2;

  final Plan real;
  final Plan plan;
  final Parameters parameters;
  final Explainer explainer;
  private final Parameters learned;
  private final SplittableRandom random = new SplittableRandom(5);

  private Built(Network network, Values values) {
    Kernels kernels = KernelChoice.create(1);
    learned = Parameters.initial(network, network.analyse(), SEEDS);
    parameters = learned.copy();
    real = Compiler.compile(network, learned, kernels, SEEDS, Purpose.TRAIN, BATCH);
    plan = Compiler.compile(network, parameters, kernels, SEEDS, Purpose.EXPLAIN, BATCH);
    Plan many = Compiler.compile(network, parameters, kernels, SEEDS, Purpose.EXPLAIN, Explainer.TWINS);
    Plan one = Compiler.compile(network, parameters, kernels, SEEDS, Purpose.EXPLAIN, 1);
    for (int i = 0; i < plan.inputs().size(); i++) {
      Tensor filled = new Tensor("filled", BATCH, plan.inputs().get(i).shape(), false);
      values.fill(filled, random);
      plan.inputs().get(i).set(filled.values());
      real.inputs().get(i).set(filled.values());
    }
    Tensor answers = new Tensor("answers", BATCH, plan.target().shape(), false);
    Values.BITS.fill(answers, random);
    plan.target().set(answers.values());
    real.target().set(answers.values());
    explainer = new Explainer(plan, many, one, parameters, real.steps());
    explainer.begin();
    real.forward(Mode.TRAIN);
    real.backward();
  }

  /** A layer between its inputs and a loss; a layer that is an end of the network stands with the other end alone. */
  static Built around(Example example) {
    if (example.layer() instanceof Input) {
      return new Built(
          Network.EMPTY.add(example.layer(), 0, 0).add(new Flatten(), 1, 0).add(Output.of(Loss.MSE), 2, 0).wire(1, 2).wire(2, 3),
          example.values());
    }
    return new Built(ended(example, List.of()), example.values());
  }

  /** The same with other layers before it at each input; empty where it does not take what these give. */
  static Optional<Built> behind(Example example, List<Layer> before) {
    Network network = ended(example, before);
    return network.analyse().problems().isEmpty() ? Optional.of(new Built(network, example.values())) : Optional.empty();
  }

  private static Network ended(Example example, List<Layer> before) {
    Network network = Network.EMPTY;
    List<Integer> ends = new ArrayList<>();
    for (int i = 0; i < example.inputs().size(); i++) {
      network = network.add(new Input(example.inputs().get(i)), 0, i);
      for (Layer layer : before) {
        network = network.add(layer, 0, i);
        network = network.wire(network.nodes().size() - 1, network.nodes().size());
      }
      ends.add(network.nodes().size());
    }
    network = network.add(example.layer(), 1, 0);
    int node = network.nodes().size();
    for (int end : ends) {
      network = network.wire(end, node);
    }
    return example.layer() instanceof Output ? network
        : network.add(new Flatten(), 2, 0).add(Output.of(Loss.MSE), 3, 0).wire(node, node + 1).wire(node + 1, node + 2);
  }

  Explanation explain(Cell cell, int row) {
    explainer.run(row);
    return explainer.explain(new Subject(0, isParameter(cell) ? cell.tensor().name() : null, 0), cell, 1, row, Progress.NONE);
  }

  boolean isParameter(Cell cell) {
    return parameters.all().stream().anyMatch(parameter -> parameter.tensor() == cell.tensor());
  }

  /** The gradient of the parameter in the step itself. */
  float real(Cell cell) {
    for (int i = 0; i < parameters.all().size(); i++) {
      if (parameters.all().get(i).tensor() == cell.tensor()) {
        return learned.all().get(i).tensor().grads()[cell.at()];
      }
    }
    throw new IllegalArgumentException(cell + " is no parameter");
  }

  /** Of each parameter, input and output of an op with gradients, the number that the loss feels most, and others. */
  List<Cell> cells() {
    if (!plan.loss().output().hasGrad()) {
      return List.of(); // tokens that are looked up in a table which does not learn
    }
    explainer.run(Slopes.ALL);
    List<Tensor> all = new ArrayList<>(plan.inputs());
    parameters.all().stream().filter(Parameter::learned).forEach(parameter -> all.add(parameter.tensor()));
    plan.steps().forEach(step -> all.add(step.op().output()));
    List<Cell> cells = new ArrayList<>();
    for (Tensor tensor : all.stream().filter(Tensor::hasGrad).filter(tensor -> tensor != plan.loss().output()).toList()) {
      cells.add(steepest(tensor));
      random.ints(CELLS, 0, tensor.count()).forEach(at -> cells.add(new Cell(tensor, at / tensor.rowCount(), at % tensor.rowCount())));
    }
    return cells;
  }

  /** The largest gradient of all numbers that stand where this one stands. */
  double largest(Cell cell) {
    double largest = 0;
    for (float gradient : explainer.slopes().kept(cell.tensor())) {
      largest = Math.max(largest, Math.abs(gradient));
    }
    return largest;
  }

  /** Only those that nothing computes. */
  List<Cell> variables() {
    return cells().stream().filter(cell -> explainer.slopes().plan().maker(cell.tensor()) < 0).toList();
  }

  private Cell steepest(Tensor tensor) {
    Cell best = new Cell(tensor, 0, 0);
    for (int row = 0; row < tensor.rows(); row++) {
      for (int place = 0; place < tensor.rowCount(); place++) {
        Cell cell = new Cell(tensor, row, place);
        best = Math.abs(explainer.slopes().gradient(cell)) > Math.abs(explainer.slopes().gradient(best)) ? cell : best;
      }
    }
    return best;
  }
}
