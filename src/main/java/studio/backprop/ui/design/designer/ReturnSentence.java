package studio.backprop.ui.design.designer;

import java.util.Optional;
import studio.backprop.text.Measured;
import studio.backprop.text.Message;
import studio.backprop.train.agent.AgentSnapshot;
import studio.backprop.train.agent.EpisodeCurves;
import studio.backprop.ui.design.designer.HealthSentence.Grade;

/**
 * How well an agent acts, in the place of what gradients say: where values agree with their targets, gradients are small, and that is no
 * fault.
 */
final class ReturnSentence {
  private ReturnSentence() {}

  /** Of gradients only what has no bounds is said, and how they are before the first evaluation. */
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

  /** How well a training is that has ended. @param end what is said of it */
  static Grade ofEnd(Message end) {
    return end.key().endsWith(".solved") ? Grade.OK : Grade.DONE;
  }
}
