package studio.backprop.train.agent;

import studio.backprop.environment.Environment;

/**
 * Learning statistics of an agent up to a step. Immutable.
 *
 * @param world environment
 * @param taken steps in all environments
 * @param epsilon NaN of a policy gradient method
 * @param highest largest value of a next state in the last updates; NaN if unknown
 * @param most upper bound of the discounted return; infinite if unbounded
 * @param entropy of the preferred actions over states, in nats
 * @param preferred most frequent preferred action
 * @param episodes completed
 * @param mean return of the last hundred training episodes; NaN of none
 * @param looks number of greedy evaluations
 * @param best highest mean return of an evaluation; NaN of none
 * @param bestAt number of that evaluation, from 1
 * @param last mean return of the last evaluation; NaN of none
 */
public record AgentHealth(
    Environment world, long taken, double epsilon, double highest, double most, double entropy, int preferred, int episodes, double mean,
    int looks, double best, int bestAt, double last) {
  /**
   * Return at a fraction between the worst possible one and the threshold of a solved task. Without a step limit the threshold is scaled.
   */
  public double partly(double share) {
    double least = world.leastReward() >= 0 ? 0 : world.limit().isPresent() ? world.leastReward() * world.limit().getAsInt() : Double.NaN;
    return Double.isNaN(least) ? Math.min(world.solved(), world.solved() / share) : least + share * (world.solved() - least);
  }
}
