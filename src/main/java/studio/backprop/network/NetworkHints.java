package studio.backprop.network;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.backprop.layer.Activation;
import studio.backprop.layer.LayerType;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Problem.Place;
import studio.backprop.network.Problem.Severity;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Message;

/** Warnings for valid but probably unintended networks: an activation that does not suit the loss, an unused output. */
final class NetworkHints {
  /** Activations that suit a categorical loss, which adds a softmax if there is none. */
  private static final Set<Activation> SHARES = EnumSet.of(Activation.NONE, Activation.SOFTMAX, Activation.LOG_SOFTMAX);
  private static final Set<Activation> CHANCES =
      EnumSet.of(Activation.NONE, Activation.SIGMOID, Activation.HARD_SIGMOID, Activation.STEP, Activation.SOFTMAX);

  private final Network network;
  private final Map<Integer, Shape> shapes;
  private final List<Problem> hints = new ArrayList<>();

  NetworkHints(Network network, Map<Integer, Shape> shapes) {
    this.network = network;
    this.shapes = shapes;
  }

  List<Problem> all() {
    for (Node node : network.nodes()) {
      if (shapes.containsKey(node.id())) {
        checkLoss(node);
        checkTwice(node);
        checkStep(node);
        checkUnused(node);
      }
    }
    return List.copyOf(hints);
  }

  /** Missing softmax or sigmoid before a loss, and a constant one. */
  private void checkLoss(Node node) {
    if (!(node.layer() instanceof Output output)) {
      return;
    }
    Node last = network.sources(node.id()).get(0);
    Activation bend = activation(last).orElse(Activation.NONE);
    boolean single = shapes.get(last.id()).count() == 1;
    boolean shares = output.loss().isCategorical();
    if (single && bend == Activation.SOFTMAX) {
      hint(last, "hint.always_one", last.title(), node.title());
    } else if (shares && !SHARES.contains(bend)) {
      hint(last, "hint.wants_softmax", node.title(), output.loss().title(), last.title(), bend.title());
    } else if (output.loss() == Loss.BINARY_CROSS_ENTROPY && !CHANCES.contains(bend)) {
      hint(last, "hint.wants_sigmoid", node.title(), output.loss().title(), last.title(), bend.title());
    }
  }

  private void checkTwice(Node node) {
    if (activation(node).orElse(null) == Activation.SOFTMAX) {
      network.sources(node.id()).stream()
          .filter(source -> activation(source).orElse(null) == Activation.SOFTMAX)
          .findFirst()
          .ifPresent(source -> hint(node, "hint.softmax_twice", node.title(), source.title()));
    }
  }

  private void checkStep(Node node) {
    if (activation(node).orElse(null) == Activation.STEP) {
      hint(node, "hint.step", node.title());
    }
  }

  private void checkUnused(Node node) {
    boolean used = network.outputs().stream().anyMatch(output -> network.leads(node.id(), output.id()));
    if (!network.outputs().isEmpty() && !used && network.targets(node.id()).isEmpty()) {
      hint(node, "hint.unused", node.title(), network.objective().output().title());
    }
  }

  private static Optional<Activation> activation(Node node) {
    LayerType type = node.type();
    return type.settings().stream()
        .map(setting -> type.form().value(node.layer(), setting))
        .filter(Activation.class::isInstance)
        .map(Activation.class::cast)
        .findFirst();
  }

  private void hint(Node node, String key, Object... args) {
    hints.add(new Problem(node.id(), Place.OUTPUT, Severity.HINT, Message.of(key, args)));
  }
}
