package studio.backprop.doctor;

import static studio.backprop.doctor.Ward.deep;
import static studio.backprop.doctor.Ward.on;
import static studio.backprop.doctor.Ward.onTable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import studio.backprop.data.TableData;
import studio.backprop.doctor.Ward.Case;
import studio.backprop.layer.Activate;
import studio.backprop.layer.Activation;
import studio.backprop.layer.BatchNorm;
import studio.backprop.layer.Conv2d;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Flatten;
import studio.backprop.layer.Layer;
import studio.backprop.layer.Loss;
import studio.backprop.layer.MaxPool2d;
import studio.backprop.layer.Padding;
import studio.backprop.layer.SimpleRnn;
import studio.backprop.network.repair.LayerSettings;
import studio.backprop.optim.Adadelta;
import studio.backprop.optim.Adagrad;
import studio.backprop.optim.Adam;
import studio.backprop.optim.AdamW;
import studio.backprop.optim.Momentum;
import studio.backprop.optim.NAdam;
import studio.backprop.optim.Nesterov;
import studio.backprop.optim.Optimizer;
import studio.backprop.optim.RmsProp;
import studio.backprop.optim.Sgd;
import studio.backprop.project.Regularization;
import studio.backprop.tensor.Init;

/** Mistakes that people make, written down as they would make them and without a look at the doctor's limits. */
final class TriedSick {
  /**
   * A mistake.
   *
   * @param named the kinds of which one must be named
   */
  record Tried(String name, Set<String> named, Case run) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final Optimizer ADAM = Adam.STANDARD;
  private static final Optimizer SGD = Sgd.STANDARD;
  private static final Dense ONE = Dense.of(1, Activation.SIGMOID);
  private static final Dense VALUE = Dense.of(1, Activation.NONE);
  private static final Dense THREE = Dense.of(3, Activation.SOFTMAX);
  private static final Dense TEN = Dense.of(10, Activation.SOFTMAX);
  private static final Loss BCE = Loss.BINARY_CROSS_ENTROPY;
  private static final Loss CE = Loss.CROSS_ENTROPY;
  private static final Loss MSE = Loss.MSE;
  private static final Set<String> HIGH = Set.of("RATE_TOO_HIGH", "NOT_FINITE");
  private static final Set<String> LOW = Set.of("RATE_TOO_LOW");
  private static final Set<String> FADES = Set.of("VANISHING");

  private final List<Tried> all = new ArrayList<>();

  private TriedSick() {}

  static List<Tried> all() throws Exception {
    TriedSick runs = new TriedSick();
    runs.tooHigh();
    runs.tooLow();
    runs.units();
    runs.fading();
    runs.time();
    runs.exploding();
    runs.columns();
    runs.telling();
    runs.losses();
    runs.parts();
    runs.frozen();
    runs.order();
    runs.fit();
    runs.symmetry();
    return runs.all;
  }

  private void add(String name, Set<String> named, Case run) {
    all.add(new Tried(name, named, run));
  }

  private void add(String name, String named, Case run) {
    add(name, Set.of(named), run);
  }

  private void tooHigh() throws Exception {
    add("SGD at 5 on moons", HIGH, on("moons", SGD, 5, 32, 300, BCE, relu(16), relu(16), ONE).seed(42));
    add("momentum at 2 on circles", HIGH, on("circles", Momentum.STANDARD, 2, 32, 300, BCE, tanh(16), ONE).seed(42));
    add("Adam at 0.8 on iris", HIGH, on("iris", ADAM, 0.8, 16, 400, CE, relu(16), relu(16), THREE).seed(42));
    add("RMSprop at 0.3 on wine", HIGH, on("wine", RmsProp.STANDARD, 0.3, 32, 300, CE, relu(32), relu(16), THREE).seed(42));
    add("AdamW at 1 on digits", HIGH, on("digits", AdamW.STANDARD, 1, 32, 250, CE, new Flatten(), relu(32), TEN).seed(42));
    add("NAdam at 0.5 on a small CNN", HIGH, on("digits", NAdam.STANDARD, 0.5, 32, 150, CE, conv(8), MaxPool2d.of(2), new Flatten(), TEN)
        .seed(42));
    add("Nesterov at 1 on auto-mpg", HIGH, on("auto-mpg", Nesterov.STANDARD, 1, 32, 200, MSE, relu(16), VALUE).seed(42));
    add("Adagrad at 3 on spirals", HIGH, on("spirals", Adagrad.STANDARD, 3, 32, 300, BCE, relu(32), relu(32), ONE).seed(42));
    add("SGD at 0.9 on diabetes", HIGH, on("diabetes", SGD, 0.9, 16, 200, MSE, relu(32), VALUE).seed(42));
    add("Adam at 0.5 on a sine RNN", HIGH, on("sine", ADAM, 0.5, 32, 150, MSE, SimpleRnn.of(16, false), VALUE).seed(42));
  }

