package studio.backprop.app;

import static studio.backprop.app.SampleProjects.falling;
import static studio.backprop.app.SampleProjects.project;
import static studio.backprop.app.SampleProjects.row;
import static studio.backprop.app.SampleProjects.training;
import static studio.backprop.layer.Activation.NONE;
import static studio.backprop.layer.Activation.RELU;
import static studio.backprop.layer.Activation.SIGMOID;
import static studio.backprop.layer.Activation.SOFTMAX;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studio.backprop.data.Columns;
import studio.backprop.data.CsvFile;
import studio.backprop.data.DataProblem;
import studio.backprop.data.DataSettings;
import studio.backprop.data.DatasetCatalog;
import studio.backprop.data.Progress;
import studio.backprop.data.Scaling;
import studio.backprop.data.TableData;
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
import studio.backprop.optim.Sgd;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.setting.Size;
import studio.backprop.store.Saved;
import studio.backprop.tensor.Init;
import studio.backprop.tensor.Shape;
import studio.backprop.train.Session;

/** The starting projects of the lessons as code: what the files in {@code resources/lessons} are written from. */
final class LessonProjects {
  private static final String RECEIPTS = "km,price\n1,3\n2,5\n3,7\n4,9\n";
  private static final Conv2d KERNELS = Conv2d.of(8, 3, Padding.VALID, RELU);

  private LessonProjects() {}

  /** By lesson and file. */
  static Map<String, Saved> all() {
    Map<String, Saved> all = new LinkedHashMap<>();
    all.put("first-neuron/receipts", Saved.of(receipts(RECEIPTS, true, plain(300, 5, 0.05))));
    all.put("bias/no-bias", Saved.of(receipts(RECEIPTS, false, plain(200, 5, 0.05))));
    all.put("loss/receipts-5", Saved.of(receipts(RECEIPTS + "5,21\n", true, falling(3000, 5, 0.03).withOptimizer(new Sgd(0)).withSeed(0))));
    all.put("learning-rate/receipts", Saved.of(receipts(RECEIPTS, true, plain(200, 5, 0.02))));
    all.put("yes-or-no/clouds", Saved.of(clouds()));
    all.put("yes-or-no/sure", sure());
    all.put("yes-or-no/turned", turned());
    all.put("linear-stack/stack", Saved.of(stack()));
    all.put("backprop/by-hand", byHand());
    all.put("batches/iris", Saved.of(iris()));
    all.put("vanishing/single-file", Saved.of(singleFile()));
    all.put("vanishing/deep-moons", Saved.of(deepMoons()));
    all.put("dead-relu/asleep", asleep());
    all.put("optimizers/receipts", Saved.of(receipts(RECEIPTS, true, plain(100, 5, 0.05))));
    all.put("convolution/edges", edges());
    all.put("convolution/conv", Saved.of(digits(15, row(new Input(Shape.of(1, 8, 8)), KERNELS, MaxPool2d.of(2), new Flatten(),
        Dense.of(10, SOFTMAX), Output.of(Loss.CROSS_ENTROPY)))));
    all.put("convolution/linear", Saved.of(digits(15, row(new Input(Shape.of(1, 8, 8)), new Flatten(), Dense.of(10, SOFTMAX),
        Output.of(Loss.CROSS_ENTROPY)))));
    return all;
  }

  // --- the first chapters

  private static Project receipts(String table, boolean bias, TrainingSettings training) {
    Network network = row(Input.row(1), new Dense(1, NONE, Init.ZERO, bias, true), Output.of(Loss.MSE));
    return own(named(network, "neuron"), table, "price", training);
  }

  /** Two clouds that overlap, and one neuron. */
  private static Project clouds() {
    Network network = row(Input.row(2), Dense.of(1, SIGMOID), Output.of(Loss.BINARY_CROSS_ENTROPY));
    return project(named(network, "neuron"), DataSettings.of("gaussians").withNoise(0.25), plain(30, 16, 0.1));
  }

  /** Two examples that mirror each other, and a neuron that is sure of the wrong class of each: its probability is 0.99. */
  private static Saved sure() {
    Network network = row(Input.row(1), Dense.of(1, SIGMOID), Output.of(Loss.BINARY_CROSS_ENTROPY));
    Project project = own(named(network, "neuron"), "x,y\n1,no\n-1,yes\n", "y", plain(1, 2, 0.1));
    Project classes = project.withData(project.data().withColumns(new Columns("y", List.of(), Columns.Choice.CLASSES)));
    return from(classes, Map.of(2, new float[][] {{(float) Math.log(99)}, {0}}));
  }

  /** The clouds, and a neuron whose line lies well and says the opposite. */
  private static Saved turned() {
    return from(clouds(), Map.of(2, new float[][] {{-6, -6}, {0}}));
  }

  /** Three hidden layers that are linear. */
  private static Project stack() {
    Network network =
        row(Input.row(2), Dense.of(10, NONE), Dense.of(10, NONE), Dense.of(10, NONE), Dense.of(1, SIGMOID),
            Output.of(Loss.BINARY_CROSS_ENTROPY));
    DataSettings circles = DataSettings.of("circles").withPoints(1000);
    return project(named(network, "h1", "h2", "h3", "out"), circles, training(20, 32, 0.01).withSeed(0));
  }

  /** The weights of the sheet for the backward pass. */
  private static Saved byHand() {
    Network network = row(Input.row(2), Dense.of(2, RELU), Dense.of(1, NONE), Output.of(Loss.MSE));
    Project project = own(named(network, "hidden", "out"), "x1,x2,y\n1,2,1\n", "y", plain(1, 1, 0.05));
    return from(project, Map.of(2, new float[][] {{0.5f, -0.4f, 0.3f, 0.6f}, {0.1f, 0.2f}}, 3, new float[][] {{0.8f, -0.7f}, {0.2f}}));
  }

