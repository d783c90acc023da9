package studio.backprop.project.agent;

/** How an agent learns. */
public sealed interface AgentMethod permits ValueMethod, PolicyMethod {
  /** γ: what a reward of the next step is worth now. */
  double discount();

  /** Steps in the worlds between two rounds of updates. */
  int stepsPerRound();

  /** Updates in a round, where it learns from so many examples each. */
  int updatesPerRound(int batch);

  /** Whether its updates have one example each, whatever else is set. */
  default boolean isOnline() {
    return false;
  }

  /**
   * Whether the weights that acted best at a look are kept. A table is what it has learned in the end: SARSA learns how to act with its
   * exploration, and looks without it would prefer the shorter ways that it has learned to leave.
   */
  default boolean keepsBest() {
    return !isOnline();
  }
}
