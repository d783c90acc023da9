package studio.backprop.network.repair;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Flatten;
import studio.backprop.layer.Input;
import studio.backprop.layer.Layer;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.Problem.Place;
import studio.backprop.network.repair.Repair.Kind;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Message;

/** Fixes of missing or superfluous inputs and losses. */
final class Ends {
  private final Trials bench;
  private final Network network;

  private Ends(Trials bench) {
    this.bench = bench;
    this.network = bench.network;
  }

  static void propose(Trials bench) {
    Ends ends = new Ends(bench);
    if (bench.problem.place() == Place.NETWORK) {
      ends.proposeLoss();
    }
    if (bench.problem.place() == Place.NETWORK || bench.problem.place() == Place.INPUT && bench.sources().isEmpty()) {
      ends.proposeInput();
    }
    ends.proposeFewer();
  }

  /** Appends a loss to the last node, after an output layer if the shape does not suit. */
  private void proposeLoss() {
    Optional<Node> last = last();
    if (last.isEmpty() || !network.outputs().isEmpty()) {
      return;
    }
    Optional<Shape> gives = bench.analysis.shape(last.get().id());
    boolean row = gives.filter(shape -> shape.rank() == 1).isPresent();
    Optional<Goal> goal = bench.goal;
    boolean right = row && goal.filter(g -> !answers(g, gives.get().count())).isEmpty();
    if (goal.isPresent() && gives.isPresent() && !right) {
      Dense output = goal.get().outputLayer();
      Output loss = Output.of(goal.get().loss(output.units()));
      Message title = Message.of("repair.output_and_loss", output.units(), loss.loss().title());
      append(last.get(), title, row ? new Layer[] {output, loss} : new Layer[] {new Flatten(), output, loss});
    }
    Optional<Loss> asked = goal.map(g -> g.loss(gives.map(Shape::count).orElse((long) g.outputs())));
    Output loss = Output.of(asked.orElseGet(() -> lossAfter(last.get(), gives)));
    append(last.get(), Message.of("repair.loss.add", loss.loss().title(), last.get().title()), loss);
  }

  private static boolean answers(Goal goal, long width) {
    return width == goal.outputs() || goal.loss(width) == Loss.BINARY_CROSS_ENTROPY;
  }

  /** Without data, the last activation determines the loss. */
  private static Loss lossAfter(Node last, Optional<Shape> gives) {
    Activation bend = last.layer().activation();
    boolean single = gives.filter(shape -> shape.count() == 1).isPresent();
    if (bend == Activation.SOFTMAX && !single) {
      return Loss.CROSS_ENTROPY;
    }
    return bend == Activation.SIGMOID ? Loss.BINARY_CROSS_ENTROPY : Loss.MSE;
  }

  /** End of the unfinished chain; preferably one with a known shape. */
  private Optional<Node> last() {
    Predicate<Node> open = node -> network.targets(node.id()).isEmpty();
    Predicate<Node> known = node -> bench.analysis.shape(node.id()).isPresent();
    Optional<Node> best = network.nodes().stream().filter(open.and(known)).reduce((first, second) -> second);
    return best.or(() -> network.nodes().stream().filter(open).reduce((first, second) -> second));
  }

  private void append(Node last, Message title, Layer... layers) {
    bench.propose(Kind.INSERT, title, n -> appended(n, last, layers), after -> parameters(after));
  }

  private static Network appended(Network network, Node last, Layer... layers) {
    Network result = network;
    int from = last.id();
    for (Layer layer : layers) {
      int added = result.nextId();
      result = result.add(layer, 0, 0).wire(from, added);
      from = added;
    }
    return result;
  }

  /** Adds an input of the data's shape before the first unconnected node, or as the first node. */
  private void proposeInput() {
    if (network.nodes().stream().anyMatch(node -> node.layer() instanceof Input) || bench.goal.isEmpty()) {
      return;
    }
    Goal goal = bench.goal.get();
    Optional<Node> waits = bench.node().or(() -> network.nodes().stream().filter(node -> network.sources(node.id()).isEmpty()).findFirst());
    bench.propose(
        Kind.INSERT,
        Message.of("repair.input", goal.input().toString()),
        n -> {
          Network grown = n.add(new Input(goal.input()), 0, 0);
          return waits.map(node -> grown.wire(n.nextId(), node.id())).orElse(grown);
        },
        after -> Message.of("repair.input.after", goal.data()));
  }

  /** Removes one of several losses or inputs. */
  private void proposeFewer() {
    boolean loss = bench.node().filter(node -> node.layer() instanceof Output).isPresent() && network.outputs().size() > 1;
    boolean input = bench.node().filter(node -> node.layer() instanceof Input).isPresent();
    List<Node> ends = loss ? network.outputs() : input ? inputs() : List.of();
    ends.forEach(end -> bench.propose(
        Kind.REMOVE, Message.of("repair.remove", end.title()), n -> n.remove(List.of(end.id())), Ends::parameters));
  }

  private List<Node> inputs() {
    return network.nodes().stream().filter(node -> node.layer() instanceof Input).toList();
  }

  private static Message parameters(Network after) {
    return Message.of("repair.parameters", after.analyse().parameterCount());
  }
}