  private void tooLow() throws Exception {
    add("SGD at 1e-4 on moons", LOW, on("moons", SGD, 1e-4, 32, 400, BCE, relu(16), ONE).seed(42));
    add("Adam at 1e-6 on digits", LOW, on("digits", ADAM, 1e-6, 32, 250, CE, new Flatten(), relu(32), TEN).seed(42));
    add("momentum at 1e-5 on wine", LOW, on("wine", Momentum.STANDARD, 1e-5, 16, 300, CE, relu(16), THREE).seed(42));
    add("Adagrad at 1e-4 on circles", LOW, on("circles", Adagrad.STANDARD, 1e-4, 32, 400, BCE, tanh(8), ONE).seed(42));
    add("Adadelta at 1e-3 on iris", LOW, on("iris", Adadelta.STANDARD, 1e-3, 16, 300, CE, tanh(8), THREE).seed(42));
    add("RMSprop at 1e-6 on auto-mpg", LOW, on("auto-mpg", RmsProp.STANDARD, 1e-6, 32, 300, MSE, relu(32), VALUE).seed(42));
  }

  private void units() throws Exception {
    Set<String> dead = Set.of("DEAD_RELU");
    add("biases and weights far below zero", dead, on("digits", ADAM, 1e-3, 32, 200, CE, new Flatten(),
        new Dense(24, Activation.RELU, Init.constant(-0.2), true, true), TEN).seed(42));
    add("12 ReLUs, three wide", dead, on("xor", SGD, 0.05, 32, 300, BCE, deep(12, 3, Activation.RELU, ONE)).seed(42));
    add("a rate of 8 kills ReLUs", Set.of("DEAD_RELU", "RATE_TOO_HIGH"), on("breast-cancer", SGD, 8, 32, 200, BCE, relu(16), relu(16), ONE)
        .seed(42));
    add("tanh on raw breast cancer", Set.of("SATURATION", "BAD_SCALING"),
        on("breast-cancer", ADAM, 1e-3, 32, 200, BCE, tanh(16), tanh(16), ONE).unscaled().seed(42));
    add("sigmoid with weights of 20", Set.of("SATURATION"), on("circles", SGD, 0.1, 32, 200, BCE, wild(16, Activation.SIGMOID), ONE)
        .with(t -> t).seed(42));
  }

  /** Drawn as if it had a single input, after a layer that makes its inputs large. */
  private static Dense wild(int units, Activation activation) {
    return new Dense(units, activation, Init.constant(60), true, true);
  }

