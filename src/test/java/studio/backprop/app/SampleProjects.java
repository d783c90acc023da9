package studio.backprop.app;

import static studio.backprop.layer.Activation.RELU;
import static studio.backprop.layer.Activation.SIGMOID;
import static studio.backprop.layer.Activation.SOFTMAX;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import studio.backprop.data.DataSettings;
import studio.backprop.layer.Conv2d;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Flatten;
import studio.backprop.layer.Input;
import studio.backprop.layer.Layer;
import studio.backprop.layer.Loss;
import studio.backprop.layer.MaxPool2d;
import studio.backprop.layer.Output;
import studio.backprop.layer.Padding;
import studio.backprop.network.Network;
import studio.backprop.tensor.Shape;
import studio.backprop.train.Project;
import studio.backprop.train.TrainingSettings;
import studio.backprop.train.schedule.Cosine;

/** The samples as code: what the files in {@code samples} are written from. */
final class SampleProjects {
  private static final double LEFT = 60;
  private static final double TOP = 120;
  private static final double END = 140;
  private static final double LEARNING = 180;
  private static final double PLAIN = 160;

  private SampleProjects() {}

  /** By name, in the order of the catalogue. */
  static Map<String, Project> all() {
    Map<String, Project> all = new LinkedHashMap<>();
    all.put("circles", circles());
    all.put("iris", iris());
    all.put("wine", wine());
    all.put("digits-cnn", digits());
    all.put("mnist-lenet5", lenet5());
    return all;
  }

  private static Project circles() {
    Network network = row(Input.row(2), Dense.of(10, RELU), Dense.of(1, SIGMOID), Output.of(Loss.BINARY_CROSS_ENTROPY));
    return project(network, DataSettings.of("circles").withPoints(1000), training(10, 32, 0.03));
  }

  private static Project iris() {
    Network network = row(Input.row(4), Dense.of(16, RELU), Dense.of(3, SOFTMAX), Output.of(Loss.CROSS_ENTROPY));
    return project(network, DataSettings.of("iris").withSeed(2), training(40, 16, 0.01));
  }

  private static Project wine() {
    Network network = row(Input.row(13), Dense.of(16, RELU), Dense.of(3, SOFTMAX), Output.of(Loss.CROSS_ENTROPY));
    return project(network, DataSettings.of("wine").withSeed(2), training(30, 16, 0.01));
  }

  private static Project digits() {
    Network network =
        row(
            new Input(Shape.of(1, 8, 8)),
            Conv2d.of(8, 3, Padding.SAME, RELU),
            MaxPool2d.of(2),
            Conv2d.of(16, 3, Padding.SAME, RELU),
            MaxPool2d.of(2),
            new Flatten(),
            Dense.of(10, SOFTMAX),
            Output.of(Loss.CROSS_ENTROPY));
    return project(network, DataSettings.of("digits").withSeed(2).withShares(0.15, 0.15), falling(40, 32, 0.01));
  }

  private static Project lenet5() {
    Network network =
        row(
            new Input(Shape.of(1, 28, 28)),
            Conv2d.of(6, 5, Padding.SAME, RELU),
            MaxPool2d.of(2),
            Conv2d.of(16, 5, Padding.VALID, RELU),
            MaxPool2d.of(2),
            new Flatten(),
            Dense.of(120, RELU),
            Dense.of(84, RELU),
            Dense.of(10, SOFTMAX),
            Output.of(Loss.CROSS_ENTROPY));
    return project(network, DataSettings.of("mnist").withShares(0.1, 0), falling(12, 64, 0.003));
  }

  /** Nodes from left to right, each wired to the next, as far apart as the canvas itself would place them. */
  private static Network row(Layer... layers) {
    Network network = Network.EMPTY;
    double x = LEFT;
    for (Layer layer : layers) {
      int node = network.nextId();
      network = network.add(layer, x, TOP);
      network = node > 1 ? network.wire(node - 1, node) : network;
      x += layer instanceof Input ? END : layer instanceof Dense || layer instanceof Conv2d ? LEARNING : PLAIN;
    }
    return network;
  }

  private static TrainingSettings training(int epochs, int batch, double rate) {
    return TrainingSettings.STANDARD.withEpochs(epochs).withBatch(batch).withRate(rate);
  }

  /** With a learning rate that falls to nothing along half a wave, which settles a network of convolutions. */
  private static TrainingSettings falling(int epochs, int batch, double rate) {
    return training(epochs, batch, rate).withSchedule(new Cosine(0));
  }

  private static Project project(Network network, DataSettings data, TrainingSettings training) {
    return new Project(network, data, Optional.empty(), training);
  }
}
