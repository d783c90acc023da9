package studio.backprop.project.agent;

/** Learns with which probability to take each action, π(a|s), from what its own policy brought in several worlds at once. */
public sealed interface PolicyMethod extends AgentMethod permits Reinforce, ActorCritic, Ppo {
  /** Worlds side by side. */
  int worlds();

  /** Steps in each world between two rounds of updates. */
  int steps();

  /** λ: how far an advantage looks ahead before it relies on the critic. */
  double lambda();

  /** How often a round goes over what was brought. */
  int passes();

  /** β: how much the entropy counts. */
  double entropy();

  /** Whether it cannot do without a critic. */
  boolean needsCritic();

  @Override
  default int stepsPerRound() {
    return worlds() * steps();
  }

  @Override
  default int updatesPerRound(int batch) {
    return passes() * Math.max(1, stepsPerRound() / batch);
  }
}
