package studio.backprop.project.agent;

/** Value-based algorithm: learns Q(s, a), acts ε-greedily. */
public sealed interface ValueMethod extends AgentMethod permits QLearning, Sarsa, Dqn {
  /** Initial ε. */
  double epsilon();

  /** Final ε. */
  double epsilonEnd();

  /** Environment steps of the linear decay of ε. */
  int epsilonSteps();

  /** Copy with another ε schedule; ε can change during training. */
  ValueMethod exploring(double first, double end, int steps);

  /** ε after so many environment steps. */
  default double epsilonAt(long step) {
    return epsilon() + (epsilonEnd() - epsilon()) * Math.min(1, (double) step / epsilonSteps());
  }
}
