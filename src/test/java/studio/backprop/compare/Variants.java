package studio.backprop.compare;

import java.util.Optional;
import studio.backprop.data.DataSettings;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;

/** A small project for the tests. */
final class Variants {
  static final Project CIRCLES = new Project(
      Network.EMPTY.add(Input.row(2), 0, 0).add(Dense.of(8, Activation.TANH), 0, 0).add(Dense.of(6, Activation.TANH), 0, 0)
          .add(Dense.of(1, Activation.SIGMOID), 0, 0).add(Output.of(Loss.BINARY_CROSS_ENTROPY), 0, 0)
          .wire(1, 2).wire(2, 3).wire(3, 4).wire(4, 5),
      DataSettings.of("circles"), Optional.empty(), TrainingSettings.STANDARD.withEpochs(6).withBatch(20));

  private Variants() {}

  static Project withRate(double rate) {
    return CIRCLES.withTraining(training -> training.withRate(rate));
  }
}
