package studio.backprop.ui.designer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import studio.backprop.network.Node;
import studio.backprop.plan.Parameter;
import studio.backprop.text.Message;
import studio.backprop.train.Run;
import studio.backprop.train.Snapshot;

/**
 * What the gradients of all weights together say, in one sentence with their numbers.
 *
 * @param grade how well it is
 * @param sentence names the nodes with the strongest and the weakest gradient
 */
record HealthSentence(Grade grade, Message sentence) {
  /** A layer whose gradient is this many times weaker than another's hardly learns beside it. */
  private static final double UNEVEN = 1000;

  /** How well it is, by the colour of its card. */
  enum Grade {
    OK,
    WARN,
    BAD
  }

  /** ‖∂L/∂W‖ of the weights of a node. */
  record Finding(String node, double norm) {}

  /** A number that is written by the view, which knows the reader's language. */
  record Measured(double value) {}

  static Optional<HealthSentence> of(Run run, Snapshot snapshot) {
    List<Finding> findings = snapshot.step() == 0 ? List.of() : findings(run, snapshot);
    return findings.isEmpty() ? Optional.empty() : Optional.of(of(findings));
  }

  private static List<Finding> findings(Run run, Snapshot snapshot) {
    List<Finding> findings = new ArrayList<>();
    int lastNode = 0;
    for (int p = 0; p < snapshot.parameters().size(); p++) {
      Parameter parameter = snapshot.parameters().get(p);
      if (parameter.learned() && parameter.node() != lastNode) { // a node's weights come before its biases
        lastNode = parameter.node();
        String name = run.project().network().find(lastNode).map(Node::name).orElse("");
        findings.add(new Finding(name, snapshot.gradNorm(p)));
      }
    }
    return findings;
  }

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
    if (weakest.norm == 0) {
      return new HealthSentence(Grade.WARN, Message.of("health.zero", weakest.node));
    }
    return findings.size() == 1
        ? new HealthSentence(Grade.OK, Message.of("health.one", strongest.node, new Measured(strongest.norm)))
        : compare(strongest, weakest);
  }

  private static HealthSentence compare(Finding strongest, Finding weakest) {
    double factor = strongest.norm / weakest.norm;
    boolean even = factor <= UNEVEN;
    Message sentence = Message.of(even ? "health.even" : "health.uneven", strongest.node, weakest.node, new Measured(factor),
        new Measured(strongest.norm), new Measured(weakest.norm));
    return new HealthSentence(even ? Grade.OK : Grade.WARN, sentence);
  }
}
