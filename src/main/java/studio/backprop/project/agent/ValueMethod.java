package studio.backprop.project.agent;

/** Learns what each action is worth, Q(s, a), takes the best one, and now and then any. */
public sealed interface ValueMethod extends AgentMethod permits QLearning, Sarsa, Dqn {
  /** ε at first: how often any action is taken. */
  double epsilon();

  /** ε in the end. */
  double epsilonEnd();

  /** Steps in the world until then, evenly. */
  int epsilonSteps();

  /** The same with another ε: at first, in the end, and the steps until then. It may change while an agent learns. */
  ValueMethod exploring(double first, double end, int steps);

  /** ε after so many steps in the world. */
  default double epsilonAt(long step) {
    return epsilon() + (epsilonEnd() - epsilon()) * Math.min(1, (double) step / epsilonSteps());
  }
}
