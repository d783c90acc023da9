package studio.backprop.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.backprop.layer.Arity;
import studio.backprop.layer.Inference;
import studio.backprop.layer.Output;
import studio.backprop.network.Problem.Place;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Message;

/** Validates a network in one pass from inputs to loss: shape inference and errors. */
final class Checker {
  /** Limit on the numbers per example of a node's output: far more than can be trained, and no overflow in sums. */
  private static final long LARGEST = 1 << 26;

  private final Network network;
  private final List<Node> order;
  private final Map<Integer, Shape> shapes = new HashMap<>();
  private final Map<Integer, List<Shape>> inputShapes = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  Checker(Network network, List<Node> order) {
    this.network = network;
    this.order = order;
  }

  Analysis check() {
    List<Node> outputs = network.outputs();
    if (network.nodes().isEmpty()) {
      report(0, Place.NETWORK, "network.empty");
    } else if (outputs.isEmpty()) {
      report(0, Place.NETWORK, "network.no_loss");
    } else if (outputs.size() > 1 && !isActorWithCritic(outputs)) {
      report(outputs.get(1).id(), Place.SETTINGS, "network.two_losses", outputs.get(0).title(), outputs.get(1).title());
    }
    order.forEach(this::check);
    order.forEach(this::checkSharing);
    checkCircles();
    List<Problem> hints = new NetworkHints(network, shapes).all();
    new GraphNodes(network, shapes, inputShapes).name();
    return new Analysis(order, Map.copyOf(shapes), Map.copyOf(inputShapes), List.copyOf(problems), hints);
  }

  /** Actor-critic: two losses, each with nodes of its own. */
  private static boolean isActorWithCritic(List<Node> outputs) {
    return outputs.size() == 2 && outputs.stream().filter(output -> ((Output) output.layer()).loss().isPolicy()).count() == 1;
  }

  private void check(Node node) {
    Optional<Message> setting = node.type().problem(node.layer());
    if (setting.isPresent()) {
      problems.add(new Problem(node.id(), Place.SETTINGS, Message.of("problem.setting", node.title(), setting.get())));
      return;
    }
    List<Node> sources = network.sources(node.id());
    if (!wiredEnough(node, sources)) {
      return;
    }
    List<Shape> inputs = sources.stream().map(source -> shapes.get(source.id())).toList();
    if (inputs.contains(null)) {
      return; // depends on a node whose problem is reported already
    }
    Inference inference = node.layer().infer(inputs);
    if (!inference.ok()) {
      problems.add(new Problem(node.id(), Place.INPUT, named(inference, node, sources)));
      return;
    }
    if (inference.shape().count() > LARGEST) {
      report(node.id(), Place.OUTPUT, "problem.too_large", node.title(), inference.shape().toString(), LARGEST);
      return;
    }
    shapes.put(node.id(), inference.shape());
    inputShapes.put(node.id(), inputs);
  }

  private boolean wiredEnough(Node node, List<Node> sources) {
    Arity arity = node.layer().arity();
    if (sources.size() >= arity.min()) {
      return true;
    }
    boolean matters = network.outputs().isEmpty() || network.outputs().stream().anyMatch(output -> network.leads(node.id(), output.id()));
    if (matters) {
      report(node.id(), Place.INPUT, arity.min() == 1 ? "problem.no_input" : "problem.few_inputs", node.title(), arity.min());
    }
    return false;
  }

  private void checkSharing(Node node) {
    List<Shape> inputs = inputShapes.get(node.id());
    List<Shape> originalInputs = inputShapes.get(node.weights());
    if (!node.sharesWeights() || inputs == null || originalInputs == null) {
      return;
    }
    Node original = network.node(node.weights());
    if (!original.layer().parameters(originalInputs).equals(node.layer().parameters(inputs))) {
      report(node.id(), Place.INPUT, "problem.sharing", node.title(), original.title());
    }
  }

  /** Reports each wire that closes a cycle, which a file may contain. */
  private void checkCircles() {
    List<Node> left = network.nodes().stream().filter(node -> !order.contains(node)).toList();
    network.wires().stream()
        .filter(wire -> left.stream().anyMatch(node -> node.id() == wire.to()) && network.leads(wire.to(), wire.from()))
        .reduce((first, second) -> second)
        .ifPresent(wire -> report(wire.to(), Place.INPUT, "problem.circle", network.node(wire.from()).title(), network.node(wire.to())
            .title()));
  }

  /** Adds node names and shapes to the message of a layer, see {@link Inference#refusal}. */
  private static Message named(Inference inference, Node node, List<Node> sources) {
    List<Object> args = new ArrayList<>();
    args.add(node.title());
    args.add(sources.get(inference.input()).title());
    inference.refusal().args().forEach(arg -> args.add(arg instanceof Shape shape ? inWords(shape) : arg));
    args.add(sources.get(0).title());
    return new Message(inference.refusal().key(), args);
  }

  private static Message inWords(Shape shape) {
    return Message.of("shape.words." + shape.rank(), shape.toString());
  }

  private void report(int node, Place place, String key, Object... args) {
    problems.add(new Problem(node, place, Message.of(key, args)));
  }
}
