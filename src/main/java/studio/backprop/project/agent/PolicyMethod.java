package studio.backprop.project.agent;

/** Policy-gradient algorithm: learns π(a|s) on-policy in parallel environments. */
public sealed interface PolicyMethod extends AgentMethod permits Reinforce, ActorCritic, Ppo {
  /** Number of parallel environments. */
  int worlds();

  /** Steps per environment between two rounds of updates. */
  int steps();

  /** λ of generalized advantage estimation. */
  double lambda();

  /** Epochs over a rollout. */
  int passes();

  /** Entropy coefficient β. */
  double entropy();

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
