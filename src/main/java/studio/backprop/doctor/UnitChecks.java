package studio.backprop.doctor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.backprop.doctor.Finding.Figure;
import studio.backprop.doctor.Finding.Kind;
import studio.backprop.doctor.HealthStats.OfNode;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Layer;
import studio.backprop.layer.SimpleRnn;
import studio.backprop.text.Measured;
import studio.backprop.text.Message;

/** Checks of dead ReLUs and saturated sigmoids and tanhs. */
final class UnitChecks {
  private static final double ALMOST_ALL = 0.9;
  /** Share of zero units above the half that is expected by chance. */
  private static final double DEAD_SHARE = 0.6;
  private static final double DIED = 0.3;
  private static final double FLAT = 0.7;
  /** Share of the baseline loss below which saturation is expected. */
  private static final double SURE = 0.3;
  /** Growth of weights that is due to training. */
  private static final double GROWN = 1.5;
  static final long STEPS = 20;

  private UnitChecks() {}

  static List<Finding> of(Patient patient) {
    List<Finding> all = new ArrayList<>();
    if (patient.stats().taken() >= STEPS) {
      dead(patient).ifPresent(all::add);
      saturated(patient).ifPresent(all::add);
    }
    return all;
  }

  private static Optional<Finding> dead(Patient patient) {
    List<OfNode> dead = patient.stats().nodes().stream().filter(node -> isDead(patient, node)).toList();
    if (dead.isEmpty()) {
      return blocked(patient).or(() -> seldom(patient));
    }
    OfNode worst = dead.stream().max(Comparator.comparingDouble(OfNode::silent)).orElseThrow();
    List<Figure> figures = List.of(
        Figure.share(Message.of("doctor.figure.silent", patient.name(worst.node())), worst.silent()), silentFirst(patient, worst));
    boolean died = worst.silent() - worst.silentFirst() > DIED;
    return Optional.of(dead(
        patient, dead, figures, Message.of("doctor.dead_relu.sentence", patient.name(worst.node()), new Measured(100 * worst.silent())),
        died));
  }

  private static Finding dead(Patient patient, List<OfNode> dead, List<Figure> figures, Message sentence, boolean died) {
    List<Integer> nodes = dead.stream().map(OfNode::node).toList();
    return new Finding(
        Kind.DEAD_RELU, nodes, figures, sentence, Message.of(died ? "doctor.dead_relu.died.why" : "doctor.dead_relu.why"),
        Experiments.forDead(patient, nodes, died));
  }

  private static Figure silentFirst(Patient patient, OfNode node) {
    return Figure.share(Message.of("doctor.figure.silent_first", patient.name(node.node())), node.silentFirst());
  }

  /** Dead layer by zero gradients on both sides, which are known for all steps, unlike activations. */
  private static Optional<Finding> blocked(Patient patient) {
    List<OfNode> learning = patient.learning();
    List<OfNode> still = IntStream.range(0, learning.size() - 1)
        .filter(i -> learning.get(i).gradient() == 0 && learning.get(i + 1).gradient() == 0)
        .mapToObj(learning::get).filter(node -> node.silentFirst() >= 0).toList();
    if (still.isEmpty() || patient.hasLearned() || !answers(patient, learning.get(learning.size() - 1))) {
      return Optional.empty();
    }
    List<OfNode> begun = still.stream().filter(UnitChecks::hasBegunSilent).toList();
    List<OfNode> silent = begun.isEmpty() ? still.subList(still.size() - 1, still.size()) : begun;
    OfNode first = silent.get(0);
    List<Figure> figures = List.of(new Figure(Message.of("doctor.figure.gradient", patient.name(first.node())), 0),
        silentFirst(patient, first));
    return Optional.of(dead(patient, silent, figures, Message.of("doctor.dead_relu.blocked", patient.name(first.node())), begun.isEmpty()));
  }

  /** Whether the output passes gradients: neither a ReLU nor a softmax over one class. */
  private static boolean answers(Patient patient, OfNode last) {
    return Double.isNaN(last.silentFirst()) && patient.known().hints().stream()
        .noneMatch(hint -> hint.sentence().key().equals("hint.always_one"));
  }

  /** Layer that was mostly dead from the beginning. */
  private static Optional<Finding> seldom(Patient patient) {
    List<OfNode> silent = patient.learning().stream().filter(UnitChecks::hasBegunSilent).toList();
    if (silent.isEmpty() || !patient.learnsNothing() || !LossChecks.isStill(patient)) {
      return Optional.empty();
    }
    OfNode last = silent.get(silent.size() - 1);
    return Optional.of(dead(
        patient, silent, List.of(silentFirst(patient, last),
            new Figure(Message.of("doctor.figure.gradient", patient.name(last.node())), last.gradient())),
        Message.of("doctor.dead_relu.seldom", patient.name(last.node()), new Measured(100 * last.silentFirst())), false));
  }

  /** Whether some layer blocks nearly all gradients. */
  static boolean blocks(Patient patient) {
    return patient.stats().taken() >= STEPS && patient.stats().nodes().stream().anyMatch(node -> node.silent() >= ALMOST_ALL);
  }

  /** Without units silenced by penalties or dropout. */
  private static boolean isDead(Patient patient, OfNode node) {
    return node.silent() >= ALMOST_ALL || hasDied(node) && !patient.hasLearned() && !patient.hasOwnCosts() && !patient.heldBack();
  }

  /** Whether many initially active units are dead. */
  static boolean hasDied(OfNode node) {
    return node.silent() >= DEAD_SHARE && node.silent() - node.silentFirst() >= DIED;
  }

  private static boolean hasGrown(OfNode node) {
    return node.weights() > GROWN * node.weightsFirst();
  }

  private static boolean hasBegunSilent(OfNode node) {
    return node.silentFirst() >= ALMOST_ALL;
  }

  private static Optional<Finding> saturated(Patient patient) {
    double share = patient.share();
    double limit = share < SURE ? 2 : share < 1 ? ALMOST_ALL + (FLAT - ALMOST_ALL) * (share - SURE) / (1 - SURE) : FLAT;
    List<OfNode> flat = patient.stats().nodes().stream().filter(node -> node.saturated() >= limit).toList();
    if (flat.isEmpty()) {
      return Optional.empty();
    }
    OfNode worst = flat.stream().max(Comparator.comparingDouble(OfNode::saturated)).orElseThrow();
    Layer layer = patient.network().node(worst.node()).layer();
    Activation bend = layer instanceof SimpleRnn ? Activation.TANH : layer.activation();
    HealthStats stats = patient.stats();
    return Optional.of(new Finding(
        Kind.SATURATION, flat.stream().map(OfNode::node).toList(),
        List.of(Figure.share(Message.of("doctor.figure.flat", patient.name(worst.node())), worst.saturated())),
        Message.of("doctor.saturation.sentence", patient.name(worst.node()), new Measured(100 * worst.saturated()), bend.title(),
            stats.step()),
        Message.of("doctor.saturation.why"), Experiments.forFlat(patient, flat.stream().anyMatch(UnitChecks::hasGrown))));
  }
}
