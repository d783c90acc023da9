package studio.backprop.app;

import static studio.backprop.app.SampleProjects.falling;
import static studio.backprop.app.SampleProjects.project;
import static studio.backprop.app.SampleProjects.row;
import static studio.backprop.app.SampleProjects.training;
import static studio.backprop.layer.Activation.NONE;
import static studio.backprop.layer.Activation.RELU;
import static studio.backprop.layer.Activation.SIGMOID;
import static studio.backprop.layer.Activation.SOFTMAX;
import static studio.backprop.layer.Activation.TANH;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import studio.backprop.data.Columns;
import studio.backprop.data.CsvFile;
import studio.backprop.data.DataProblem;
import studio.backprop.data.DataSettings;
import studio.backprop.data.Progress;
import studio.backprop.data.Scaling;
import studio.backprop.data.SequenceSettings;
import studio.backprop.data.TableData;
import studio.backprop.layer.Add;
import studio.backprop.layer.AvgPool2d;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Embedding;
import studio.backprop.layer.Flatten;
import studio.backprop.layer.GraphConv;
import studio.backprop.layer.Input;
import studio.backprop.layer.Layer;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Lstm;
import studio.backprop.layer.MaxPool2d;
import studio.backprop.layer.MultiHeadAttention;
import studio.backprop.layer.Output;
import studio.backprop.layer.PositionalEncoding;
import studio.backprop.layer.Reshape;
import studio.backprop.layer.SimpleRnn;
import studio.backprop.network.Network;
import studio.backprop.optim.OptimizerCatalog;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.store.Saved;
import studio.backprop.tensor.Init;
import studio.backprop.tensor.Seeds;
import studio.backprop.tensor.Shape;

/** The starting projects of the lessons of chapters 4 to 9, as code. Longer than other classes: each start is a few lines. */
final class LaterLessonProjects {
  private static final int PICTURES = 450;
  private static final int PIXELS = 64;
  private static final int COINS = 60;
  private static final int COLUMNS = 1000;
  private static final double LEFT = 60;
  private static final double TOP = 120;
  private static final double BELOW = 400;
  private static final double PITCH = 160;

  private LaterLessonProjects() {}

  /** By lesson and file, such as {@code memoriser/true-labels}. */
  static Map<String, Saved> all() {
    Map<String, Saved> all = new LinkedHashMap<>();
    all.put("memoriser/true-labels", Saved.of(labelled(false)));
    all.put("memoriser/shuffled-labels", Saved.of(labelled(true)));
    all.put("regularise/few-moons", Saved.of(fewMoons()));
    all.put("rare-class/snow", Saved.of(snow()));
    all.put("leak/coins", Saved.of(coins()));
    all.put("pool-route/max-pool", routed(MaxPool2d.of(2)));
    all.put("pool-route/average-pool", routed(AvgPool2d.of(2)));
    all.put("recurrence/one-unit", oneUnit());
    all.put("recurrence/ten-steps", Saved.of(waves(10)));
    all.put("recurrence/hundred-steps", Saved.of(waves(100)));
    all.put("memory/half-open", oneCell("1,0", 0, 0, 0, 0.2f));
    all.put("memory/wider", oneCell("1,0", 0, (float) Math.log(7.0 / 3), 0, 0.2f));
    all.put("memory/by-hand", oneCell("0.3088,-0.8", 0.7f, 0.9f, 0.5f, 1));
    all.put("memory/simple-rnn", Saved.of(remembers()));
    all.put("forecast/last-month", lastMonth());
    all.put("forecast/lstm", Saved.of(months(Lstm.of(8, false), Dense.of(1, NONE))));
    all.put("attention/three-tokens", threeTokens());
    all.put("attention/names", Saved.of(names()));
    all.put("bottleneck/linear", Saved.of(squeezed(Dense.of(8, NONE))));
    all.put("bottleneck/bent", Saved.of(squeezed(Dense.of(48, RELU), Dense.of(8, NONE), Dense.of(48, RELU))));
    all.put("karate/rounds-24", Saved.of(rounds(24, false)));
    all.put("karate/skips-24", Saved.of(rounds(24, true)));
    all.put("karate/no-friends", Saved.of(noFriends()));
    all.putAll(ClinicProjects.all());
    all.put("confidence/digits", Saved.of(smallDigits()));
    all.put("shortcut/marked", Saved.of(markedDigits()));
    return all;
  }

