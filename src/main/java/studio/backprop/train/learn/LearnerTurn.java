package studio.backprop.train.learn;

import java.util.Optional;
import studio.backprop.plan.Plan;
import studio.backprop.text.Message;

/**
 * Turn of a learner in a step. A learner may have several per step, on consecutive batches.
 *
 * @param nth index among the learner's turns in a step
 * @param times turns of the learner in a step
 * @param pass index among all turns that a step can have
 * @param passes number of these
 * @param title of the learner; empty if there is only one
 */
public record LearnerTurn(Learner learner, int nth, int times, int pass, int passes, Optional<Message> title) {
  public int batch(int batch) {
    return (batch + nth) % learner.source().batches();
  }

  public Plan plan(int batch) {
    return learner.plan(batch(batch));
  }

  public void begin(int batch, long step) {
    learner.begin(batch(batch), draw(step), number(step));
  }

  /** Seed index of the source. */
  public long draw(long step) {
    return step * times + nth;
  }

  /** Seed index of the ops. */
  public long number(long step) {
    return step * passes + pass;
  }
}