  private void fading() throws Exception {
    add("20 sigmoids on moons", FADES, on("moons", SGD, 0.1, 10, 300, BCE, deep(20, 8, Activation.SIGMOID, ONE)).seed(42));
    add("10 sigmoids on digits with Adam", FADES, on("digits", ADAM, 0.01, 32, 200, CE, flat(deep(10, 16, Activation.SIGMOID, TEN)))
        .seed(42));
    add("8 sigmoids on iris", FADES, on("iris", SGD, 0.1, 16, 300, CE, deep(8, 10, Activation.SIGMOID, THREE)).seed(42));
    Set<String> stuck = Set.of("VANISHING", "UNDERFITTING", "RATE_TOO_LOW");
    for (long seed : new long[] {1, 2, 3}) {
      add("4 sigmoids on circles, seed " + seed, stuck, on("circles", SGD, 0.1, 32, 500, BCE, deep(4, 8, Activation.SIGMOID, ONE))
          .seed(seed));
    }
    add("4 sigmoids on spirals", stuck, on("spirals", SGD, 0.05, 32, 600, BCE, deep(4, 16, Activation.SIGMOID, ONE)).seed(42));
    add("5 sigmoids on moons with momentum", stuck, on("moons", Momentum.STANDARD, 0.01, 32, 500, BCE, deep(5, 8, Activation.SIGMOID, ONE))
        .seed(42));
    Layer[] small = deep(14, 16, Activation.TANH, ONE);
    Arrays.setAll(small, i -> i < 14 ? new Dense(16, Activation.TANH, Init.of(Init.Kind.LECUN_UNIFORM), true, true) : small[i]);
    add("30 tanh layers, three wide", FADES, on("circles", SGD, 0.05, 32, 300, BCE, deep(30, 3, Activation.TANH, ONE)).seed(42));
  }

  private void time() throws Exception {
    Set<String> through = Set.of("VANISHING_THROUGH_TIME");
    add("RNN recalls over 100 steps", through, TableDraws.recall(100, SimpleRnn.of(16, false), 300)
        .with(t -> t.withOptimizer(ADAM).withRate(0.005)).seed(42));
    add("RNN recalls over 60 steps, SGD", through, TableDraws.recall(60, SimpleRnn.of(24, false), 300)
        .with(t -> t.withOptimizer(SGD).withRate(0.05)).seed(7));
  }

  private void exploding() throws Exception {
    Set<String> explodes = Set.of("EXPLODING", "NOT_FINITE");
    Layer[] loud = deep(25, 32, Activation.NONE, VALUE);
    Arrays.fill(loud, 0, 25, new Dense(32, Activation.NONE, Init.of(Init.Kind.HE_NORMAL), true, true));
    add("25 linear layers of He", explodes, on("surface", ADAM, 1e-3, 32, 200, MSE, loud).seed(42));
    Layer[] ones = deep(6, 16, Activation.RELU, THREE);
    Arrays.setAll(ones, i -> i < 6 ? new Dense(16, Activation.LEAKY_RELU, Init.of(Init.Kind.ORTHOGONAL), true, true) : ones[i]);
    add("squared error and a rate of 1 on raw cars", Set.of("EXPLODING", "NOT_FINITE", "BAD_SCALING"),
        on("auto-mpg", SGD, 0.01, 32, 100, MSE, relu(16), VALUE).unscaled().seed(42));
  }

  private void columns() throws Exception {
    Set<String> scale = Set.of("BAD_SCALING");
    add("raw wine", scale, on("wine", ADAM, 0.003, 16, 300, CE, relu(16), THREE).unscaled().seed(42));
    add("income in euro beside age", scale, onTable(people(false), ADAM, 0.01, 32, 300, BCE, relu(16), ONE).unscaled().seed(42));
    add("house prices to predict, raw", scale, onTable(houses(), SGD, 0.01, 32, 200, MSE, relu(16), VALUE).unscaled().seed(42));
    Set<String> constant = Set.of("CONSTANT_COLUMN");
    add("a column of zeros", constant, onTable(withColumn("0"), ADAM, 0.01, 32, 300, BCE, relu(16), ONE).seed(42));
    add("a column of 2024, unscaled", Set.of("CONSTANT_COLUMN", "BAD_SCALING"),
        onTable(withColumn("2024"), ADAM, 0.01, 32, 300, BCE, tanh(16), ONE).unscaled().seed(42));
    add("a column of one word", constant, onTable(withColumn("Berlin"), SGD, 0.1, 32, 300, BCE, relu(16), ONE).seed(42));
  }

