package studio.backprop.cli;

import static studio.backprop.layer.Activation.NONE;
import static studio.backprop.layer.Activation.RELU;
import static studio.backprop.layer.Activation.SIGMOID;
import static studio.backprop.layer.Activation.TANH;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import studio.backprop.layer.Activate;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Add;
import studio.backprop.layer.AverageOverTime;
import studio.backprop.layer.BatchNorm;
import studio.backprop.layer.Conv2d;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Flatten;
import studio.backprop.layer.GlobalAvgPool2d;
import studio.backprop.layer.GraphConv;
import studio.backprop.layer.Input;
import studio.backprop.layer.Layer;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Lstm;
import studio.backprop.layer.MaxPool2d;
import studio.backprop.layer.Output;
import studio.backprop.layer.Padding;
import studio.backprop.layer.SimpleRnn;
import studio.backprop.network.Network;
import studio.backprop.network.block.StandardBlock;
import studio.backprop.optim.Adam;
import studio.backprop.optim.Sgd;
import studio.backprop.setting.Size;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/** Benchmark networks, from a few neurons to a residual network. */
final class Workloads {
  private static final Shape MNIST = Shape.of(1, 28, 28);
  private static final Shape SEQUENCE = Shape.of(32, 64);
  private static final int NODES = 34;
  private static final int EDGES = 78;

  private static final List<Workload> ALL =
      List.of(
          new Workload("tiny", Workloads::playground, 10, Sgd.STANDARD, 0.03),
          adam("seed", 32, () -> chain(Loss.BINARY_CROSS_ENTROPY, Input.row(2), dense(10, RELU), dense(1, SIGMOID))),
          new Workload("playground", Workloads::playground, 10, Sgd.STANDARD, 0.03),
          adam("mlp", 64, () -> classifier(Input.row(784), dense(128, RELU))),
          adam("mlp-wide", 128, () -> classifier(Input.row(784), dense(512, RELU), dense(256, RELU))),
          adam("digits-cnn", 32, () -> classifier(
              new Input(Shape.of(1, 8, 8)), conv(8, 3, Padding.SAME), MaxPool2d.of(2), conv(16, 3, Padding.SAME), MaxPool2d.of(2),
              new Flatten())),
          adam("lenet5", 64, () -> classifier(
              new Input(MNIST), conv(6, 5, Padding.SAME), MaxPool2d.of(2), conv(16, 5, Padding.VALID), MaxPool2d.of(2),
              new Flatten(), dense(120, RELU), dense(84, RELU))),
          adam("keras-cnn", 64, () -> classifier(
              new Input(MNIST), conv(32, 3, Padding.VALID), MaxPool2d.of(2), conv(64, 3, Padding.VALID), MaxPool2d.of(2),
              new Flatten(), dense(128, RELU))),
          adam("resnet8", 32, Workloads::resnet8),
          adam("rnn32", 32, () -> regression(Shape.of(32, 8), SimpleRnn.of(64, false), 4)),
          adam("lstm24", 32, () -> regression(Shape.of(24, 1), Lstm.of(32, false), 1)),
          adam("lstm50", 32, () -> regression(Shape.of(50, 32), Lstm.of(128, false), 32)),
          adam("transformer", 32, Workloads::transformer),
          new Workload("gcn", Workloads::graph, 1, Adam.STANDARD, 0.01, Workloads::friends));

  private Workloads() {}

  static List<Workload> all() {
    return ALL;
  }

  static Optional<Workload> find(String name) {
    return ALL.stream().filter(workload -> workload.name().equals(name)).findFirst();
  }

  private static Workload adam(String name, int batch, Supplier<Network> network) {
    return new Workload(name, network, batch, Adam.STANDARD, 0.001);
  }

  private static Dense dense(int units, Activation activation) {
    return Dense.of(units, activation);
  }

  private static Conv2d conv(int filters, int kernel, Padding padding) {
    return Conv2d.of(filters, kernel, padding, RELU);
  }

  private static Network playground() {
    return chain(Loss.MSE, Input.row(2), dense(8, TANH), dense(8, TANH), dense(1, NONE));
  }

  private static Network classifier(Layer... layers) {
    return chain(Loss.CROSS_ENTROPY, append(layers, dense(10, NONE)));
  }

