package studio.backprop.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.backprop.text.Message;
import studio.backprop.train.Cursor.Phase;
import studio.backprop.train.learn.Learner;
import studio.backprop.train.learn.LearnerTurn;

/**
 * Consecutive turns of one learner in a step.
 *
 * @param title of the learner; empty if there is only one
 * @param moved parameters updated in each
 * @param share of each phase in the step time; NaN if unmeasured
 */
public record TurnSpec(Optional<Message> title, int turns, long moved, double[] shares) {
  public double share(Phase phase) {
    return shares[phase.ordinal()];
  }

  /** Merges turns of one learner in a row. @param learning share of the time without collection */
  static List<TurnSpec> of(List<LearnerTurn> taken, PhaseTimer timer, double learning) {
    List<TurnSpec> passes = new ArrayList<>();
    int phases = Phase.values().length;
    for (int i = 0; i < taken.size(); i++) {
      LearnerTurn turn = taken.get(i);
      boolean more = i > 0 && (taken.get(i - 1).learner() == turn.learner() || turn.title().isEmpty());
      TurnSpec pass = more ? passes.remove(passes.size() - 1) : new TurnSpec(turn.title(), 0, moved(turn.learner()), new double[phases]);
      double[] shares = pass.shares().clone();
      for (Phase phase : Phase.values()) {
        shares[phase.ordinal()] += timer.share(turn.pass(), phase) * learning;
      }
      passes.add(new TurnSpec(pass.title(), pass.turns() + 1, more ? Math.max(pass.moved(), moved(turn.learner())) : pass.moved(), shares));
    }
    return passes;
  }

  private static long moved(Learner learner) {
    return learner.parameters().learned().stream().mapToLong(parameter -> parameter.tensor().count()).sum();
  }
}
