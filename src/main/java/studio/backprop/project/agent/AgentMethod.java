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
}
