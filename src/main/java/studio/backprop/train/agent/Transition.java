package studio.backprop.train.agent;

/**
 * What an agent has just learned from, for whoever looks: how the target y came about.
 *
 * @param action that was taken
 * @param reward r
 * @param next what the next state is thought to be worth, max Q(s′, a′) or the like
 * @param terminated whether there is no next state
 * @param target y = r + γ · next
 */
public record Transition(int action, double reward, double next, boolean terminated, double target) {}
