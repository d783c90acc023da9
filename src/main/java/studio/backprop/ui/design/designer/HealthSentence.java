package studio.backprop.ui.design.designer;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import studio.backprop.doctor.Doctor;
import studio.backprop.doctor.GradientChains;
import studio.backprop.network.Analysis;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.observe.Snapshot;
import studio.backprop.plan.Parameter;
import studio.backprop.text.Measured;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Health;

/**
 * Assessment of the gradients of all weights in one sentence.
 *
 * @param grade the colour of its card
 * @param sentence compares two nodes: the first and the last where all is well, otherwise those with the largest and the smallest gradient
 * norm
 */
record HealthSentence(Grade grade, Message sentence) {
  /** Ratio of two gradient norms up to which they count as equal. */
  private static final double EQUAL = 1.25;

  /** Grade, shown as the colour of the card. */
  enum Grade {
    /** Training has ended; not graded. */
    DONE,
    OK,
    WARN,
    BAD
  }

  /**
   * ‖∂L/∂W‖ of a node.
   *
   * @param id of the node, and {@code node} its name
   */
  record Finding(int id, String node, double norm) {}

  /**
   * Worst assessment over all networks that have a loss of their own.
   *
   * @return empty where the snapshot is of another network or has no gradients
   */
  static Optional<HealthSentence> of(Network network, Analysis analysis, Snapshot snapshot) {
    return GradientChains.split(network, findings(analysis, snapshot), Finding::id).stream().map(HealthSentence::of)
        .reduce((one, other) -> other.grade.compareTo(one.grade) > 0 ? other : one);
  }

  /** In forward order. */
  private static List<Finding> findings(Analysis network, Snapshot snapshot) {
    Map<Integer, Node> nodes = new HashMap<>();
    network.order().forEach(node -> nodes.put(node.id(), node));
    Map<Integer, Finding> byNode = new HashMap<>();
    for (int p = 0; p < snapshot.parameters().size(); p++) {
      Parameter parameter = snapshot.parameters().get(p);
      if (!nodes.containsKey(parameter.node())) {
        return List.of();
      }
      boolean quiet = snapshot.rests(p) && snapshot.gradNorm(p) == 0; // while another network alone is trained
      if (snapshot.gradKnown(p) && !quiet) {
        // a node's weights come before its biases
        byNode.putIfAbsent(parameter.node(), new Finding(parameter.node(), nodes.get(parameter.node()).name(), snapshot.gradNorm(p)));
      }
    }
    return network.order().stream().map(node -> byNode.get(node.id())).filter(Objects::nonNull).toList();
  }

  /** @param findings at least one, in forward order */
  static HealthSentence of(List<Finding> findings) {
    Comparator<Finding> byNorm = Comparator.comparingDouble(Finding::norm);
    Finding strongest = findings.stream().max(byNorm).orElseThrow();
    Finding weakest = findings.stream().min(byNorm).orElseThrow();
    if (!Double.isFinite(strongest.norm)) { // NaN counts as larger than all numbers
      return new HealthSentence(Grade.BAD, Message.of("health.infinite", strongest.node));
    }
    if (Health.of(strongest.norm) == Health.EXPLODING) {
      return new HealthSentence(Grade.BAD, Message.of("health.too_large", strongest.node, new Measured(strongest.norm)));
    }
    if (strongest.norm > 0 && Health.of(strongest.norm) == Health.VANISHED) {
      return new HealthSentence(Grade.WARN, Message.of("health.faint", strongest.node, new Measured(strongest.norm)));
    }
    if (weakest.norm == 0) {
      return new HealthSentence(Grade.WARN, Message.of("health.zero", weakest.node));
    }
    if (findings.size() == 1) {
      return new HealthSentence(Grade.OK, Message.of("health.one", strongest.node, new Measured(strongest.norm)));
    }
    if (strongest.norm / weakest.norm <= Doctor.UNEVEN) {
      Finding first = findings.get(0);
      Finding last = findings.get(findings.size() - 1);
      if (factor(first, last) < EQUAL) {
        return new HealthSentence(Grade.OK, compared("health.equal", last, first));
      }
      return new HealthSentence(Grade.OK, first.norm > last.norm ? compared("health.grows", last, first)
          : compared("health.shrinks", last, first));
    }
    boolean vanishes = findings.indexOf(weakest) < findings.indexOf(strongest);
    return new HealthSentence(Grade.WARN, compared(vanishes ? "health.vanishing" : "health.uneven", strongest, weakest));
  }

  /** Text with two nodes, the ratio of their gradient norms, and both norms. */
  private static Message compared(String key, Finding from, Finding to) {
    return Message.of(key, from.node, to.node, new Measured(factor(from, to)), new Measured(from.norm), new Measured(to.norm));
  }

  /** Ratio of the rounded numbers in the text, so that readers can verify it. */
  private static double factor(Finding one, Finding other) {
    double first = new Measured(one.norm).read();
    double second = new Measured(other.norm).read();
    return Math.max(first, second) / Math.min(first, second);
  }
}
