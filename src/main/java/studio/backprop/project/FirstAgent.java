package studio.backprop.project;

import java.util.List;
import studio.backprop.data.DataSettings;
import studio.backprop.data.Scaling;
import studio.backprop.environment.Environment;
import studio.backprop.environment.Environments;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.layer.Layer;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.optim.Adam;
import studio.backprop.project.agent.Reinforce;
import studio.backprop.schedule.Cosine;

/** Starter project of reinforcement learning: policy and critic that balance a cart-pole by REINFORCE in some seconds. Williams 1992. */
public final class FirstAgent {
  private static final String WORLD = "cartpole";
  private static final double LEFT = 60;
  private static final double TOP = 120;
  private static final double NEAR_INPUT = 130;
  private static final double NODE_DISTANCE = 170;
  private static final double BELOW = 300;
  private static final int HIDDEN = 64;
  private static final int EPOCHS = 18;
  /** Two rounds of eight parallel environments. */
  private static final int LOOK = 8192;
  private static final int BATCH = 4096;
  private static final double RATE = 0.01;

  private FirstAgent() {}

  /** Replaces another project, keeping its seed. */
  public static Project of(Project before) {
    DataSettings data = DataSettings.of(WORLD).withScaling(Scaling.STANDARDIZE);
    TrainingSettings training = TrainingSettings.STANDARD.withSeed(before.training().seed()).withEpochs(EPOCHS).withBatch(BATCH)
        .withRate(RATE).withOptimizer(Adam.STANDARD).withSchedule(Cosine.STANDARD);
    return new Project(network(), new Agent(data, Reinforce.STANDARD, LOOK), training);
  }

  private static Network network() {
    Environment environment = Environments.find(WORLD).orElseThrow();
    Network network = Network.EMPTY.add(Input.row(environment.observed().size()), LEFT, TOP + BELOW / 2)
        .with(1, node -> node.withName("state"));
    network = chain(network, Dense.of(environment.actions().size(), Activation.SOFTMAX), "policy", Loss.POLICY_GRADIENT, TOP);
    return chain(network, Dense.of(1, Activation.NONE), "value", Loss.MSE, TOP + BELOW);
  }

  private static Network chain(Network before, Layer last, String name, Loss loss, double y) {
    List<Layer> layers = List.of(Dense.of(HIDDEN, Activation.TANH), Dense.of(HIDDEN, Activation.TANH), last, Output.of(loss));
    Network network = before;
    int source = 1;
    double x = LEFT + NEAR_INPUT;
    for (Layer layer : layers) {
      int node = network.nextId();
      network = network.add(layer, x, y).wire(source, node);
      network = layer == last ? network.with(node, own -> own.withName(name)) : network;
      source = node;
      x += NODE_DISTANCE;
    }
    return network;
  }
}