  private static Project iris() {
    Network network = row(Input.row(4), Dense.of(8, RELU), Dense.of(3, SOFTMAX), Output.of(Loss.CROSS_ENTROPY));
    return project(named(network, "hidden", "out"), DataSettings.of("iris").withSeed(2).withShares(0.2, 0), plain(10, 32, 0.05));
  }

  /** Ten neurons one behind the other, every weight 1. */
  private static Project singleFile() {
    Dense one = new Dense(1, SIGMOID, Init.ONE, true, true);
    Network network = row(layers(Input.row(1), one, 10, Output.of(Loss.MSE)));
    return own(named(network, numbered("n")), "x,y\n1,0\n", "y", plain(1, 1, 0.1));
  }

  private static Project deepMoons() {
    Dense sixteen = new Dense(16, SIGMOID, Init.of(Init.Kind.GLOROT_UNIFORM), true, true);
    Layer[] layers = Stream.concat(Stream.of(layers(Input.row(2), sixteen, 10, Dense.of(1, SIGMOID))),
        Stream.of(Output.of(Loss.BINARY_CROSS_ENTROPY))).toArray(Layer[]::new);
    String[] names = Stream.concat(Stream.of(numbered("h")), Stream.of("out")).toArray(String[]::new);
    return project(named(row(layers), names), DataSettings.of("moons").withShares(0.2, 0), plain(50, 32, 0.1));
  }

  /** Circles with ten ReLUs whose biases are so low that almost none of them is ever above 0. */
  private static Saved asleep() {
    Network network = row(Input.row(2), Dense.of(10, RELU), Dense.of(1, SIGMOID), Output.of(Loss.BINARY_CROSS_ENTROPY));
    DataSettings circles = DataSettings.of("circles").withPoints(1000);
    Project project = project(named(network, "hidden", "out"), circles, training(10, 32, 0.01).withSeed(0));
    float[] low = new float[10];
    Arrays.fill(low, -5);
    return from(project, Map.of(2, new float[][] {null, low}));
  }

  // --- digits

  /** One kernel for upright edges, one for level ones. */
  private static Saved edges() {
    Conv2d kernels = new Conv2d(2, Size.square(3), Size.square(1), Padding.VALID, Size.square(0), Size.square(1), 1, NONE,
        Init.of(Init.Kind.GLOROT_UNIFORM), true, false);
    Network network =
        row(new Input(Shape.of(1, 8, 8)), kernels, new Flatten(), Dense.of(10, SOFTMAX), Output.of(Loss.CROSS_ENTROPY));
    Network two = network.with(2, node -> node.withName("edges")).with(4, node -> node.withName("out"));
    Project project = digits(5, two);
    float[] edges = {-1, 0, 1, -1, 0, 1, -1, 0, 1, -1, -1, -1, 0, 0, 0, 1, 1, 1};
    return from(new Project(two, project.data().withScaling(Scaling.NONE), Optional.empty(), project.training()),
        Map.of(2, new float[][] {edges, {0, 0}}));
  }

  private static Project digits(int epochs, Network network) {
    DataSettings data = DataSettings.of("digits").withSeed(2).withShares(0.15, 0.15);
    return project(network, data, training(epochs, 32, 0.01).withSeed(0));
  }

  // --- parts

  /** Plain gradient descent. */
  private static TrainingSettings plain(int epochs, int batch, double rate) {
    return training(epochs, batch, rate).withOptimizer(new Sgd(0)).withSeed(0);
  }

  /** A table of its own, as it is, all of it for training. */
  private static Project own(Network network, String csv, String target, TrainingSettings training) {
    DataSettings data = DataSettings.of(DatasetCatalog.OWN_TABLE).withScaling(Scaling.NONE).withShares(0, 0)
        .withColumns(new Columns(target, List.of(), Columns.Choice.REGRESSION));
    return new Project(network, data, Optional.of(table(csv)), training);
  }

  private static TableData table(String csv) {
    try {
      return CsvFile.read("table.csv", new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), Progress.NONE);
    } catch (DataProblem | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Names the nodes behind the input, one after the other. */
  private static Network named(Network network, String... names) {
    Network named = network;
    for (int i = 0; i < names.length; i++) {
      String name = names[i];
      named = named.with(i + 2, node -> node.withName(name));
    }
    return named;
  }

  private static String[] numbered(String letter) {
    return IntStream.rangeClosed(1, 10).mapToObj(i -> letter + i).toArray(String[]::new);
  }

  private static Layer[] layers(Layer first, Layer repeated, int times, Layer last) {
    return Stream.of(Stream.of(first), Stream.generate(() -> repeated).limit(times), Stream.of(last)).flatMap(Function.identity())
        .toArray(Layer[]::new);
  }

  /** With weights set by hand. @param set by node, in the order of its parameters; null for what the seed draws */
  private static Saved from(Project project, Map<Integer, float[][]> set) {
    Parameters parameters = Session.initialParameters(project);
    float[][] values = parameters.room();
    parameters.copyTo(values);
    set.forEach((node, numbers) -> {
      for (int i = 0; i < numbers.length; i++) {
        if (numbers[i] != null) {
          values[parameters.all().indexOf(parameters.of(node).get(i))] = numbers[i];
        }
      }
    });
    parameters.set(values);
    return new Saved(project, Optional.of(parameters), Optional.empty());
  }
}
