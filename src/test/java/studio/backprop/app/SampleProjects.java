package studio.backprop.app;

import static studio.backprop.layer.Activation.NONE;
import static studio.backprop.layer.Activation.RELU;
import static studio.backprop.layer.Activation.SIGMOID;
import static studio.backprop.layer.Activation.SOFTMAX;
import static studio.backprop.layer.Activation.TANH;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import studio.backprop.data.DataSettings;
import studio.backprop.data.SequenceSettings;
import studio.backprop.layer.Activate;
import studio.backprop.layer.Add;
import studio.backprop.layer.BatchNorm;
import studio.backprop.layer.Concatenate;
import studio.backprop.layer.Conv2d;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Dropout;
import studio.backprop.layer.Embedding;
import studio.backprop.layer.Flatten;
import studio.backprop.layer.Input;
import studio.backprop.layer.Layer;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.layer.LayerNorm;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Lstm;
import studio.backprop.layer.MaxPool2d;
import studio.backprop.layer.MultiHeadAttention;
import studio.backprop.layer.Output;
import studio.backprop.layer.Padding;
import studio.backprop.layer.PaddingMask;
import studio.backprop.layer.PositionalEncoding;
import studio.backprop.layer.SimpleRnn;
import studio.backprop.network.Network;
import studio.backprop.project.Project;
import studio.backprop.project.Regularization;
import studio.backprop.project.TrainingSettings;
import studio.backprop.schedule.Cosine;
import studio.backprop.tensor.Shape;

/** The samples as code: what the files in {@code samples} are written from. */
final class SampleProjects {
  private static final double LEFT = 60;
  private static final double TOP = 120;
  private static final double BELOW = 400;
  private static final double INPUT = 120;
  private static final double LEARNING = 160;
  private static final double PLAIN = 140;
  private static final double NARROW = 80;
  private static final Layer NORM = new BatchNorm(0.1, 1e-5, true);

  private SampleProjects() {}

  /** By name, in the order of the catalogue. */
  static Map<String, Project> all() {
    Map<String, Project> all = new LinkedHashMap<>();
    all.put("circles", circles());
    all.put("xor", xor());
    all.put("spirals", spirals());
    all.put("race-circles", TwinSamples.circles());
    all.put(GanSample.NAME, GanSample.project());
    all.put("iris", iris());
    all.put("iris-two-inputs", twoInputs());
    all.put("wine", wine());
    all.put("breast-cancer", breastCancer());
    all.put("auto-mpg", autoMpg());
    all.put("race-ravine", TwinSamples.ravine());
    all.put("sine-rnn", sine());
    all.put("airline-lstm", airline());
    all.put("recall-lstm", recall());
    all.put("names-lstm", names());
    all.put("names-generator", inventedNames());
    all.put("prose-attention", prose());
    all.putAll(GraphSamples.all());
    all.put("mnist-dense", mnistDense());
    all.put("digits-cnn", digits());
    all.put(SearchSample.DIGITS, SearchSample.digits());
    all.put("mnist-lenet5", lenet5());
    all.put("digits-residual", ResidualSamples.digits());
    all.put("landscape-residual", TwinSamples.residual());
    all.put("fashion-cnn", fashion());
    all.put("fashion-resnet8", ResidualSamples.fashion());
    all.put(SearchSample.FASHION, SearchSample.fashion());
    all.putAll(PictureSamples.all());
    all.put(GanSample.DIGITS, GanSample.digits());
    all.putAll(AgentSamples.all());
    return all;
  }

  static Project circles() {
    Network network = row(Input.row(2), Dense.of(10, RELU), Dense.of(1, SIGMOID), Output.of(Loss.BINARY_CROSS_ENTROPY));
    return project(network, DataSettings.of("circles").withPoints(1000), training(10, 32, 0.03));
  }

  private static Project xor() {
    Network network = row(Input.row(2), Dense.of(6, TANH), Dense.of(1, SIGMOID), Output.of(Loss.BINARY_CROSS_ENTROPY));
    return project(network, DataSettings.of("xor"), training(40, 16, 0.03));
  }

  private static Project spirals() {
    Network network =
        row(Input.row(2), Dense.of(24, TANH), Dense.of(16, TANH), Dense.of(1, SIGMOID), Output.of(Loss.BINARY_CROSS_ENTROPY));
    return project(network, DataSettings.of("spirals").withPoints(1000).withNoise(0.02), falling(100, 16, 0.02));
  }

  private static Project iris() {
    Network network = row(Input.row(4), Dense.of(16, RELU), Dense.of(3, SOFTMAX), Output.of(Loss.CROSS_ENTROPY));
    return project(network, DataSettings.of("iris").withSeed(2), training(40, 16, 0.01));
  }

