package studio.backprop.project;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.backprop.data.DataSettings;
import studio.backprop.data.Scaling;
import studio.backprop.data.TableData;
import studio.backprop.data.Task;
import studio.backprop.environment.Environment;
import studio.backprop.environment.Environments;
import studio.backprop.environment.Grid;
import studio.backprop.environment.GridMap;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.project.agent.AgentMethod;
import studio.backprop.project.agent.Dqn;
import studio.backprop.project.agent.MethodCatalog;
import studio.backprop.project.agent.MethodType;
import studio.backprop.project.agent.PolicyMethod;
import studio.backprop.project.agent.Ppo;
import studio.backprop.project.agent.ValueMethod;
import studio.backprop.setting.Form;

/**
 * Reinforcement learning of an agent in an environment. An epoch is the training between two greedy evaluations. Sutton and Barto 2018.
 *
 * @param data sampled states of the environment that {@link DataSettings#dataset} names, for views and input scaling
 * @param method learning algorithm
 * @param look environment steps between two evaluations, rounded up to a round of the method
 * @param map user-defined grid, for a grid world
 */
public record Agent(DataSettings data, AgentMethod method, int look, Optional<GridMap> map) implements Assignment {
  public static final int LEAST_LOOK = 1;
  public static final int MOST_LOOK = 10_000_000;

  /** In a built-in environment. */
  public Agent(DataSettings data, AgentMethod method, int look) {
    this(data, method, look, Optional.empty());
  }

  public Agent {
    data = data.withMap(Environments.find(data.dataset()).filter(usual -> usual == Grid.HOLES).flatMap(usual -> map));
    if (look < LEAST_LOOK || look > MOST_LOOK) {
      throw new IllegalArgumentException("a look must be after " + LEAST_LOOK + " to " + MOST_LOOK + " steps, but was after " + look);
    }
  }

  /** @throws java.util.NoSuchElementException if the data name no environment */
  public Environment environment() {
    Environment usual = Environments.find(data.dataset()).orElseThrow();
    return map.isPresent() && usual == Grid.HOLES ? map.get().grid() : usual;
  }

  /** Loss of its network: of the policy, or any regression loss for action values. */
  public Optional<Loss> loss() {
    return method instanceof PolicyMethod ? Optional.of(method instanceof Ppo ? Loss.PPO_CLIP : Loss.POLICY_GRADIENT) : Optional.empty();
  }

  /** Batch size of an update. @param batch of the project */
  public int batch(int batch) {
    return method.isOnline() ? 1 : method instanceof PolicyMethod ? Math.min(batch, method.stepsPerRound()) : batch;
  }

  /** Updates between two evaluations, capped. @param batch of the project */
  public int updatesPerLook(int batch) {
    return (int) Math.min(Integer.MAX_VALUE, wantedPerLook(batch));
  }

  /** Updates between two evaluations, not capped. */
  long wantedPerLook(int batch) {
    int rounds = Math.max(1, Math.round((float) look / method.stepsPerRound()));
    return (long) rounds * method.updatesPerRound(batch(batch));
  }

  /** Environment steps after so many updates, at the start of a round. @param batch of the project */
  public long takenAfter(long updates, int batch) {
    long each = method.updatesPerRound(batch(batch));
    long rounds = (updates + each - 1) / each;
    long before = method instanceof Dqn dqn && rounds > 0 ? dqn.warmUp() : 0;
    return before + rounds * method.stepsPerRound();
  }

  @Override
  public Optional<TableData> table() {
    return Optional.empty();
  }

  /** Regression: of action or state values. */
  @Override
  public Task task(Task ofData) {
    return Task.REGRESSION;
  }

  /** Two with a critic. */
  @Override
  public int learners() {
    return 1;
  }

  @Override
  public boolean predicts() {
    return true;
  }

  @Override
  public boolean hasTargets() {
    return false;
  }

  @Override
  public boolean isAdversarial() {
    return false;
  }

  @Override
  public boolean acts() {
    return true;
  }

