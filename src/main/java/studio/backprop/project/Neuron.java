package studio.backprop.project;

import java.util.Optional;
import studio.backprop.data.DataSettings;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.optim.Sgd;

/** Minimal project: one neuron that separates two clusters of points linearly. */
public final class Neuron {
  public static final int NODE = 2;

  private static final int POINTS = 80;
  private static final double NOISE = 0.2;
  private static final int EPOCHS = 200;
  private static final double RATE = 1;

  private Neuron() {}

  /** Full-batch, so that a step on the canvas equals a step on the start screen. */
  public static Project project() {
    Network network = Network.EMPTY
        .add(Input.row(2), 60, 120)
        .add(Dense.of(1, Activation.SIGMOID), 200, 120)
        .add(Output.of(Loss.BINARY_CROSS_ENTROPY), 380, 120)
        .wire(1, NODE)
        .wire(NODE, 3);
    DataSettings points = DataSettings.of("gaussians").withPoints(POINTS).withNoise(NOISE).withShares(0, 0);
    TrainingSettings training =
        TrainingSettings.STANDARD.withEpochs(EPOCHS).withBatch(POINTS).withOptimizer(Sgd.STANDARD).withRate(RATE);
    return new Project(network, points, Optional.empty(), training);
  }
}