  /** Sepals and petals each have neurons of their own before they meet. */
  private static Project twoInputs() {
    Network network =
        Network.EMPTY
            .add(Input.row(2), LEFT, TOP)
            .add(Input.row(2), LEFT, BELOW)
            .add(Dense.of(8, RELU), LEFT + INPUT, TOP)
            .add(Dense.of(8, RELU), LEFT + INPUT, BELOW)
            .add(new Concatenate(), LEFT + INPUT + LEARNING, TOP)
            .add(Dense.of(3, SOFTMAX), LEFT + INPUT + LEARNING + PLAIN, TOP)
            .add(Output.of(Loss.CROSS_ENTROPY), LEFT + INPUT + 2 * LEARNING + PLAIN, TOP)
            .wire(1, 3)
            .wire(2, 4)
            .wire(3, 5)
            .wire(4, 5)
            .wire(5, 6)
            .wire(6, 7)
            .with(1, node -> node.withName("sepal"))
            .with(2, node -> node.withName("petal"));
    return project(network, DataSettings.of("iris").withSeed(2), training(40, 16, 0.01));
  }

  private static Project wine() {
    Network network = row(Input.row(13), Dense.of(16, RELU), Dense.of(3, SOFTMAX), Output.of(Loss.CROSS_ENTROPY));
    return project(network, DataSettings.of("wine").withSeed(2), training(30, 16, 0.01));
  }

  private static Project breastCancer() {
    Network network = row(Input.row(30), Dense.of(16, RELU), Dense.of(1, SIGMOID), Output.of(Loss.BINARY_CROSS_ENTROPY));
    return project(network, DataSettings.of("breast-cancer"), pulled(training(20, 16, 0.003), 0.03));
  }

  private static Project autoMpg() {
    Network network = row(Input.row(9), Dense.of(32, RELU), Dense.of(16, RELU), Dense.of(1, NONE), Output.of(Loss.MSE));
    return project(network, DataSettings.of("auto-mpg"), pulled(falling(60, 16, 0.005), 0.02));
  }

  private static Project sine() {
    Network network = row(new Input(Shape.of(20, 1)), SimpleRnn.of(16, false), Dense.of(1, NONE), Output.of(Loss.MSE));
    return project(network, series("sine", 20), falling(30, 16, 0.01));
  }

  /** A straight line over the window carries the rise on; the memory beside it adds what is not straight. */
  private static Project airline() {
    Network network =
        Network.EMPTY
            .add(new Input(Shape.of(13, 1)), LEFT, TOP)
            .add(Lstm.of(8, false), LEFT + INPUT, TOP)
            .add(Dense.of(1, NONE), LEFT + INPUT + LEARNING, TOP)
            .add(new Flatten(), LEFT + INPUT, BELOW)
            .add(Dense.of(1, NONE), LEFT + INPUT + LEARNING, BELOW)
            .add(new Add(), LEFT + INPUT + 2 * LEARNING, TOP)
            .add(Output.of(Loss.MSE), LEFT + INPUT + 2 * LEARNING + PLAIN, TOP)
            .wire(1, 2)
            .wire(2, 3)
            .wire(1, 4)
            .wire(4, 5)
            .wire(3, 6)
            .wire(5, 6)
            .wire(6, 7)
            .with(5, node -> node.withName("line"));
    return project(network, series("air-passengers", 13).withShares(0.15, 0.2), pulled(falling(200, 8, 0.01), 0.01));
  }

  /** All that is learned is to keep one letter in mind for eleven steps. */
  private static Project recall() {
    Network network = row(Input.row(12), Embedding.of(9, 8), Lstm.of(16, false), Dense.of(3, SOFTMAX), Output.of(Loss.CROSS_ENTROPY));
    return project(network, text("recall", 12).withPoints(600), falling(60, 32, 0.005));
  }

  /** A mask keeps the padding after a short name out of the memory. */
  private static Project names() {
    Network network =
        Network.EMPTY
            .add(Input.row(12), LEFT, TOP)
            .add(Embedding.of(29, 16), LEFT + INPUT, TOP)
            .add(new PaddingMask(0), LEFT + INPUT, BELOW)
            .add(Lstm.of(32, false), LEFT + INPUT + LEARNING, TOP)
            .add(Dense.of(1, SIGMOID), LEFT + INPUT + 2 * LEARNING, TOP)
            .add(Output.of(Loss.BINARY_CROSS_ENTROPY), LEFT + INPUT + 3 * LEARNING, TOP)
            .wire(1, 2)
            .wire(1, 3)
            .wire(2, 4)
            .wire(3, 4)
            .wire(4, 5)
            .wire(5, 6);
    return project(network, text("names", 12), falling(12, 32, 0.005));
  }

