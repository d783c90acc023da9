package studio.backprop.project.agent;

/** Learning algorithm of an agent. */
public sealed interface AgentMethod permits ValueMethod, PolicyMethod {
  /** Discount factor γ. */
  double discount();

  /** Environment steps between two rounds of updates. */
  int stepsPerRound();

  /** Updates in a round, where it learns from so many examples each. */
  int updatesPerRound(int batch);

  /** Whether its updates have one example each, whatever else is set. */
  default boolean isOnline() {
    return false;
  }

  /**
   * Whether the weights of the best evaluation are kept. Not of a table: SARSA learns an exploring policy, and a greedy evaluation would
   * prefer shorter paths that it has learned to avoid.
   */
  default boolean keepsBest() {
    return !isOnline();
  }
}