  // --- confidence

  private static Project smallDigits() {
    Network network = row(new Input(Shape.of(1, 8, 8)), new Flatten(), Dense.of(64, RELU), Dense.of(10, SOFTMAX),
        Output.of(Loss.CROSS_ENTROPY));
    return project(named(network, Map.of(3, "hidden", 4, "digits")), DataSettings.of("digits"), training(40, 64, 0.01));
  }

  // --- shortcut

  private static Project markedDigits() {
    Network network = row(new Input(Shape.of(1, 8, 8)), new Flatten(), Dense.of(32, RELU), Dense.of(10, SOFTMAX),
        Output.of(Loss.CROSS_ENTROPY));
    return project(named(network, Map.of(3, "hidden", 4, "digits")), DataSettings.of("digits-marked"), training(20, 32, 0.005));
  }

  // --- tables

  private static TableData table(String csv) {
    try {
      return CsvFile.read("table.csv", new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), Progress.NONE);
    } catch (DataProblem | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Own rows, all of them to learn from. */
  private static Project own(Network network, String csv, Columns.Choice task, TrainingSettings training) {
    DataSettings data = DataSettings.of("csv").withScaling(Scaling.NONE).withShares(0, 0)
        .withColumns(new Columns("", List.of(), task));
    return new Project(network, data, Optional.of(table(csv)), training);
  }

  private static TrainingSettings plain(int epochs, int batch, double rate) {
    return training(epochs, batch, rate).withOptimizer(OptimizerCatalog.find("sgd").orElseThrow().fresh());
  }

  /** The weights that a project begins with: drawn, but for some that are set. @param set by node and parameter */
  private static Saved begun(Project project, Map<String, float[]> set) {
    Network network = project.network();
    Parameters parameters = Parameters.initial(network, network.analyse(), new Seeds(project.training().seed()));
    for (Map.Entry<String, float[]> entry : set.entrySet()) {
      String[] place = entry.getKey().split("\\.");
      float[] values = parameters.find(network.named(place[0]).orElseThrow().weights(), place[1]).orElseThrow().tensor().values();
      System.arraycopy(entry.getValue(), 0, values, 0, values.length);
    }
    return new Saved(project, Optional.of(parameters), Optional.empty());
  }

  private static Network named(Network network, Map<Integer, String> names) {
    Network named = network;
    for (Map.Entry<Integer, String> name : names.entrySet()) {
      named = named.with(name.getKey(), node -> node.withName(name.getValue()));
    }
    return named;
  }

  // --- rare-class

  /** Daily weather of Seattle, 2012 to 2015 (NOAA, public domain, as in vega-datasets): whether it snowed. */
  private static Project snow() {
    Network network = named(row(Input.row(4), Dense.of(8, TANH), Dense.of(1, SIGMOID), Output.of(Loss.BINARY_CROSS_ENTROPY)),
        Map.of(2, "hidden", 3, "out"));
    DataSettings data = DataSettings.of("csv").withScaling(Scaling.STANDARDIZE).withShares(0.4, 0)
        .withColumns(new Columns("snow", List.of(), Columns.Choice.CLASSES));
    try (InputStream in = LaterLessonProjects.class.getResourceAsStream("/lessons/seattle-snow.csv")) {
      String csv = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Project(network, data, Optional.of(table(csv)), training(10, 64, 0.01));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  // --- memoriser

  /** The first pictures of the digits, with their labels or with the same labels dealt out anew. */
  private static Project labelled(boolean shuffled) {
    List<String> lines = digits();
    List<String> labels = new ArrayList<>(lines.stream().map(line -> line.substring(line.lastIndexOf(',') + 1)).toList());
    if (shuffled) {
      Collections.shuffle(labels, new Random(1));
    }
    StringBuilder csv = new StringBuilder();
    for (int i = 0; i < PIXELS; i++) {
      csv.append('p').append(i).append(',');
    }
    csv.append("digit\n");
    for (int i = 0; i < lines.size(); i++) {
      csv.append(lines.get(i), 0, lines.get(i).lastIndexOf(',') + 1).append(labels.get(i)).append('\n');
    }
    Network network = named(row(Input.row(PIXELS), Dense.of(128, RELU), Dense.of(10, SOFTMAX), Output.of(Loss.CROSS_ENTROPY)),
        Map.of(2, "hidden", 3, "out"));
    DataSettings data = DataSettings.of("csv").withScaling(Scaling.MIN_MAX).withShares(1.0 / 3, 0)
        .withColumns(new Columns("digit", List.of(), Columns.Choice.CLASSES));
    return new Project(network, data, Optional.of(table(csv.toString())), training(100, 32, 0.005));
  }

  private static List<String> digits() {
    try (InputStream in = new GZIPInputStream(LaterLessonProjects.class.getResourceAsStream("/data/digits.csv.gz"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).limit(PICTURES).toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  // --- regularise

  static Project fewMoons() {
    Network network = named(row(Input.row(2), Dense.of(64, RELU), Dense.of(64, RELU), Dense.of(1, SIGMOID),
        Output.of(Loss.BINARY_CROSS_ENTROPY)), Map.of(2, "h1", 3, "h2", 4, "out"));
    DataSettings data = DataSettings.of("moons").withPoints(100).withNoise(0.3).withShares(0.6, 0);
    return project(network, data, training(300, 40, 0.01));
  }

  // --- leak

  /** Sixty rows of random numbers, each labelled by a coin: nothing can be learned. */
  private static Project coins() {
    Random random = new Random(9);
    StringBuilder csv = new StringBuilder();
    for (int c = 1; c <= COLUMNS; c++) {
      csv.append('c').append(c).append(',');
    }
    csv.append("coin\n");
    for (int row = 0; row < COINS; row++) {
      for (int c = 0; c < COLUMNS; c++) {
        csv.append(String.format(Locale.ROOT, "%.2f,", random.nextGaussian()));
      }
      csv.append(random.nextBoolean() ? "A" : "B").append('\n');
    }
    Network network = named(row(Input.row(COLUMNS), Dense.of(1, SIGMOID), Output.of(Loss.BINARY_CROSS_ENTROPY)), Map.of(2, "out"));
    DataSettings data = DataSettings.of("csv").withShares(0, 0).withColumns(new Columns("coin", List.of(), Columns.Choice.CLASSES));
    return new Project(network, data, Optional.of(table(csv.toString())), training(100, 60, 0.02));
  }

  // --- pool-route

  /** Sixteen cells that learn, with the input 1: what moves is what the gradient has reached. */
  private static Saved routed(Layer pool) {
    Dense weighing = new Dense(1, NONE, Init.ONE, false, false);
    Dense sixteen = new Dense(16, NONE, Init.ONE, false, true);
    Network network = named(row(Input.row(1), sixteen, new Reshape(Shape.of(1, 4, 4)), pool, new Flatten(), weighing,
        Output.of(Loss.MSE)), Map.of(2, "cells", 3, "picture", 4, "pool", 6, "out"));
    boolean average = pool instanceof AvgPool2d;
    Project project = own(network, "x,y\n1," + (average ? 6.375 : 15) + "\n", Columns.Choice.REGRESSION, plain(1, 1, 1));
    return begun(project, Map.of("cells.weight",
        new float[] {1, 3, 2, 0, 4, 2, 1, 5, 0, 1, 7, 2, 6, 2, 3, 1}, "out.weight", new float[] {1, -2, 3, 0.5f}));
  }

  // --- recurrence

  private static Saved oneUnit() {
    Network network = named(row(new Input(Shape.of(3, 1)), SimpleRnn.of(1, true), new Flatten(), Dense.of(1, NONE), Output.of(Loss.MSE)),
        Map.of(2, "rnn", 4, "out"));
    String csv = "x1,x2,x3,y\n1,0,1,0\n1,1,0,0\n0,1,1,0\n1,1,1,0\n0,0,0,0\n";
    Project project = own(network, csv, Columns.Choice.REGRESSION, plain(1, 5, 0.01));
    return begun(project, Map.of("rnn.weightIh", new float[] {0.5f}, "rnn.weightHh", new float[] {0.8f}));
  }

  private static Project waves(int lags) {
    Network network = named(row(new Input(Shape.of(lags, 1)), SimpleRnn.of(8, false), Dense.of(1, NONE), Output.of(Loss.MSE)),
        Map.of(2, "rnn", 3, "out"));
    DataSettings data = DataSettings.of("sine").withSequence(SequenceSettings.USUAL.withLags(lags));
    return project(network, data, falling(20, 16, 0.01));
  }

  // --- memory

  /** A cell whose gates do not depend on what it reads: two numbers, then zeros. */
  private static Saved oneCell(String two, float in, float forget, float out, float weight) {
    Network network = named(row(new Input(Shape.of(12, 1)), Lstm.of(1, true), new Flatten(), Dense.of(1, NONE), Output.of(Loss.MSE)),
        Map.of(2, "cell", 4, "out"));
    String csv = IntStream.rangeClosed(1, 12).mapToObj(i -> "x" + i).collect(Collectors.joining(",")) + ",y\n" + two
        + ",0".repeat(10) + ",0\n";
    Project project = own(network, csv, Columns.Choice.REGRESSION, plain(1, 1, 0.01));
    return begun(project, Map.of("cell.weightIh", new float[] {0, 0, weight, 0}, "cell.weightHh", new float[4],
        "cell.biasIh", new float[] {in, forget, 0, out}, "cell.biasHh", new float[4]));
  }

  /** The sample that recalls a letter, without gates. */
  private static Project remembers() {
    Network network = named(row(Input.row(12), Embedding.of(9, 8), SimpleRnn.of(16, false), Dense.of(3, SOFTMAX),
        Output.of(Loss.CROSS_ENTROPY)), Map.of(3, "rnn", 4, "out"));
    DataSettings data = DataSettings.of("recall").withPoints(600).withSequence(SequenceSettings.USUAL.withLength(12)).withShares(0.1, 0.1);
    return project(network, data, falling(60, 32, 0.005));
  }

  // --- forecast

  /** The passengers of thirteen months, and those of the next. */
  private static Project months(Layer first, Layer last) {
    Network network = named(row(new Input(Shape.of(13, 1)), first, last, Output.of(Loss.MSE)),
        first instanceof Lstm ? Map.of(2, "lstm", 3, "out") : Map.of(3, "rule"));
    DataSettings data = DataSettings.of("air-passengers").withSequence(SequenceSettings.USUAL.withLags(13)).withShares(0.15, 0.2);
    return project(network, data, SampleProjects.pulled(falling(200, 8, 0.01), 0.01));
  }

  /** Each month as the one before it. */
  private static Saved lastMonth() {
    float[] weights = new float[13];
    weights[12] = 1;
    return begun(months(new Flatten(), Dense.of(1, NONE)), Map.of("rule.weight", weights, "rule.bias", new float[1]));
  }

  // --- attention

  /** Queries and keys are the first two numbers of a token, its value is the third. */
  private static Saved threeTokens() {
    Network network = named(row(new Input(Shape.of(3, 4)), new MultiHeadAttention(1, false, Init.ZERO, true, true), new Flatten(),
        Dense.of(1, NONE), Output.of(Loss.MSE)), Map.of(2, "attention", 4, "out"));
    StringBuilder csv = new StringBuilder();
    for (int i = 1; i <= 12; i++) {
      csv.append('x').append(i).append(',');
    }
    csv.append("y\n2,0,10,0,0,2,20,0,1,1,30,0,20\n2,0,10,0,0,2,20,0,3,1,30,0,20\n");
    float[] in = new float[3 * 4 * 4];
    in[0] = 1;
    in[5] = 1;
    in[16] = 1;
    in[21] = 1;
    in[32 + 10] = 1;
    float[] out = new float[16];
    out[10] = 1;
    Project project = own(network, csv.toString(), Columns.Choice.REGRESSION, plain(1, 2, 0.001));
    return begun(project, Map.of("attention.inProjWeight", in, "attention.outProjWeight", out));
  }

  private static Project names() {
    Network network = named(row(Input.row(12), Embedding.of(30, 16), PositionalEncoding.of(PositionalEncoding.Positions.LEARNED),
        MultiHeadAttention.of(2, true), Dense.of(64, RELU), Dense.of(30, SOFTMAX), Output.of(Loss.CROSS_ENTROPY)),
        Map.of(4, "attention", 5, "hidden", 6, "out"));
    DataSettings data = DataSettings.of("names-next").withSequence(SequenceSettings.USUAL.withLength(12)).withShares(0.1, 0.1);
    return project(network, data, falling(3, 32, 0.01));
  }

  // --- bottleneck

  private static Project squeezed(Layer... code) {
    List<Layer> layers = new ArrayList<>(List.of(new Input(Shape.of(1, 8, 8)), new Flatten()));
    layers.addAll(List.of(code));
    layers.addAll(List.of(Dense.of(PIXELS, NONE), new Reshape(Shape.of(1, 8, 8)), Output.of(Loss.MSE)));
    Network network = row(layers.toArray(Layer[]::new));
    network = named(network, code.length == 1 ? Map.of(3, "code") : Map.of(3, "enc", 4, "code", 5, "dec"));
    DataSettings data = DataSettings.of("digits-copy").withSeed(2).withScaling(Scaling.MIN_MAX).withShares(0.15, 0.15);
    return project(network, data, falling(30, 32, 0.005));
  }

  // --- karate

  /** @param skips whether what goes into a round is added to what comes out of it, except for the first round and the last */
  private static Project rounds(int rounds, boolean skips) {
    Shape square = Shape.of(34, 34);
    Network network = Network.EMPTY.add(new Input(square), LEFT, TOP).add(new Input(square), LEFT, BELOW);
    int before = 1;
    for (int i = 1; i <= rounds; i++) {
      int node = network.nextId();
      int number = i;
      network = network.add(i == rounds ? GraphConv.of(2, SOFTMAX) : GraphConv.of(16, TANH), LEFT + PITCH * i, TOP)
          .wire(before, node).wire(2, node).with(node, one -> one.withName("round" + number));
      if (skips && i > 1 && i < rounds) {
        int sum = network.nextId();
        network = network.add(new Add(), LEFT + PITCH * i + PITCH / 2, TOP - 1.5 * PITCH)
            .wire(before, sum).wire(node, sum).with(sum, one -> one.withName("sum" + number));
        node = sum;
      }
      before = node;
    }
    int output = network.nextId();
    network = network.add(Output.of(Loss.CROSS_ENTROPY), LEFT + PITCH * (rounds + 1), TOP).wire(before, output);
    network = named(network, Map.of(1, "members", 2, "friends"));
    return project(network, DataSettings.of("karate-club"), SampleProjects.pulled(training(100, 1, 0.01), 0.005));
  }

  /** The same sizes, and nobody hears of anybody. */
  private static Project noFriends() {
    Network network = Network.EMPTY
        .add(new Input(Shape.of(34, 34)), LEFT, TOP)
        .add(new Input(Shape.of(34, 34)), LEFT, BELOW)
        .add(Dense.of(16, TANH), LEFT + PITCH, TOP)
        .add(Dense.of(2, SOFTMAX), LEFT + 2 * PITCH, TOP)
        .add(Output.of(Loss.CROSS_ENTROPY), LEFT + 3 * PITCH, TOP)
        .wire(1, 3).wire(3, 4).wire(4, 5);
    return project(named(network, Map.of(1, "members", 2, "friends")), DataSettings.of("karate-club"),
        SampleProjects.pulled(training(100, 1, 0.01), 0.005));
  }
}
