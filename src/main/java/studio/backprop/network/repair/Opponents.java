package studio.backprop.network.repair;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import studio.backprop.layer.Activation;
import studio.backprop.layer.BatchConcat;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Flatten;
import studio.backprop.layer.Input;
import studio.backprop.layer.Layer;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.layer.Reshape;
import studio.backprop.network.Analysis;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.Wire;
import studio.backprop.network.repair.Repair.Kind;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Message;

/**
 * Fixes that complete a GAN: the concatenation of real and generated examples, a generator with its noise, a discriminator. Existing parts
 * are reused.
 */
public final class Opponents {
  /** Key of the problem that there are not two networks. */
  public static final String MISSING = "adversarial.roles";
  private static final String FEW_INPUTS = "problem.few_inputs";
  /** Key of the problem that both networks share a layer; it names the node. */
  public static final String SHARED = "adversarial.shared";

  /** Names of the groups. */
  public static final String GENERATOR = "Generator G";
  public static final String DISCRIMINATOR = "Discriminator D";

  private static final String NOISE = "z";
  private static final int HIDDEN = 32;
  /** Size of z, for points and for images. */
  private static final int POINT_NOISE = 2;
  private static final int IMAGE_NOISE = 16;
  private static final int SMALL = 4;
  private static final double ACROSS = 180;
  private static final double DOWN = 260;
  /** Horizontal distance on the canvas from a generator below to the concatenation, in px: keeps its wire clear of the node. */
  private static final double LEFT_OF_CONCAT = 60;
  /** Width of the concatenation node and its gap, in px. */
  private static final double CONCAT_WIDTH = 248;

  private final Shape example;
  private Network network;

  private Opponents(Network network, Shape example) {
    this.network = network;
    this.example = example;
  }

  static void propose(Trials bench) {
    String key = bench.problem.sentence().key();
    if (key.equals(SHARED)) {
      bench.node().ifPresent(shared -> bench.propose(Kind.CHANGE, Message.of("repair.own_weights", shared.title()),
          network -> network.with(shared.id(), node -> node.withWeightsOf(node.id())), Opponents::parameters));
    } else if (key.equals(MISSING) || key.equals(FEW_INPUTS) && meets(bench)) {
      bench.goal.map(Goal::input).or(() -> fed(bench)).ifPresent(example -> bench.propose(
          Kind.INSERT, Message.of("repair.opponents"), network -> new Opponents(network, example).built(), Opponents::parameters));
    }
  }

  /** Shape of an example by the existing network, where data are not loaded yet. */
  private static Optional<Shape> fed(Trials bench) {
    Analysis known = bench.network.analyse();
    return bench.node().stream().flatMap(node -> bench.network.sources(node.id()).stream())
        .flatMap(source -> known.shape(source.id()).stream()).findFirst();
  }

  /** Whether the concatenation lacks an input, that is one of the networks. */
  private static boolean meets(Trials bench) {
    return bench.node().filter(node -> node.layer().joinsBatches()).isPresent();
  }

  private static Message parameters(Network after) {
    return Message.of("repair.parameters", after.analyse().parameterCount());
  }

  private Network built() {
    Optional<Integer> cut = meeting().isPresent() ? Optional.empty() : cut();
    int meeting = meeting().map(Node::id).orElseGet(() -> meet(cut));
    judge(meeting);
    List<Integer> sources = network.sources(meeting).stream().map(Node::id).toList();
    Optional<Integer> generated = cut.filter(id -> !isInput(id)).or(() -> sources.stream().filter(id -> !isInput(id)).findFirst())
        .or(() -> open(meeting));
    int real = sources.stream().filter(id -> suits(id) && generated.filter(made -> network.leads(id, made)).isEmpty()).findFirst()
        .or(() -> cut.filter(this::isInput)).or(() -> real(generated)).orElseGet(() -> add(new Input(example), meeting, 1, 1));
    int made = generated.orElseGet(() -> generator(meeting));
    for (int source : sources) {
      network = network.unwire(source, meeting);
    }
    network = network.wire(real, meeting).wire(made, meeting);
    return network;
  }

  private boolean isInput(int node) {
    return network.node(node).layer() instanceof Input;
  }

  /** Whether a node is an input for examples. */
  private boolean suits(int node) {
    return network.node(node).layer() instanceof Input input && input.shape().equals(example);
  }

  private Optional<Node> meeting() {
    return network.nodes().stream().filter(node -> node.layer() instanceof BatchConcat).findFirst();
  }

  // --- concatenation

  /**
   * Node after which the discriminator begins, without a concatenation: the first whose output has the shape of an example, preferably no
   * input. Without trainable predecessors, as for noise on real examples, it does not end a generator.
   */
  private Optional<Integer> cut() {
    Analysis known = network.analyse();
    Predicate<Wire> carries = wire -> known.shape(wire.from()).filter(example::equals).isPresent()
        && (isInput(wire.from()) || learns(known, wire.from()))
        && network.outputs().stream().anyMatch(end -> network.leads(wire.to(), end.id()) && end.id() != wire.to());
    return network.wires().stream().filter(carries)
        .min(Comparator.comparing((Wire wire) -> isInput(wire.from())).thenComparing(wire -> network.node(wire.from()).x()))
        .map(Wire::from);
  }

  private boolean learns(Analysis known, int last) {
    return network.nodes().stream().filter(node -> node.id() == last || network.leads(node.id(), last))
        .anyMatch(node -> known.parameterCount(node) > 0);
  }

