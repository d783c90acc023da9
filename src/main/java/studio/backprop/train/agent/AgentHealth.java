package studio.backprop.train.agent;

import studio.backprop.environment.Environment;

/**
 * What an agent has shown up to one step, to judge whether it learns. Nobody changes it any more.
 *
 * @param world in which it acts
 * @param taken steps in all its worlds together
 * @param epsilon how often it takes any action now; NaN of a policy
 * @param highest the most that a next state was thought to be worth in the last updates; NaN where that is not known
 * @param most the largest return that there can be, discounted; infinite where nothing bounds it
 * @param entropy of the actions that it prefers in states from all over its world, in nats: 0 where it is always the same one
 * @param preferred the action that it prefers most often
 * @param episodes that ended
 * @param mean return of the last hundred of them, as it acted while learning; NaN of none
 * @param looks how often it was looked how well it acts greedily
 * @param best the highest mean return at a look; NaN of none
 * @param bestAt the number of that look, from 1
 * @param last the mean return at the last look; NaN of none
 */
public record AgentHealth(
    Environment world, long taken, double epsilon, double highest, double most, double entropy, int preferred, int episodes, double mean,
    int looks, double best, int bestAt, double last) {
  /**
   * The return that is so much of the way from the worst there can be to the one from which on the task counts as solved. Where episodes
   * have no limit there is no worst: then it is as many times worse.
   */
  public double partly(double share) {
    double least = world.leastReward() >= 0 ? 0 : world.limit().isPresent() ? world.leastReward() * world.limit().getAsInt() : Double.NaN;
    return Double.isNaN(least) ? Math.min(world.solved(), world.solved() / share) : least + share * (world.solved() - least);
  }
}
