package studio.backprop.app;

import static studio.backprop.layer.Activation.NONE;
import static studio.backprop.layer.Activation.RELU;
import static studio.backprop.layer.Activation.SIGMOID;

import java.util.LinkedHashMap;
import java.util.Map;
import studio.backprop.data.DataSettings;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Flatten;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.layer.Reshape;
import studio.backprop.network.Network;
import studio.backprop.tensor.Shape;
import studio.backprop.train.Project;

/** The samples whose answer is a picture. */
final class PictureSamples {
  private static final Shape DIGIT = Shape.of(1, 8, 8);

  private PictureSamples() {}

  static Map<String, Project> all() {
    Map<String, Project> all = new LinkedHashMap<>();
    all.put("digits-autoencoder", autoencoder());
    return all;
  }

  /** The code of twelve numbers is the narrowest place. */
  private static Project autoencoder() {
    Network network =
        SampleProjects.row(
            new Input(DIGIT),
            new Flatten(),
            Dense.of(48, RELU),
            Dense.of(12, NONE),
            Dense.of(48, RELU),
            Dense.of(64, SIGMOID),
            new Reshape(DIGIT),
            Output.of(Loss.BINARY_CROSS_ENTROPY));
    Network named = network.with(4, node -> node.withName("code"));
    return SampleProjects.project(named, DataSettings.of("digits-copy").withSeed(2).withShares(0.15, 0.15), SampleProjects.falling(60, 32, 0.005));
  }
}
