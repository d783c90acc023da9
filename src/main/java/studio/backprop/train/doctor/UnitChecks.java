package studio.backprop.train.doctor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Layer;
import studio.backprop.layer.SimpleRnn;
import studio.backprop.network.repair.Settings;
import studio.backprop.text.Measured;
import studio.backprop.text.Message;
import studio.backprop.train.Vitals;
import studio.backprop.train.Vitals.OfNode;
import studio.backprop.train.doctor.Finding.Figure;
import studio.backprop.train.doctor.Finding.Kind;

/** Units that let no gradient through: ReLUs that are always zero, sigmoids and tanhs that are always almost flat. */
final class UnitChecks {
  private static final double ALMOST_ALL = 0.9;
  /** In a deep network half of the units are silent by chance; more than that, and more than at first, have died. */
  private static final double MANY = 0.6;
  private static final double DIED = 0.3;
  private static final double FLAT = 0.7;
  /** A network that knows its answers may be sure of them. */
  private static final double SURE = 0.3;
  private static final long STEPS = 20;

  private UnitChecks() {}

  static List<Finding> of(Patient patient) {
    List<Finding> all = new ArrayList<>();
    if (patient.vitals().taken() >= STEPS) {
      dead(patient).ifPresent(all::add);
      saturated(patient).ifPresent(all::add);
    }
    return all;
  }

  private static Optional<Finding> dead(Patient patient) {
    List<OfNode> dead = patient.vitals().nodes().stream().filter(node -> isDead(patient, node)).toList();
    if (dead.isEmpty()) {
      return Optional.empty();
    }
    OfNode worst = dead.stream().max(Comparator.comparingDouble(OfNode::silent)).orElseThrow();
    List<Figure> figures = List.of(
        Figure.share(Message.of("doctor.figure.silent", patient.name(worst.node())), worst.silent()),
        Figure.share(Message.of("doctor.figure.silent_first", patient.name(worst.node())), worst.silentFirst()));
    List<Integer> nodes = dead.stream().map(OfNode::node).toList();
    boolean died = worst.silent() - worst.silentFirst() > DIED;
    return Optional.of(new Finding(
        Kind.DEAD_RELU, nodes, figures,
        Message.of("doctor.dead_relu.sentence", patient.name(worst.node()), new Measured(100 * worst.silent())),
        Message.of(died ? "doctor.dead_relu.died.why" : "doctor.dead_relu.why"), Experiments.forDead(patient, nodes, died)));
  }

  /** Whether hardly a unit of some layer lets a gradient through, however it vanishes elsewhere. */
  static boolean blocks(Patient patient) {
    return patient.vitals().taken() >= STEPS && patient.vitals().nodes().stream().anyMatch(node -> node.silent() >= ALMOST_ALL);
  }

  /** What a penalty or dropout silences is not killed by the steps. */
  private static boolean isDead(Patient patient, OfNode node) {
    return node.silent() >= ALMOST_ALL || hasDied(node) && !patient.hasLearned() && !patient.hasOwnCosts() && !patient.heldBack();
  }

  /** Whether many units that spoke at first are silent. */
  static boolean hasDied(OfNode node) {
    return node.silent() >= MANY && node.silent() - node.silentFirst() >= DIED;
  }

  private static Optional<Finding> saturated(Patient patient) {
    double share = patient.share();
    double limit = share < SURE ? 2 : share < 1 ? ALMOST_ALL + (FLAT - ALMOST_ALL) * (share - SURE) / (1 - SURE) : FLAT;
    List<OfNode> flat = patient.vitals().nodes().stream().filter(node -> node.saturated() >= limit).toList();
    if (flat.isEmpty()) {
      return Optional.empty();
    }
    OfNode worst = flat.stream().max(Comparator.comparingDouble(OfNode::saturated)).orElseThrow();
    Layer layer = patient.network().node(worst.node()).layer();
    Activation bend = layer instanceof SimpleRnn ? Activation.TANH : Settings.bends(layer);
    Vitals vitals = patient.vitals();
    return Optional.of(new Finding(
        Kind.SATURATION, flat.stream().map(OfNode::node).toList(),
        List.of(Figure.share(Message.of("doctor.figure.flat", patient.name(worst.node())), worst.saturated())),
        Message.of("doctor.saturation.sentence", patient.name(worst.node()), new Measured(100 * worst.saturated()), bend.title(), vitals.step()),
        Message.of("doctor.saturation.why"), Experiments.forFlat(patient)));
  }
}