  @Override
  public Optional<Environment> actsIn() {
    return Optional.of(environment());
  }

  @Override
  public Optional<ValueMethod> values() {
    return method instanceof ValueMethod own ? Optional.of(own) : Optional.empty();
  }

  @Override
  public boolean keepsBest() {
    return method.keepsBest();
  }

  /** Data of another kind make the project supervised. */
  @Override
  public Assignment withData(DataSettings changed) {
    return Environments.find(changed.dataset()).isPresent() ? new Agent(changed, method, look, map)
        : new Supervised(changed, Optional.empty());
  }

  /** A project with another environment: adapts inputs, outputs and scaling; states of a grid are not scaled. */
  public static Project actingIn(Project project, Environment environment) {
    Agent before = (Agent) project.assignment();
    boolean squares = environment.observed().get(0).equals(environment.observed().get(environment.observed().size() - 1));
    Scaling scaling = squares ? Scaling.NONE : Scaling.STANDARDIZE;
    Agent changed = new Agent(before.data().withDataset(environment.id()).withScaling(scaling), before.method(), before.look(),
        before.map());
    return project.withAssignment(changed).withNetwork(network -> changed.sized(network));
  }

  private Network sized(Network network) {
    Network sized = network;
    for (Node node : network.nodes()) {
      if (node.layer() instanceof Input) {
        sized = sized.with(node.id(), input -> input.withLayer(Input.row(environment().observed().size())));
      }
    }
    List<Node> last = network.outputs().isEmpty() ? List.of() : network.sources(network.objective().output().id());
    for (Node node : last) {
      if (node.layer() instanceof Dense dense) {
        sized = sized.with(node.id(), acting -> acting.withLayer(
            new Dense(environment().actions().size(), dense.activation(), dense.init(), dense.bias(), dense.trainable())));
      }
    }
    return sized;
  }

  public Agent withMethod(AgentMethod changed) {
    return new Agent(data, changed, look, map);
  }

  /** A project with another learning algorithm: adapts the last layer, the loss and the critic; common settings are kept. */
  public static Project learningBy(Project project, MethodType type) {
    Agent changed = ((Agent) project.assignment()).learningBy(type);
    return project.withAssignment(changed).withNetwork(network -> AgentNetwork.fitting(changed, network));
  }

  private Agent learningBy(MethodType type) {
    Map<String, Object> values = type.form().values(type.fresh());
    Form<AgentMethod> own = MethodCatalog.typeOf(method).form();
    own.settings().forEach(set -> values.computeIfPresent(set.name(), (name, usual) -> own.value(method, set)));
    return withMethod(type.form().make(values));
  }

  /** ε of a value-based method can change during training. */
  @Override
  public Agent withLive(Assignment other) {
    boolean both = other instanceof Agent same && MethodCatalog.typeOf(same.method) == MethodCatalog.typeOf(method);
    return both && method instanceof ValueMethod own && ((Agent) other).method instanceof ValueMethod live
        ? withMethod(own.exploring(live.epsilon(), live.epsilonEnd(), live.epsilonSteps())) : this;
  }

  /** A project with a constant ε; unchanged where there is none. */
  public static Project exploring(Project project, double epsilon) {
    return project.assignment().values().map(values -> project.withAssignment(
        ((Agent) project.assignment()).withMethod(values.exploring(epsilon, epsilon, 1)))).orElse(project);
  }

  public Agent withLook(int changed) {
    return new Agent(data, method, changed, map);
  }

  public Agent withMap(GridMap drawn) {
    return new Agent(data, method, look, drawn.equals(GridMap.USUAL) ? Optional.empty() : Optional.of(drawn));
  }

  /** Editable map of the grid; empty for other environments. */
  public Optional<GridMap> drawnMap() {
    return Environments.find(data.dataset()).filter(usual -> usual == Grid.HOLES).map(usual -> map.orElse(GridMap.USUAL));
  }

  /** A user's table is no environment: makes the project supervised. */
  @Override
  public Assignment withTable(TableData own) {
    return new Supervised(data, Optional.of(own));
  }
}
