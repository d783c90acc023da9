package studio.backprop.train.agent;

import java.util.Optional;
import studio.backprop.environment.Environment;

/**
 * Snapshot of an agent after a step. Immutable.
 *
 * @param world environment
 * @param state of the first environment
 * @param returned return so far of its current episode
 * @param length steps of that episode
 * @param taken steps in all environments
 * @param epsilon current ε; NaN of a stochastic policy
 * @param last the last update's transition; empty of a policy
 * @param memory replay memory; empty without one
 * @param lived recent transitions; empty before the first
 * @param rollout of a policy; empty of value methods
 * @param target target network; empty without one
 * @param visits actions taken on each square of a grid; empty of other environments
 * @param episodes learning curves
 */
public record AgentSnapshot(
    Environment world, double[] state, double returned, int length, long taken, double epsilon, Optional<Transition> last,
    Optional<ReplaySnapshot> memory, Optional<RecentTransitions> lived, Optional<RolloutSnapshot> rollout,
        Optional<TargetNetworkSnapshot> target, float[] visits,
    EpisodeCurves episodes) {
  /** Relative distance to the target network, ‖w − w⁻‖ ⁄ ‖w‖; NaN without one. */
  public double behind() {
    return target.map(TargetNetworkSnapshot::behind).orElse(Double.NaN);
  }
}
