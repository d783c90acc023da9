package studio.backprop.project.agent;

import java.util.List;
import java.util.Optional;

/** Registry of learning algorithms, in the order of the list. */
public final class MethodCatalog {
  private static final List<MethodType> TYPES =
      List.of(
          MethodType.of("q-learning", QLearning.STANDARD),
          MethodType.of("sarsa", Sarsa.STANDARD),
          MethodType.of("dqn", Dqn.STANDARD),
          MethodType.of("double-dqn", "dqn", Dqn.DOUBLE),
          MethodType.of("reinforce", Reinforce.STANDARD),
          MethodType.of("actor-critic", ActorCritic.STANDARD),
          MethodType.of("ppo", Ppo.STANDARD));

  private MethodCatalog() {}

  public static List<MethodType> types() {
    return TYPES;
  }

  public static Optional<MethodType> find(String id) {
    return TYPES.stream().filter(type -> type.id().equals(id)).findFirst();
  }

  public static MethodType typeOf(AgentMethod method) {
    return TYPES.stream().filter(type -> type.is(method)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException(method.getClass() + " is not in the catalog"));
  }
}
