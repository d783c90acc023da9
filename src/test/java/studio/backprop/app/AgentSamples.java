package studio.backprop.app;

import static studio.backprop.layer.Activation.NONE;
import static studio.backprop.layer.Activation.RELU;
import static studio.backprop.layer.Activation.SOFTMAX;
import static studio.backprop.layer.Activation.TANH;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.backprop.data.DataSettings;
import studio.backprop.data.Scaling;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.layer.Layer;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.optim.Sgd;
import studio.backprop.project.Agent;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.project.agent.AgentMethod;
import studio.backprop.project.agent.Dqn;
import studio.backprop.project.agent.Ppo;
import studio.backprop.project.agent.QLearning;
import studio.backprop.project.agent.Reinforce;
import studio.backprop.tensor.Init;

/** The samples of agents as code. */
final class AgentSamples {
  private static final double LEFT = 60;
  private static final double ACTOR = 120;
  private static final double CRITIC = 420;
  private static final double INPUT = 130;
  private static final double PITCH = 170;

  private AgentSamples() {}

  static Map<String, Project> all() {
    Map<String, Project> all = new LinkedHashMap<>();
    all.put("cliff", cliff());
    all.put("cartpole-reinforce", cartPoleReinforce());
    all.put("cartpole-ppo", cartPolePpo());
    all.put("cartpole-dqn", cartPoleDqn());
    all.put("acrobot-ppo", acrobotPpo());
    return all;
  }

  /** One layer over the places is the textbook's table: with ½e² for a loss the rate is its α. It falls, so that SARSA settles. */
  private static Project cliff() {
    Network network = SampleProjects.row(Input.row(48), new Dense(4, NONE, new Init(Init.Kind.CONSTANT, 0), false, true),
        new Output(Loss.HUBER, 1000)).with(1, node -> node.withName("state")).with(2, node -> node.withName("q"));
    TrainingSettings training = SampleProjects.falling(40, 1, 0.5).withOptimizer(new Sgd(0));
    return project(network, "cliff", Scaling.NONE, new QLearning(1, 0.1, 0.1, 1), 500, training);
  }

  private static Project cartPoleReinforce() {
    TrainingSettings training = SampleProjects.falling(18, 4096, 0.01);
    return project(actorCritic(4, 2, 64, TANH, Loss.POLICY_GRADIENT), "cartpole", Scaling.STANDARDIZE, new Reinforce(0.99, 8, 512, 0), 8192,
        training);
  }

  private static Project cartPolePpo() {
    TrainingSettings training = SampleProjects.falling(20, 128, 0.001);
    return project(actorCritic(4, 2, 64, TANH, Loss.PPO_CLIP), "cartpole", Scaling.NONE, new Ppo(0.98, 0.95, 8, 128, 8, 0.2, 0), 5120,
        training);
  }

  private static Project cartPoleDqn() {
    Network network = SampleProjects.row(Input.row(4), Dense.of(128, RELU), Dense.of(128, RELU), Dense.of(2, NONE), Output.of(Loss.HUBER))
        .with(1, node -> node.withName("state")).with(4, node -> node.withName("q"));
    TrainingSettings training = SampleProjects.falling(50, 64, 0.0023);
    return project(network, "cartpole", Scaling.STANDARDIZE, new Dqn(0.99, true, 1, 0.04, 8000, 100_000, 1000, 256, 128, 128, 0), 1024,
        training);
  }

  private static Project acrobotPpo() {
    TrainingSettings training = SampleProjects.falling(20, 128, 0.002);
    return project(actorCritic(6, 3, 64, TANH, Loss.PPO_CLIP), "acrobot", Scaling.STANDARDIZE,
        new Ppo(0.98, 0.95, 16, 128, 8, 0.2, 0.01), 6144,
        training);
  }

  /** The actor above, its critic below; both read the same state. */
  private static Network actorCritic(int seen, int actions, int units, Activation activation, Loss policy) {
    Network network = Network.EMPTY.add(Input.row(seen), LEFT, (ACTOR + CRITIC) / 2);
    List<Layer> actor = List.of(Dense.of(units, activation), Dense.of(units, activation), Dense.of(actions, SOFTMAX), Output.of(policy));
    List<Layer> critic = List.of(Dense.of(units, activation), Dense.of(units, activation), Dense.of(1, NONE), Output.of(Loss.MSE));
    return branch(branch(network, actor, ACTOR), critic, CRITIC).with(1, node -> node.withName("state"))
        .with(4, node -> node.withName("policy")).with(8, node -> node.withName("value"));
  }

  private static Network branch(Network begun, List<Layer> layers, double y) {
    Network network = begun;
    double x = LEFT + INPUT;
    int before = 1;
    for (Layer layer : layers) {
      int node = network.nextId();
      network = network.add(layer, x, y).wire(before, node);
      before = node;
      x += PITCH;
    }
    return network;
  }

  private static Project project(
      Network network, String world, Scaling scaling, AgentMethod method, int look, TrainingSettings training) {
    return new Project(network, new Agent(DataSettings.of(world).withScaling(scaling), method, look), training);
  }
}
