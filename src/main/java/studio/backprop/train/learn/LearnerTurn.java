package studio.backprop.train.learn;

import java.util.Optional;
import studio.backprop.plan.Plan;
import studio.backprop.text.Message;

/**
 * A turn of a learner in a step. A learner may have several in each step, on one batch after the other.
 *
 * @param learner whose turn it is
 * @param nth which of its turns in a step it is, from 0
 * @param times how many turns it has in a step
 * @param pass its place among all turns that a step can have, from 0
 * @param passes how many that are, whoever takes them
 * @param title whose turn it is, in words; empty where there is one learner
 */
public record LearnerTurn(Learner learner, int nth, int times, int pass, int passes, Optional<Message> title) {
  /** The batch that it learns from. @param batch of the step */
  public int batch(int batch) {
    return (batch + nth) % learner.source().batches();
  }

  /** The plan that it runs. @param batch of the step */
  public Plan plan(int batch) {
    return learner.plan(batch(batch));
  }

  /** Fills the plan. @param step steps taken before */
  public void begin(int batch, long step) {
    learner.begin(batch(batch), draw(step), number(step));
  }

  /** By what its source draws what it makes in a step. */
  public long draw(long step) {
    return step * times + nth;
  }

  /** By what its ops draw in a step. */
  public long number(long step) {
    return step * passes + pass;
  }
}
