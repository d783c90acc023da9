package studio.backprop.ui.designer;

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
  /** How well it is, by the colour of its card. */
  enum Grade { OK, WARN, BAD }

  /** A layer whose gradient is this many times weaker than another's hardly learns beside it. */
  private static final double UNEVEN = 1000;
  private static final double EXPLODING = 30;

  static Optional<HealthSentence> of(Run run, Snapshot snapshot) {
    Parameter strongest = null;
    Parameter weakest = null;
    double most = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int p = 0; p < snapshot.parameters().size(); p++) {
      Parameter parameter = snapshot.parameters().get(p);
      double norm = snapshot.gradNorm(p);
      if (!parameter.learned() || !parameter.name().equals("weight")) {
        continue;
      }
      if (!Double.isFinite(norm)) {
        return Optional.of(new HealthSentence(Grade.BAD, Message.of("health.infinite", nameOf(run, parameter))));
      }
      if (strongest == null || norm > most) {
        strongest = parameter;
        most = norm;
      }
      if (weakest == null || norm < least) {
        weakest = parameter;
        least = norm;
      }
    }
    return snapshot.step() == 0 || strongest == null ? Optional.empty() : Optional.of(judge(run, strongest, most, weakest, least));
  }

  private static HealthSentence judge(Run run, Parameter strongest, double most, Parameter weakest, double least) {
    String strong = nameOf(run, strongest);
    String weak = nameOf(run, weakest);
    if (most > EXPLODING) {
      return new HealthSentence(Grade.BAD, Message.of("health.too_large", strong, new Measured(most)));
    }
    if (strongest == weakest) {
      return new HealthSentence(Grade.OK, Message.of("health.one", strong, new Measured(most)));
    }
    double factor = most / least;
    String key = factor > UNEVEN ? "health.uneven" : "health.even";
    Grade grade = factor > UNEVEN ? Grade.WARN : Grade.OK;
    return new HealthSentence(grade,
        Message.of(key, strong, weak, new Measured(factor), new Measured(most), new Measured(least)));
  }

  private static String nameOf(Run run, Parameter parameter) {
    return run.project().network().find(parameter.node()).map(Node::name).orElse("");
  }

  /** A number that is written by the view, which knows the reader's language. */
  record Measured(double value) {}
}