  private static Project inventedNames() {
    Network network =
        row(Input.row(12), Embedding.of(30, 16), Lstm.of(64, true), Dense.of(30, SOFTMAX), Output.of(Loss.CROSS_ENTROPY));
    return project(network, text("names-next", 12), falling(10, 32, 0.01));
  }

  /** Each character looks at those before it, then thinks by itself; shortcuts lead past both. */
  private static Project prose() {
    int width = 48;
    Layer norm = LayerCatalog.find("layer_norm").orElseThrow().fresh();
    Network network =
        row(
            Input.row(48),
            Embedding.of(63, width),
            PositionalEncoding.of(PositionalEncoding.Positions.LEARNED),
            MultiHeadAttention.of(4, true),
            new Add(),
            norm,
            Dense.of(4 * width, RELU),
            Dense.of(width, NONE),
            new Add(),
            norm,
            Dense.of(63, SOFTMAX),
            Output.of(Loss.CROSS_ENTROPY));
    for (int below : new int[] {4, 7, 8}) {
      network = network.with(below, node -> node.movedTo(node.x(), BELOW));
    }
    return project(network.wire(3, 5).wire(6, 9), text("pride-and-prejudice", 48).withShares(0.05, 0.05), falling(3, 32, 0.003));
  }

  private static DataSettings text(String id, int length) {
    return DataSettings.of(id).withSequence(SequenceSettings.USUAL.withLength(length)).withShares(0.1, 0.1);
  }

  private static DataSettings series(String id, int lags) {
    return DataSettings.of(id).withSequence(SequenceSettings.USUAL.withLags(lags));
  }

  private static Project mnistDense() {
    Network network =
        row(new Input(Shape.of(1, 28, 28)), new Flatten(), Dense.of(128, RELU), Dense.of(10, SOFTMAX), Output.of(Loss.CROSS_ENTROPY));
    return project(network, DataSettings.of("mnist").withShares(0.1, 0), falling(10, 64, 0.003));
  }

  private static Project digits() {
    Network network =
        row(
            new Input(Shape.of(1, 8, 8)),
            Conv2d.of(8, 3, Padding.SAME, RELU),
            MaxPool2d.of(2),
            Conv2d.of(16, 3, Padding.SAME, RELU),
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

  private static Project fashion() {
    Network network =
        row(
            new Input(Shape.of(1, 28, 28)),
            Conv2d.of(16, 3, Padding.SAME, NONE),
            NORM,
            new Activate(RELU),
            MaxPool2d.of(2),
            Conv2d.of(32, 3, Padding.SAME, NONE),
            NORM,
            new Activate(RELU),
            MaxPool2d.of(2),
            new Flatten(),
            new Dropout(0.25),
            Dense.of(128, RELU),
            new Dropout(0.5),
            Dense.of(10, SOFTMAX),
            Output.of(Loss.CROSS_ENTROPY));
    return project(network, DataSettings.of("fashion-mnist").withShares(0.1, 0), falling(12, 64, 0.003));
  }

  /** Nodes from left to right, each wired to the next, as far apart as the canvas itself would place them. */
  static Network row(Layer... layers) {
    Network network = Network.EMPTY;
    double x = LEFT;
    for (Layer layer : layers) {
      int node = network.nextId();
      network = network.add(layer, x, TOP);
      network = node > 1 ? network.wire(node - 1, node) : network;
      x += pitch(layer);
    }
    return network;
  }

  private static double pitch(Layer layer) {
    if (layer instanceof Input) {
      return INPUT;
    }
    if (layer instanceof Flatten) {
      return NARROW;
    }
    return layer instanceof Dense || layer instanceof Conv2d || layer instanceof SimpleRnn || layer instanceof Lstm
        || layer instanceof Embedding || layer instanceof PositionalEncoding
        || layer instanceof MultiHeadAttention || layer instanceof BatchNorm || layer instanceof LayerNorm ? LEARNING : PLAIN;
  }

  static TrainingSettings training(int epochs, int batch, double rate) {
    return TrainingSettings.STANDARD.withEpochs(epochs).withBatch(batch).withRate(rate);
  }

  /** With a learning rate that falls to nothing along half a wave, which settles a network of convolutions. */
  static TrainingSettings falling(int epochs, int batch, double rate) {
    return training(epochs, batch, rate).withSchedule(new Cosine(0));
  }

  /** With every weight pulled towards zero, which keeps a small table from being learned by heart. */
  static TrainingSettings pulled(TrainingSettings training, double l2) {
    return training.withRegularization(new Regularization(0, l2, Regularization.Clip.NONE, 1));
  }

  static Project project(Network network, DataSettings data, TrainingSettings training) {
    return new Project(network, data, Optional.empty(), training);
  }
}
