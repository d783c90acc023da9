package studio.backprop.app;

import static studio.backprop.layer.Activation.NONE;
import static studio.backprop.layer.Activation.RELU;
import static studio.backprop.layer.Activation.SIGMOID;

import java.util.LinkedHashMap;
import java.util.Map;
import studio.backprop.data.DataSettings;
import studio.backprop.layer.Concatenate;
import studio.backprop.layer.Conv2d;
import studio.backprop.layer.Conv2dTranspose;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Flatten;
import studio.backprop.layer.GaussianSample;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.MaxPool2d;
import studio.backprop.layer.Output;
import studio.backprop.layer.Padding;
import studio.backprop.layer.Reshape;
import studio.backprop.layer.Upsample2d;
import studio.backprop.network.Network;
import studio.backprop.project.Project;
import studio.backprop.setting.Size;
import studio.backprop.tensor.Shape;

/** The samples whose answer is a picture. */
final class PictureSamples {
  private static final Shape DIGIT = Shape.of(1, 8, 8);
  private static final Shape SHAPES = Shape.of(1, 32, 32);
  private static final double DOWN = 100;
  private static final double DEEP = 380;
  private static final double DEEPEST = 660;

  private PictureSamples() {}

  static Map<String, Project> all() {
    Map<String, Project> all = new LinkedHashMap<>();
    all.put("digits-autoencoder", autoencoder());
    all.put("digits-conv-autoencoder", convolutional());
    all.put("digits-denoising", denoising());
    all.put("digits-vae", variational());
    all.put("shapes-unet", unet());
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
    return SampleProjects.project(named, copies("digits-copy"), SampleProjects.falling(60, 32, 0.005));
  }

  /** Two poolings on the way in, two enlargements on the way out. */
  private static Project convolutional() {
    Network network =
        SampleProjects.row(
            new Input(DIGIT),
            Conv2d.of(16, 3, Padding.SAME, RELU),
            MaxPool2d.of(2),
            Conv2d.of(4, 3, Padding.SAME, NONE),
            MaxPool2d.of(2),
            Conv2dTranspose.enlarging(8, 2, RELU),
            Conv2dTranspose.enlarging(8, 2, RELU),
            Conv2d.of(1, 3, Padding.SAME, SIGMOID),
            Output.of(Loss.BINARY_CROSS_ENTROPY));
    Network named = network.with(5, node -> node.withName("code"));
    return SampleProjects.project(named, copies("digits-copy"), SampleProjects.falling(30, 32, 0.008));
  }

  /** Noisy digits in, clean ones out. */
  private static Project denoising() {
    Network network =
        SampleProjects.row(
            new Input(DIGIT),
            Conv2d.of(16, 3, Padding.SAME, RELU),
            MaxPool2d.of(2),
            Conv2d.of(16, 3, Padding.SAME, RELU),
            new Upsample2d(Size.square(2)),
            Conv2d.of(16, 3, Padding.SAME, RELU),
            Conv2d.of(1, 3, Padding.SAME, SIGMOID),
            Output.of(Loss.BINARY_CROSS_ENTROPY));
    return SampleProjects.project(network, copies("digits-noisy").withNoise(0.25), SampleProjects.falling(30, 32, 0.005));
  }

  /** The dense layer before the sample gives four means and the logarithms of four variances. */
  private static Project variational() {
    Network network =
        SampleProjects.row(
            new Input(DIGIT),
            new Flatten(),
            Dense.of(64, RELU),
            Dense.of(8, NONE),
            new GaussianSample(1),
            Dense.of(64, RELU),
            Dense.of(64, SIGMOID),
            new Reshape(DIGIT),
            Output.of(Loss.BINARY_CROSS_ENTROPY));
    Network named = network.with(4, node -> node.withName("mean_variance")).with(5, node -> node.withName("code"));
    return SampleProjects.project(named, copies("digits-copy"), SampleProjects.falling(100, 32, 0.005));
  }

  private static DataSettings copies(String dataset) {
    return DataSettings.of(dataset).withSeed(2).withShares(0.15, 0.15);
  }

  /** Down to a quarter of the side and up again; what each size saw on the way down is joined to it on the way up. */
  private static Project unet() {
    Network network =
        Network.EMPTY
            .add(new Input(SHAPES), 60, DOWN)
            .add(Conv2d.of(8, 3, Padding.SAME, RELU), 180, DOWN)
            .add(MaxPool2d.of(2), 340, DEEP)
            .add(Conv2d.of(16, 3, Padding.SAME, RELU), 480, DEEP)
            .add(MaxPool2d.of(2), 640, DEEPEST)
            .add(Conv2d.of(32, 3, Padding.SAME, RELU), 780, DEEPEST)
            .add(new Upsample2d(Size.square(2)), 940, DEEPEST)
            .add(new Concatenate(), 1080, DEEP)
            .add(Conv2d.of(16, 3, Padding.SAME, RELU), 1220, DEEP)
            .add(new Upsample2d(Size.square(2)), 1380, DEEP)
            .add(new Concatenate(), 1520, DOWN)
            .add(Conv2d.of(8, 3, Padding.SAME, RELU), 1660, DOWN)
            .add(Conv2d.of(1, 3, Padding.SAME, SIGMOID), 1820, DOWN)
            .add(Output.of(Loss.BINARY_CROSS_ENTROPY), 1980, DOWN);
    for (int node = 1; node < 14; node++) {
      network = network.wire(node, node + 1);
    }
    Network joined = network.wire(4, 8).wire(2, 11);
    DataSettings data = DataSettings.of("shapes").withPoints(600).withNoise(0.1);
    return SampleProjects.project(joined, data, SampleProjects.falling(15, 16, 0.005));
  }
}
