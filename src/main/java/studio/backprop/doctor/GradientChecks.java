package studio.backprop.doctor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import studio.backprop.doctor.Finding.Figure;
import studio.backprop.doctor.Finding.Kind;
import studio.backprop.doctor.HealthStats.OfNode;
import studio.backprop.project.Regularization;
import studio.backprop.text.Measured;
import studio.backprop.text.Message;

/** Checks of vanishing and exploding gradients. */
final class GradientChecks {
  /** Ratio of gradient to weight norm: at a rate of 0.01 the update is a third of the weights. */
  private static final double EXPLODING_RATIO = 30;
  /** Share of the baseline loss below which all gradients are small. */
  private static final double LEARNED = 0.2;
  /** Ratio of gradients across three sigmoid layers. */
  private static final double CREEPING = 30;
  private static final double GROWN = 3;
  private static final int DEPTH = 3;

  private GradientChecks() {}

  static List<Finding> of(Patient patient) {
    List<Finding> all = new ArrayList<>();
    List<OfNode> known = patient.learning().stream().filter(node -> Double.isFinite(node.gradient())).toList();
    if (patient.stats().taken() > 0) {
      for (List<OfNode> nodes : GradientChains.split(patient.network(), known, OfNode::node)) {
        vanishing(patient, nodes).ifPresent(all::add);
        exploding(patient, nodes).ifPresent(all::add);
      }
    }
    return all;
  }

  private static Optional<Finding> vanishing(Patient patient, List<OfNode> nodes) {
    OfNode strongest = strongest(nodes);
    List<OfNode> faint = nodes.subList(0, nodes.indexOf(strongest)).stream()
        .filter(node -> node.gradient() * Doctor.UNEVEN < strongest.gradient()).toList();
    boolean deep = nodes.indexOf(strongest) >= DEPTH;
    // a single weak layer before stronger ones has another cause
    boolean fades = faint.size() >= DEPTH || faint.contains(nodes.get(0));
    if (deep && !fades && creeps(patient, nodes, strongest)) {
      faint = nodes.subList(0, nodes.indexOf(strongest)).stream().filter(node -> node.gradient() * CREEPING < strongest.gradient())
          .toList();
      fades = true;
    }
    if (!fades || !deep || patient.share() < LEARNED || patient.heldBack()) {
      return Optional.empty();
    }
    OfNode faintest = faint.stream().min(Comparator.comparingDouble(OfNode::gradient)).orElseThrow();
    double layers = nodes.indexOf(strongest) - nodes.indexOf(faintest);
    double factor = Math.pow(faintest.gradient() / strongest.gradient(), 1 / layers);
    List<Integer> ids = faint.stream().map(OfNode::node).toList();
    return Optional.of(new Finding(
        Kind.VANISHING, ids, List.of(figure(patient, strongest), figure(patient, faintest)),
        Message.of("doctor.vanishing.sentence", patient.name(strongest.node()), patient.name(faintest.node()), measured(strongest),
            measured(faintest),
            faint.size(), nodes.size()),
        Message.of("doctor.vanishing.why", new Measured(factor), (long) layers), Experiments.forVanishing(patient)));
  }

  /** Moderate decay over few saturating layers, if nothing is learned and the first layer hardly changes. */
  private static boolean creeps(Patient patient, List<OfNode> nodes, OfNode strongest) {
    OfNode first = nodes.get(0);
    boolean still = first.moved() < LossChecks.MIN_UPDATE;
    return patient.learnsNothing() && still && first.gradient() > 0 && first.gradient() * CREEPING < strongest.gradient();
  }

  private static Optional<Finding> exploding(Patient patient, List<OfNode> nodes) {
    OfNode strongest = strongest(nodes);
    boolean clipped = patient.project().training().regularization().clip() != Regularization.Clip.NONE;
    List<OfNode> later = nodes.subList(nodes.indexOf(strongest) + 1, nodes.size());
    Optional<OfNode> weakest = later.stream().filter(node -> node.gradient() > 0).min(Comparator.comparingDouble(OfNode::gradient));
    double usual = AgentChecks.targets(patient, strongest.node());
    boolean grows = later.size() >= DEPTH && strongest.gradient() > usual
        && weakest.filter(node -> node.gradient() * Doctor.UNEVEN < strongest.gradient()).isPresent();
    boolean huge = strongest.gradient() > usual * EXPLODING_RATIO * Math.max(1, strongest.weights()) && !hasGrown(patient, strongest);
    if (clipped || !grows && !huge) {
      return Optional.empty();
    }
    List<Integer> ids = nodes.stream().filter(node -> node.gradient() * EXPLODING_RATIO > strongest.gradient()).map(OfNode::node).toList();
    List<Figure> figures = new ArrayList<>(List.of(figure(patient, strongest)));
    weakest.ifPresent(node -> figures.add(figure(patient, node)));
    Message sentence = grows
        ? Message.of("doctor.exploding.grows", patient.name(weakest.orElseThrow().node()), patient.name(strongest.node()),
            measured(weakest.orElseThrow()), measured(strongest))
        : Message.of("doctor.exploding.huge", patient.name(strongest.node()), measured(strongest), new Measured(strongest.weights()));
    return Optional.of(new Finding(
        Kind.EXPLODING, ids, figures, sentence, Message.of("doctor.exploding.why"), Experiments.forExploding(patient)));
  }

  /** Whether large steps have made its weights large. */
  private static boolean hasGrown(Patient patient, OfNode node) {
    double first = node.movedFirst() * node.weightsFirst() / patient.project().training().rate(); // with SGD, the first gradient
    boolean changed = node.weights() > GROWN * node.weightsFirst() || node.movedFirst() > 1;
    return changed && first < EXPLODING_RATIO * Math.max(1, node.weightsFirst());
  }

  private static OfNode strongest(List<OfNode> nodes) {
    return nodes.stream().max(Comparator.comparingDouble(OfNode::gradient)).orElseThrow();
  }

  private static Measured measured(OfNode node) {
    return new Measured(node.gradient());
  }

  private static Figure figure(Patient patient, OfNode node) {
    return new Figure(Message.of("doctor.figure.gradient", patient.name(node.node())), node.gradient());
  }
}
