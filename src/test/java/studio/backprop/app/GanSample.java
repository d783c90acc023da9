package studio.backprop.app;

import java.util.Optional;
import studio.backprop.data.DataSettings;
import studio.backprop.data.Scaling;
import studio.backprop.layer.Activation;
import studio.backprop.layer.BatchConcat;
import studio.backprop.layer.Dense;
import studio.backprop.layer.GaussianNoise;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.optim.Adam;
import studio.backprop.project.Adversarial;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;

/** The sample {@code gan-ring} as code: what its file is written from. */
final class GanSample {
  static final String NAME = "gan-ring";
  private static final double LEFT = 60;
  private static final double ACROSS = 170;
  private static final double TOP = 120;
  private static final double BELOW = 400;
  private static final int HIDDEN = 32;

  private GanSample() {}

  /** A generator 2-32-32-2 and, behind the batch of both, a discriminator 2-32-32-1 with noise before it. */
  static Project project() {
    Network network = Network.EMPTY
        .add(Input.row(2), LEFT, BELOW).add(Dense.of(HIDDEN, Activation.RELU), LEFT + ACROSS, BELOW)
        .add(Dense.of(HIDDEN, Activation.RELU), LEFT + 2 * ACROSS, BELOW).add(Dense.of(2, Activation.NONE), LEFT + 3 * ACROSS, BELOW)
        .add(Input.row(2), LEFT + 3 * ACROSS, TOP).add(new BatchConcat(), LEFT + 4 * ACROSS, TOP)
        .add(new GaussianNoise(0.1), LEFT + 5 * ACROSS, TOP).add(Dense.of(HIDDEN, Activation.RELU), LEFT + 6 * ACROSS, TOP)
        .add(Dense.of(HIDDEN, Activation.RELU), LEFT + 7 * ACROSS, TOP).add(Dense.of(1, Activation.SIGMOID), LEFT + 8 * ACROSS, TOP)
        .add(Output.of(Loss.BINARY_CROSS_ENTROPY), LEFT + 9 * ACROSS, TOP);
    for (int[] wire : new int[][] {{1, 2}, {2, 3}, {3, 4}, {5, 6}, {4, 6}, {6, 7}, {7, 8}, {8, 9}, {9, 10}, {10, 11}}) {
      network = network.wire(wire[0], wire[1]);
    }
    DataSettings ring = DataSettings.of("ring").withPoints(1600).withNoise(0.02).withScaling(Scaling.NONE);
    TrainingSettings training = TrainingSettings.STANDARD.withEpochs(400).withBatch(64).withRate(0.001)
        .withOptimizer(new Adam(0.5, 0.999, 1e-8));
    return new Project(network, new Adversarial(ring, Optional.empty()), training);
  }
}