  private static TableData withColumn(String constant) throws Exception {
    Random random = new Random(8);
    StringBuilder text = new StringBuilder("a,site,b,y\n");
    for (int row = 0; row < 300; row++) {
      double a = random.nextGaussian();
      double b = random.nextGaussian();
      text.append(a).append(',').append(constant).append(',').append(b).append(',')
          .append(a * a + b * b + 0.3 * random.nextGaussian() > 1.2 ? "out" : "in").append('\n');
    }
    return Ward.read(text.toString());
  }

  private static TableData people(boolean sorted) throws Exception {
    Random random = new Random(11);
    StringBuilder text = new StringBuilder("age,income,buys\n");
    for (int row = 0; row < 400; row++) {
      int age = 18 + random.nextInt(60);
      double income = 20_000 + 60_000 * random.nextDouble();
      text.append(age).append(',').append((int) income).append(',')
          .append(age / 60.0 + income / 80_000 + 0.2 * random.nextGaussian() > 1.3 ? "yes" : "no").append('\n');
    }
    return Ward.read(text.toString());
  }

  private static TableData houses() throws Exception {
    Random random = new Random(12);
    StringBuilder text = new StringBuilder("rooms,distance,price\n");
    for (int row = 0; row < 300; row++) {
      int rooms = 1 + random.nextInt(7);
      double distance = random.nextDouble() * 3;
      text.append(rooms).append(',').append(distance).append(',')
          .append((int) (80_000 * rooms - 30_000 * distance + 20_000 * random.nextGaussian() + 100_000)).append('\n');
    }
    return Ward.read(text.toString());
  }

  private void telling() throws Exception {
    Set<String> tells = Set.of("TARGET_LEAKAGE", "LEAKAGE");
    add("the class once more, with a little noise", tells,
        onTable(told(row -> row.label + 0.02 * row.random.nextGaussian()), ADAM, 0.01, 32, 300, BCE, relu(16), ONE).seed(42));
    add("a code that follows from the class", tells, onTable(told(row -> row.label == 1 ? 7 : 3), SGD, 0.1, 32, 300, BCE, relu(16), ONE)
        .seed(42));
    add("the amount paid out tells whether it was granted", tells,
        onTable(told(row -> row.label == 1 ? 1000 + 500 * row.random.nextDouble() : 0), ADAM, 0.01, 32, 300, BCE, relu(16), ONE).seed(42));
    add("the target in another unit", tells, onTable(unit(), ADAM, 0.01, 32, 300, MSE, relu(16), VALUE).seed(42));
    add("an id of rows sorted by class", tells, onTable(sortedIds(2), ADAM, 0.01, 32, 300, CE, relu(16), Dense.of(2, Activation.SOFTMAX))
        .seed(42));
    add("an id of rows sorted by three classes", tells, onTable(sortedIds(3), SGD, 0.1, 16, 400, CE, relu(16), THREE).seed(42));
  }

  private static final class Row {
    private int label;
    private Random random;
  }

  private interface Column {
    double of(Row row);
  }

  private static TableData told(Column column) throws Exception {
    Row row = new Row();
    row.random = new Random(13);
    StringBuilder text = new StringBuilder("a,b,code,c,y\n");
    for (int i = 0; i < 400; i++) {
      double a = row.random.nextGaussian();
      double b = row.random.nextGaussian();
      double c = row.random.nextGaussian();
      row.label = a + b * c + row.random.nextGaussian() > 0 ? 1 : 0;
      text.append(a).append(',').append(b).append(',').append(column.of(row)).append(',').append(c).append(',')
          .append(row.label == 1 ? "yes" : "no").append('\n');
    }
    return Ward.read(text.toString());
  }

  private static TableData unit() throws Exception {
    Random random = new Random(14);
    StringBuilder text = new StringBuilder("wind,rain,fahrenheit,celsius\n");
    for (int i = 0; i < 300; i++) {
      double wind = random.nextDouble() * 30;
      double rain = random.nextDouble() * 10;
      double celsius = 22 - 0.3 * wind - rain + 4 * random.nextGaussian();
      text.append(wind).append(',').append(rain).append(',').append(celsius * 1.8 + 32).append(',').append(celsius).append('\n');
    }
    return Ward.read(text.toString());
  }

