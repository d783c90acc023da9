package studio.backprop.ui.design.designer;

import java.util.Optional;
import studio.backprop.text.Measured;
import studio.backprop.text.Message;
import studio.backprop.train.agent.AgentSnapshot;
import studio.backprop.train.agent.EpisodeCurves;
import studio.backprop.ui.design.designer.HealthSentence.Grade;

/** Assessment of an agent by its return instead of its gradients: small gradients are no fault where values agree with their targets. */
final class ReturnSentence {
  private ReturnSentence() {}

  /** Gradients are assessed only if they explode, and before the first evaluation. */
  static Optional<HealthSentence> of(AgentSnapshot seen, Optional<HealthSentence> gradients) {
    EpisodeCurves curves = seen.episodes();
    boolean bad = gradients.filter(found -> found.grade() == Grade.BAD).isPresent();
    if (bad || curves.looks() == 0) {
      return gradients.filter(found -> found.grade() != Grade.WARN);
    }
    double last = curves.look(curves.looks() - 1);
    double best = curves.look(curves.bestLook());
    double solved = seen.world().solved();
    if (last >= solved) {
      return Optional.of(new HealthSentence(Grade.OK, Message.of("health.agent.solved", new Measured(last), new Measured(solved))));
    }
    return Optional.of(best > last
        ? new HealthSentence(best >= solved ? Grade.WARN : Grade.OK,
            Message.of("health.agent.below", new Measured(last), new Measured(best), curves.bestLook() + 1))
        : new HealthSentence(Grade.OK, Message.of("health.agent", new Measured(last), new Measured(solved))));
  }

  /** Grade of a finished training. */
  static Grade ofEnd(Message end) {
    return end.key().endsWith(".solved") ? Grade.OK : Grade.DONE;
  }
}
