package studio.backprop.train.agent;

import java.util.Optional;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Scaler;
import studio.backprop.environment.Environment;
import studio.backprop.environment.SeededRandom;
import studio.backprop.kernel.Kernels;
import studio.backprop.network.Network;
import studio.backprop.network.Objective;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Agent;
import studio.backprop.project.Project;
import studio.backprop.project.agent.Dqn;
import studio.backprop.project.agent.PolicyMethod;
import studio.backprop.project.agent.ValueMethod;
import studio.backprop.tensor.Seeds;

/** Factory of a project's collector and greedy evaluations. */
public final class CollectorFactory {
  /** Limit of training episodes in an environment without one. */
  private static final int UNLIMITED = Integer.MAX_VALUE;

  private final Agent agent;
  private final Environment environment;
  private final Network network;
  private final Objective objective;
  private final Parameters parameters;
  private final Kernels kernels;
  private final Scaler scaler;
  private final Seeds seeds;
  private final int batch;

  /** @param scaler of observations, as of the displayed data */
  public CollectorFactory(Project project, Parameters parameters, Kernels kernels, Scaler scaler) {
    this.agent = (Agent) project.assignment();
    this.environment = agent.environment();
    this.network = project.network();
    this.objective = network.objective();
    this.parameters = parameters;
    this.kernels = kernels;
    this.scaler = scaler;
    this.seeds = new Seeds(project.training().seed());
    this.batch = agent.batch(project.training().batch());
  }

  public Collector experience() {
    SeededRandom explore = dice("explore");
    SeededRandom replay = dice("replay");
    if (agent.method() instanceof PolicyMethod method) {
      Optional<BatchedPolicy> critic = network.critic().map(own -> new BatchedPolicy(network, own, parameters, kernels, method.worlds()));
      return new RolloutCollector(method, worlds(method.worlds()), player(parameters, method.worlds()), critic, explore, replay, batch);
    }
    if (agent.method() instanceof Dqn method) {
      Parameters behind = parameters.copy();
      ReplayCollector.Players players = new ReplayCollector.Players(player(parameters, 1), player(parameters, batch),
          player(behind, batch));
      return new ReplayCollector(method, worlds(1), players, parameters, behind, explore, replay, batch);
    }
    return new OnlineCollector((ValueMethod) agent.method(), worlds(1), player(parameters, 1), explore);
  }

  private VectorEnvironment worlds(int count) {
    return new VectorEnvironment(environment, scaler, count, dice("world"), dice("world/chance"), UNLIMITED);
  }

  private BatchedPolicy player(Parameters of, int rows) {
    return new BatchedPolicy(network, objective, of, kernels, rows);
  }

  /** Evaluation in separate environments. @param use name that seeds them */
  public GreedyEvaluation greedy(String use) {
    return new GreedyEvaluation(environment, scaler, dice("look/" + use), dice("look/chance/" + use),
        player(parameters, GreedyEvaluation.WORLDS));
  }

  /** Probe of the preferred actions in the displayed states. */
  public PolicyProbe preferences(PreparedData data) {
    return new PolicyProbe(data, player(parameters, Math.min(PolicyProbe.STATES, data.trainRows())));
  }

  private SeededRandom dice(String use) {
    return new SeededRandom(seeds, use);
  }
}