  private static TableData sortedIds(int classes) throws Exception {
    Random random = new Random(15);
    StringBuilder text = new StringBuilder("id,a,b,kind\n");
    for (int i = 0; i < 300; i++) {
      int kind = i * classes / 300;
      text.append(i + 1).append(',').append(0.7 * kind + random.nextGaussian()).append(',').append(random.nextGaussian()).append(",k")
          .append(kind).append('\n');
    }
    return Ward.read(text.toString());
  }

  private void losses() throws Exception {
    Set<String> wrong = Set.of("WRONG_LOSS");
    add("MSE after softmax on iris", wrong, on("iris", ADAM, 0.01, 16, 300, MSE, relu(16), THREE).seed(42));
    add("cross-entropy without softmax", wrong, on("wine", ADAM, 0.01, 16, 200, CE, relu(16), relu(3)).seed(42));
    add("a sigmoid before car mileages", wrong, on("auto-mpg", ADAM, 0.01, 32, 300, MSE, relu(16), ONE).seed(42));
    add("MAE for two classes", wrong, on("circles", ADAM, 0.01, 32, 300, Loss.MAE, relu(16), ONE).seed(42));
    add("binary cross-entropy for ten digits", wrong,
        on("digits", ADAM, 0.003, 32, 200, BCE, new Flatten(), relu(32), Dense.of(10, Activation.SIGMOID)).seed(42));
    add("a ReLU before standardized values", Set.of("WRONG_LOSS"), on("diabetes", ADAM, 0.01, 32, 300, MSE, relu(16), relu(1)).seed(42));
  }

  private void parts() throws Exception {
    add("each row twice", "LEAKAGE", onTable(twice(), ADAM, 0.01, 32, 300, BCE, relu(16), ONE).seed(42));
    add("three in a hundred are ill, learned as none", "IMBALANCE", onTable(rare(0.03, 1.0), SGD, 0.05, 32, 300, BCE, relu(16), ONE)
        .seed(42));
    add("eight in a hundred churn, barely learned", "IMBALANCE", onTable(rare(0.08, 0.6), ADAM, 0.005, 32, 300, BCE, tanh(8), ONE)
        .seed(42));
    add("batch norm with 2 examples", "SMALL_BATCH_NORM", on("wine", ADAM, 0.003, 2, 300, CE, Dense.of(16, Activation.NONE),
        new BatchNorm(0.1, 1e-5, true), new Activate(Activation.RELU), THREE).seed(42));
    add("batch norm with 4 examples on moons", "SMALL_BATCH_NORM", on("moons", SGD, 0.05, 4, 300, BCE, Dense.of(16, Activation.NONE),
        new BatchNorm(0.1, 1e-5, true), new Activate(Activation.RELU), ONE).seed(42));
  }

  private static TableData twice() throws Exception {
    Random random = new Random(16);
    StringBuilder text = new StringBuilder("a,b,c,y\n");
    for (int i = 0; i < 150; i++) {
      double a = random.nextGaussian();
      double b = random.nextGaussian();
      String line = a + "," + b + "," + random.nextGaussian() + "," + (a * b + random.nextGaussian() > 0 ? "yes" : "no") + "\n";
      text.append(line).append(line);
    }
    return Ward.read(text.toString());
  }

  /** Some are of a rare class, which lies only a little apart. */
  static TableData rare(double share, double apart) throws Exception {
    Random random = new Random(17);
    StringBuilder text = new StringBuilder("a,b,c,y\n");
    for (int i = 0; i < 600; i++) {
      boolean ill = random.nextDouble() < share;
      text.append(random.nextGaussian() + (ill ? apart : 0)).append(',').append(random.nextGaussian() - (ill ? apart : 0)).append(',')
          .append(random.nextGaussian())
          .append(',').append(ill ? "ill" : "well").append('\n');
    }
    return Ward.read(text.toString());
  }

