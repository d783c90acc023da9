package studio.backprop.train.agent;

import java.util.Optional;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Scaler;
import studio.backprop.environment.Dice;
import studio.backprop.environment.Environment;
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

/** Makes what an agent learns from, and its looks, out of a project. */
public final class Experiences {
  /** An episode in training goes on as long as it likes, where its world has no limit. */
  private static final int ENDLESS = Integer.MAX_VALUE;

  private final Agent agent;
  private final Environment world;
  private final Network network;
  private final Objective objective;
  private final Parameters parameters;
  private final Kernels kernels;
  private final Scaler scaler;
  private final Seeds seeds;
  private final int batch;

  /** @param scaler of observations, as of the data that are shown */
  public Experiences(Project project, Parameters parameters, Kernels kernels, Scaler scaler) {
    this.agent = (Agent) project.assignment();
    this.world = agent.environment();
    this.network = project.network();
    this.objective = network.objective();
    this.parameters = parameters;
    this.kernels = kernels;
    this.scaler = scaler;
    this.seeds = new Seeds(project.training().seed());
    this.batch = agent.batch(project.training().batch());
  }

  public Experience experience() {
    Dice explore = dice("explore");
    Dice replay = dice("replay");
    if (agent.method() instanceof PolicyMethod method) {
      Optional<Player> critic = network.critic().map(own -> new Player(network, own, parameters, kernels, method.worlds()));
      return new Rollout(method, worlds(method.worlds()), player(parameters, method.worlds()), critic, explore, replay, batch);
    }
    if (agent.method() instanceof Dqn method) {
      Parameters behind = parameters.copy();
      Replayed.Players players = new Replayed.Players(player(parameters, 1), player(parameters, batch), player(behind, batch));
      return new Replayed(method, worlds(1), players, parameters, behind, explore, replay, batch);
    }
    return new Online((ValueMethod) agent.method(), worlds(1), player(parameters, 1), explore);
  }

  private Worlds worlds(int count) {
    return new Worlds(world, scaler, count, dice("world"), dice("world/chance"), ENDLESS);
  }

  private Player player(Parameters of, int rows) {
    return new Player(network, objective, of, kernels, rows);
  }

  /** Looks in worlds of their own. @param use a name: other worlds for each */
  public Greedy greedy(String use) {
    return new Greedy(world, scaler, dice("look/" + use), dice("look/chance/" + use), player(parameters, Greedy.WORLDS));
  }

  /** What it prefers in states that are shown. */
  public PreferredActions preferences(PreparedData data) {
    return new PreferredActions(data, player(parameters, Math.min(PreferredActions.STATES, data.trainRows())));
  }

  private Dice dice(String use) {
    return new Dice(seeds, use);
  }
}
