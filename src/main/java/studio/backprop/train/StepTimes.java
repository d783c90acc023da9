package studio.backprop.train;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import studio.backprop.train.agent.CollectionTimes;
import studio.backprop.train.learn.LearnerTurn;

/** How long the parts of whole steps take: their passes and, of an agent, what it does before it learns. Allocates nothing in a step. */
final class StepTimes {
  private final PhaseTimer timer;
  /** Of an agent, which acts before it learns; null of others. */
  private final CollectionTimes acting;

  /** @param passes of a step */
  StepTimes(int passes, Optional<CollectionTimes> acting) {
    this.timer = new PhaseTimer(System::nanoTime, passes);
    this.acting = acting.orElse(null);
  }

  /** A step begins. */
  void start() {
    timer.start();
    if (acting != null) {
      acting.sinceLast(); // of a step that was begun op by op
    }
  }

  /** A turn has begun: whoever acted for it did not learn meanwhile. */
  void acted() {
    if (acting != null) {
      timer.leaveOut(acting.sinceLast());
    }
  }

  void took(int pass, Cursor.Phase phase) {
    timer.took(pass, phase);
  }

  double share(Cursor.Phase phase) {
    return timer.share(phase);
  }

  /**
   * What an agent does before it learns, as shares of the time of a step and its part of the acting, as measured, in the order of
   * {@link CollectionTimes.Part}; NaN before a step was taken at full speed. Empty where nobody acts.
   */
  double[] actingShares() {
    if (acting == null) {
      return new double[0];
    }
    double all = timer.whole();
    double[] shares = new double[CollectionTimes.Part.values().length];
    for (CollectionTimes.Part part : CollectionTimes.Part.values()) {
      shares[part.ordinal()] = acting.nanos(part);
      all += acting.nanos(part);
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= all;
    }
    return shares;
  }

  /** With the share of each. */
  List<TurnSpec> passes(List<LearnerTurn> turns) {
    return TurnSpec.of(turns, timer, 1 - Arrays.stream(actingShares()).sum());
  }
}