  private void frozen() throws Exception {
    add("all layers frozen", "FROZEN", on("moons", ADAM, 0.01, 32, 300, BCE, ice(16, Activation.RELU), ice(1, Activation.SIGMOID))
        .seed(42));
    add("a frozen CNN", "FROZEN", on("digits", ADAM, 0.01, 32, 100, CE, LayerSettings.with(conv(6), "trainable", false).orElseThrow(),
        new Flatten(), ice(10, Activation.SOFTMAX)).seed(42));
  }

  private static Dense ice(int units, Activation activation) {
    return new Dense(units, activation, activation.suitedInit(), true, false);
  }

  private void order() throws Exception {
    add("iris by species, never shuffled", "NO_SHUFFLE", on("iris", ADAM, 0.01, 10, 300, CE, relu(16), THREE)
        .with(t -> t.withShuffle(false)).seed(42));
    add("moons, never shuffled", "NO_SHUFFLE", on("moons", SGD, 0.1, 32, 300, BCE, tanh(16), ONE).with(t -> t.withShuffle(false)).seed(42));
  }

  private void fit() throws Exception {
    TableData noise = Ward.table(100, 8, 18, (x, random) -> random.nextBoolean() ? "yes" : "no");
    add("coin flips by heart", "OVERFITTING", onTable(noise, ADAM, 0.005, 16, 800, BCE, relu(64), relu(64), ONE).seed(42));
    add("90 noisy moons and 128 units", "OVERFITTING", on("moons", ADAM, 0.01, 16, 1500, BCE, relu(128), relu(128), ONE)
        .data(d -> d.withPoints(90).withNoise(0.45)).seed(42));
    add("diabetes with 128 units", "OVERFITTING", on("diabetes", ADAM, 0.005, 16, 1500, MSE, relu(128), relu(64), VALUE).seed(42));
    add("breast cancer with 256 units for long", "OVERFITTING",
        on("breast-cancer", RmsProp.STANDARD, 0.003, 16, 2000, BCE, relu(256), relu(128), ONE).seed(42));
    add("logistic regression on circles", "UNDERFITTING", on("circles", ADAM, 0.02, 32, 800, BCE, ONE).seed(42));
    add("three linear layers on xor", "UNDERFITTING",
        on("xor", Momentum.STANDARD, 0.02, 32, 800, BCE, Dense.of(16, Activation.NONE), Dense.of(16, Activation.NONE), ONE).seed(42));
    add("L2 of 3 on wine", "UNDERFITTING", on("wine", ADAM, 0.01, 16, 600, CE, relu(16), THREE)
        .with(t -> t.withRegularization(new Regularization(0, 3, Regularization.Clip.NONE, 1))).seed(42));
  }

  private void symmetry() throws Exception {
    add("all weights 0 on iris", "SYMMETRY", on("iris", SGD, 0.1, 16, 300, CE, zero(8, Activation.TANH), zero(3, Activation.SOFTMAX))
        .seed(42));
    add("all weights 0.3 on moons", "SYMMETRY",
        on("moons", ADAM, 0.01, 32, 300, BCE, new Dense(12, Activation.RELU, Init.constant(0.3), true, true),
        new Dense(1, Activation.SIGMOID, Init.constant(0.3), true, true)).seed(42));
  }

  private static Dense zero(int units, Activation activation) {
    return new Dense(units, activation, Init.ZERO, true, true);
  }

  private static Dense relu(int units) {
    return Dense.of(units, Activation.RELU);
  }

  private static Dense tanh(int units) {
    return Dense.of(units, Activation.TANH);
  }

  private static Layer conv(int filters) {
    return Conv2d.of(filters, 3, Padding.SAME, Activation.RELU);
  }

  private static Layer[] flat(Layer[] layers) {
    Layer[] all = new Layer[layers.length + 1];
    all[0] = new Flatten();
    System.arraycopy(layers, 0, all, 1, layers.length);
    return all;
  }
}