  /** Adds the concatenation before the discriminator, if there is one. */
  private int meet(Optional<Integer> cut) {
    int id = network.nextId();
    Optional<Node> waits = network.nodes().stream().filter(node -> !(node.layer() instanceof Input) && network.sources(node.id()).isEmpty())
        .filter(node -> network.outputs().stream().anyMatch(end -> end.id() != node.id() && network.leads(node.id(), end.id())))
        .findFirst();
    if (waits.isPresent()) {
      network = network.add(new BatchConcat(), waits.get().x() - CONCAT_WIDTH, waits.get().y()).wire(id, waits.get().id());
    } else if (cut.isPresent()) {
      network = network.add(new BatchConcat(), 0, 0);
      for (Node target : network.targets(cut.get())) {
        network = network.unwire(cut.get(), target.id()).wire(id, target.id());
      }
      network = network.wire(cut.get(), id); // between both, so that they are moved apart
    } else {
      network = network.add(new BatchConcat(), right() + ACROSS, top());
    }
    return id;
  }

  private double right() {
    return network.nodes().stream().mapToDouble(Node::x).max().orElse(3 * ACROSS);
  }

  private double top() {
    return network.nodes().stream().mapToDouble(Node::y).min().orElse(DOWN);
  }

  // --- generator and discriminator

  /** Adds a discriminator behind the concatenation, if there is none. */
  private void judge(int meeting) {
    if (network.targets(meeting).isEmpty()) {
      network.outputs().stream().filter(end -> network.sources(end.id()).isEmpty()).findFirst()
          .ifPresent(end -> network = network.remove(List.of(end.id())));
      int first = network.nextId();
      int flat = example.rank() == 1 ? meeting : chain(meeting, new Flatten());
      int last = chain(flat, Dense.of(HIDDEN, Activation.RELU), Dense.of(1, Activation.SIGMOID), Output.of(Loss.BINARY_CROSS_ENTROPY));
      frame(DISCRIMINATOR, IntStream.rangeClosed(first, last).boxed().toList());
    }
  }

  private int chain(int from, Layer... layers) {
    int last = from;
    for (Layer layer : layers) {
      Node before = network.node(last);
      int id = network.nextId();
      network = network.add(layer, before.x() == 0 ? 0 : before.x() + ACROSS, before.x() == 0 ? 0 : before.y()).wire(last, id);
      last = id;
    }
    return last;
  }

  /** Unconnected generator: a dangling output of this shape with an input. */
  private Optional<Integer> open(int meeting) {
    Analysis known = network.analyse();
    return network.nodes().stream().filter(node -> node.id() != meeting && !isInput(node.id()) && network.targets(node.id()).isEmpty())
        .filter(node -> known.shape(node.id()).filter(example::equals).isPresent()).map(Node::id).findFirst();
  }

  /** Unconnected input of real examples. */
  private Optional<Integer> real(Optional<Integer> generated) {
    return network.nodes().stream().map(Node::id).filter(this::suits)
        .filter(id -> generated.filter(made -> network.leads(id, made)).isEmpty())
        .min(Comparator.comparing((Integer id) -> !network.targets(id).isEmpty()));
  }

  /** Adds noise, two layers, and an output layer; before the concatenation or, if occupied, below. */
  private int generator(int meeting) {
    int count = (int) example.count();
    int row = example.rank() == 1 ? 4 : 5;
    int line = free(network.node(meeting)) ? 0 : 2;
    int from = add(Input.row(count <= SMALL ? POINT_NOISE : IMAGE_NOISE), meeting, row, line);
    int first = from;
    int at = row;
    for (Layer layer : List.of(Dense.of(HIDDEN, Activation.RELU), Dense.of(HIDDEN, Activation.RELU), Dense.of(count, Activation.NONE))) {
      int next = add(layer, meeting, --at, line);
      network = network.wire(from, next);
      from = next;
    }
    if (example.rank() > 1) {
      int shaped = add(new Reshape(example), meeting, 1, line);
      network = network.wire(from, shaped);
      from = shaped;
    }
    if (network.nodes().stream().noneMatch(node -> node.name().equals(NOISE))) {
      network = network.with(first, node -> node.withName(NOISE));
    }
    frame(GENERATOR, IntStream.rangeClosed(first, from).boxed().toList());
    return from;
  }

  private boolean free(Node node) {
    return placed(node) && network.nodes().stream()
        .noneMatch(other -> other.id() != node.id() && other.x() < node.x() && Math.abs(other.y() - node.y()) < DOWN / 2);
  }

  /** Places a node without a position between its neighbours. */
  private static boolean placed(Node node) {
    return node.x() != 0 || node.y() != 0;
  }

  /** Groups new nodes, unless the name is used. */
  private void frame(String name, List<Integer> nodes) {
    if (network.marks().groups().stream().noneMatch(group -> group.name().equals(name))) {
      network = network.withMarks(marks -> marks.group(name, nodes));
    }
  }

  /** Adds a node so many columns before the concatenation and rows below it, clear of existing wires. */
  private int add(Layer layer, int meeting, int before, int under) {
    Node at = network.node(meeting);
    Node near = placed(at) ? at : network.sources(meeting).stream().findFirst().orElse(at);
    double left = near == at ? ACROSS : LEFT_OF_CONCAT;
    int id = network.nextId();
    network = network.add(layer, near.x() - (before - 1) * ACROSS - left, near.y() + under * DOWN);
    return id;
  }
}
