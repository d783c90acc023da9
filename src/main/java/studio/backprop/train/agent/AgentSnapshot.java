package studio.backprop.train.agent;

import java.util.Optional;
import studio.backprop.environment.Environment;

/**
 * Where an agent stands after a step, for whoever looks. Nobody changes it any more.
 *
 * @param world in which it acts
 * @param state of the first of its worlds
 * @param returned the return so far of the episode under way there
 * @param length its steps so far
 * @param taken steps in all its worlds together
 * @param epsilon how often it takes any action now; NaN of a policy, which explores by itself
 * @param last how the target of the last update came about; empty of a policy
 * @param memory what it remembers; empty where it has no memory
 * @param lived the steps that it learns from, the newest first; empty before there are any
 * @param rollout what its policy brought; empty of values
 * @param target its target network; empty where it has none
 * @param visits how often it has acted on each square of a map; empty of other worlds
 * @param episodes how its episodes went
 */
public record AgentSnapshot(
    Environment world, double[] state, double returned, int length, long taken, double epsilon, Optional<Transition> last,
    Optional<ReplaySnapshot> memory, Optional<RecentTransitions> lived, Optional<RolloutSnapshot> rollout,
        Optional<TargetNetworkSnapshot> target, float[] visits,
    EpisodeCurves episodes) {
  /** How far its target network is behind, ‖w − w⁻‖ ⁄ ‖w‖; NaN where it has none. */
  public double behind() {
    return target.map(TargetNetworkSnapshot::behind).orElse(Double.NaN);
  }
}
