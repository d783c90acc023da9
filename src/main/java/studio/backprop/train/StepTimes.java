package studio.backprop.train;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import studio.backprop.train.agent.CollectionTimes;
import studio.backprop.train.learn.LearnerTurn;

/** Durations of passes and of an agent's collection in whole steps. Allocates nothing in a step. */
final class StepTimes {
  private final PhaseTimer timer;
  /** Null without an agent. */
  private final CollectionTimes acting;

  StepTimes(int passes, Optional<CollectionTimes> acting) {
    this.timer = new PhaseTimer(System::nanoTime, passes);
    this.acting = acting.orElse(null);
  }

  void start() {
    timer.start();
    if (acting != null) {
      acting.sinceLast(); // discards a step that began op by op
    }
  }

  /** Begins a turn: excludes the time of collection. */
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

  /** Shares of the step time by {@link CollectionTimes.Part}; NaN if unmeasured, empty without an agent. */
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

  List<TurnSpec> passes(List<LearnerTurn> turns) {
    return TurnSpec.of(turns, timer, 1 - Arrays.stream(actingShares()).sum());
  }
}
