package studio.backprop.project.agent;

/** Learning algorithm of an agent. */
public sealed interface AgentMethod permits ValueMethod, PolicyMethod {
  /** Discount factor γ. */
  double discount();

  /** Environment steps between two rounds of updates. */
  int stepsPerRound();

  /** Updates per round, for a batch size. */
  int updatesPerRound(int batch);

  /** Whether updates have one example each, regardless of the batch size. */
  default boolean isOnline() {
    return false;
  }

  /**
   * Whether the weights of the best evaluation are kept. Not for a table: SARSA learns the value of an exploring policy, and a greedy
   * evaluation would favour the shorter, riskier paths.
   */
  default boolean keepsBest() {
    return !isOnline();
  }
}