  /** Regression on the last state of a recurrent layer. */
  private static Network regression(Shape sequence, Layer recurrent, int answers) {
    return chain(Loss.MSE, new Input(sequence), recurrent, dense(answers, NONE));
  }

  private static Network chain(Loss loss, Layer... layers) {
    return extended(Network.EMPTY, append(layers, Output.of(loss)));
  }

  private static Layer[] append(Layer[] layers, Layer last) {
    Layer[] more = Arrays.copyOf(layers, layers.length + 1);
    more[layers.length] = last;
    return more;
  }

  /** The network with these layers appended. */
  private static Network extended(Network network, Layer... layers) {
    Network result = network;
    for (Layer layer : layers) {
      result = after(result, result.nextId() - 1, layer);
    }
    return result;
  }

  private static Network after(Network network, int node, Layer layer) {
    Network result = network.add(layer, 0, 0);
    return network.find(node).isPresent() ? result.wire(node, network.nextId()) : result;
  }

  /** He et al. 2016, with one block for each of three sizes. */
  private static Network resnet8() {
    Network network = extended(Network.EMPTY, new Input(Shape.of(3, 32, 32)), plainConv(16, 3, 1), norm(), new Activate(RELU));
    network = block(network, 16, 1);
    network = block(network, 32, 2);
    network = block(network, 64, 2);
    return extended(network, new GlobalAvgPool2d(), dense(10, NONE), Output.of(Loss.CROSS_ENTROPY));
  }

  /** One encoder block of Vaswani et al. 2017, then the mean over time. */
  private static Network transformer() {
    Network input = Network.EMPTY.add(new Input(SEQUENCE), 0, 0);
    Network encoded = StandardBlock.TRANSFORMER.parts(Optional.of(SEQUENCE)).after(input, 1, 0, 0);
    return extended(encoded, new AverageOverTime(), dense(10, NONE), Output.of(Loss.CROSS_ENTROPY));
  }

  private static Network block(Network network, int filters, int stride) {
    int start = network.nextId() - 1;
    Network result =
        extended(network, plainConv(filters, 3, stride), norm(), new Activate(RELU), plainConv(filters, 3, 1), norm());
    int end = result.nextId() - 1;
    int shortcut = start;
    if (stride > 1) {
      result = extended(after(result, start, plainConv(filters, 1, stride)), norm());
      shortcut = result.nextId() - 1;
    }
    result = after(result, end, new Add());
    return extended(result.wire(shortcut, result.nextId() - 1), new Activate(RELU));
  }

  /** Kipf and Welling 2017, on one graph. */
  private static Network graph() {
    Network inputs = Network.EMPTY.add(new Input(Shape.of(NODES, NODES)), 0, 0).add(new Input(Shape.of(NODES, NODES)), 0, 0);
    Network first = inputs.add(GraphConv.of(16, RELU), 0, 0).wire(1, 3).wire(2, 3);
    Network second = first.add(GraphConv.of(4, NONE), 0, 0).wire(3, 4).wire(2, 4);
    return extended(second, Output.of(Loss.CROSS_ENTROPY));
  }

  /** One-hot features, and an edge for about one pair in seven. */
  private static void friends(List<Tensor> inputs, SplittableRandom random) {
    float[] features = new float[NODES * NODES];
    float[] adjacency = new float[NODES * NODES];
    for (int i = 0; i < NODES; i++) {
      features[i * NODES + i] = 1;
      for (int j = 0; j < i; j++) {
        float edge = random.nextInt(NODES * (NODES - 1) / 2) < EDGES ? 1 : 0;
        adjacency[i * NODES + j] = edge;
        adjacency[j * NODES + i] = edge;
      }
    }
    inputs.get(0).set(features);
    inputs.get(1).set(adjacency);
  }

  private static BatchNorm norm() {
    return new BatchNorm(0.1, 1e-5, true);
  }

  private static Conv2d plainConv(int filters, int kernel, int stride) {
    Size one = Size.square(1);
    return new Conv2d(
        filters, Size.square(kernel), Size.square(stride), Padding.SAME, Size.square(0), one, 1, NONE, RELU.suitedInit(), false, true);
  }
}
