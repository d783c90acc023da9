package studio.backprop.network.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Conv2d;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Flatten;
import studio.backprop.layer.Layer;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.layer.LayerType;
import studio.backprop.layer.Output;
import studio.backprop.layer.Padding;
import studio.backprop.layer.Reshape;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.Problem.Severity;
import studio.backprop.network.Wire;
import studio.backprop.network.repair.Repair.Kind;
import studio.backprop.setting.Size;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Message;

/** Fixes that insert layers into a wire, so that shapes match. */
final class Between {
  /** Errors of sequence and graph layers for inputs without two axes. */
  private static final Set<String> TWO_AXES = Set.of("refuse.needs_sequence", "refuse.needs_nodes");

  private final Trials bench;

  private Between(Trials bench) {
    this.bench = bench;
  }

  static void propose(Trials bench) {
    Between between = new Between(bench);
    boolean known = bench.arriving().size() == bench.sources().size();
    if (bench.node().isPresent() && known && bench.analysis.shape(bench.problem.node()).isEmpty()) {
      bench.wiresIn().forEach(between::proposeIn);
    }
  }

  /** Inserts an output layer before a loss that does not accept the input. */
  static void proposeOutput(Trials bench) {
    if (bench.problem.severity() == Severity.BROKEN) {
      int node = bench.problem.node();
      bench.network.wires().stream().filter(wire -> wire.from() == node || wire.to() == node).forEach(new Between(bench)::proposeOutput);
    }
  }

  private void proposeIn(Wire wire) {
    Shape arrives = bench.analysis.shape(wire.from()).orElseThrow();
    for (LayerType type : LayerCatalog.types()) {
      Layer fresh = type.fresh();
      boolean plain = fresh.arity().min() == 1 && !(fresh instanceof Output) && !(fresh instanceof Reshape);
      if (plain && fresh.infer(List.of(arrives)).ok() && fresh.parameters(List.of(arrives)).isEmpty()) {
        propose(wire, Message.of("repair.insert", type.title()), fresh);
      }
    }
    ShapeGuesses.images(arrives, bench.goal).forEach(image -> proposeReshape(wire, image));
    if (TWO_AXES.contains(bench.problem.sentence().key())) {
      ShapeGuesses.sequences(arrives).forEach(sequence -> proposeReshape(wire, sequence));
    }
    bench.arriving().stream().filter(other -> !other.equals(arrives))
        .flatMap(other -> bench.node().orElseThrow().layer().beside(other).stream())
        .filter(wanted -> !wanted.equals(arrives)).distinct().forEach(wanted -> proposeMatch(wire, arrives, wanted));
  }

  private void proposeReshape(Wire wire, Shape shape) {
    propose(wire, Message.of("repair.insert.reshape", shape.toString()), new Reshape(shape));
  }

  /** Inserts a projection to the shape of another input, as in the shortcuts of He et al. 2016. */
  private void proposeMatch(Wire wire, Shape arrives, Shape other) {
    if (arrives.rank() == 1 && other.rank() == 1) {
      propose(wire, Message.of("repair.insert.dense", other.size(0)), Dense.of(other.size(0), Activation.NONE));
    } else if (arrives.rank() == 2 && other.rank() == 2) {
      propose(wire, Message.of("repair.insert.dense", other.size(1)), Dense.of(other.size(1), Activation.NONE));
    } else if (arrives.rank() == 3 && other.rank() == 3) {
      int down = Math.max(1, arrives.size(1) / other.size(1));
      int across = Math.max(1, arrives.size(2) / other.size(2));
      Size stride = new Size(down, across);
      Layer plain = Conv2d.of(other.size(0), 1, Padding.SAME, Activation.NONE);
      Layer conv = LayerSettings.with(plain, "stride", stride).orElse(plain);
      Message title = down * across == 1
          ? Message.of("repair.insert.conv", other.size(0))
          : Message.of("repair.insert.conv_stride", other.size(0), stride.toString());
      propose(wire, title, conv);
    } else if (arrives.rank() == 3 && other.rank() == 1) {
      propose(wire, Message.of("repair.insert.flat_dense", other.size(0)), new Flatten(), Dense.of(other.size(0), Activation.NONE));
    }
  }

  private void proposeOutput(Wire wire) {
    Optional<Shape> arrives = bench.analysis.shape(wire.from());
    if (bench.goal.isEmpty() || arrives.isEmpty() || !(bench.network.node(wire.to()).layer() instanceof Output)) {
      return;
    }
    Dense output = bench.goal.get().outputLayer();
    Message title = Message.of("repair.insert.output", output.units());
    if (arrives.get().rank() == 1) {
      propose(wire, title, output);
    } else {
      propose(wire, Message.of("repair.insert.flat_output", output.units()), new Flatten(), output);
    }
  }

  private void propose(Wire wire, Message title, Layer... layers) {
    bench.propose(Kind.INSERT, title, network -> into(network, wire, layers), after -> consequence(after, wire));
  }

  /** Inserts a chain of new nodes into a wire. */
  static Network into(Network network, Wire wire, Layer... layers) {
    Network result = network;
    Wire rest = wire;
    for (Layer layer : layers) {
      int added = result.nextId();
      result = result.add(layer, 0, 0).insert(added, rest);
      rest = new Wire(added, wire.to());
    }
    return result;
  }

  private Message consequence(Network after, Wire wire) {
    List<Node> added = new ArrayList<>(after.nodes());
    added.removeIf(node -> node.id() < bench.network.nextId());
    Node last = added.get(added.size() - 1);
    var known = after.analyse();
    long parameters = added.stream().mapToLong(known::parameterCount).sum();
    String shape = known.shape(last.id()).map(Shape::toString).orElse("?");
    Node target = after.node(wire.to());
    if (parameters > 0) {
      return Message.of("repair.insert.learns", shape, parameters);
    }
    long behind = known.parameterCount(target);
    return behind > 0 ? Message.of("repair.insert.after", shape, target.type().title(), behind) : Message.of("repair.insert.plain", shape);
  }
}
