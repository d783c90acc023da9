package studio.backprop.doctor;

import static studio.backprop.doctor.Ward.deep;
import static studio.backprop.doctor.Ward.on;
import static studio.backprop.doctor.Ward.onTable;
import static studio.backprop.doctor.Ward.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import studio.backprop.data.TableData;
import studio.backprop.doctor.Finding.Kind;
import studio.backprop.doctor.Ward.Case;
import studio.backprop.layer.Activate;
import studio.backprop.layer.Activation;
import studio.backprop.layer.BatchNorm;
import studio.backprop.layer.Conv2d;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Dropout;
import studio.backprop.layer.Flatten;
import studio.backprop.layer.Layer;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Padding;
import studio.backprop.layer.SimpleRnn;
import studio.backprop.network.repair.LayerSettings;
import studio.backprop.optim.Adam;
import studio.backprop.optim.Momentum;
import studio.backprop.optim.Optimizer;
import studio.backprop.optim.RmsProp;
import studio.backprop.optim.Sgd;
import studio.backprop.project.Regularization;
import studio.backprop.tensor.Init;

/** Forty trainings that fail, two or three of each kind. */
final class SickRuns {
  /**
   * What is wrong with a training.
   *
   * @param node the name of a node that must be among those that are named; empty where it is no node's
   */
  record Sick(String name, Kind kind, String node, Case run) {
    @Override
    public String toString() {
      return kind + ": " + name;
    }
  }

  private static final Optimizer ADAM = Adam.STANDARD;
  private static final Optimizer SGD = Sgd.STANDARD;
  private static final Dense CHANCE = Dense.of(1, Activation.SIGMOID);
  private static final Dense VALUE = Dense.of(1, Activation.NONE);
  private static final Dense TEN = Dense.of(10, Activation.SOFTMAX);
  private static final Dense THREE = Dense.of(3, Activation.SOFTMAX);
  private static final Loss BCE = Loss.BINARY_CROSS_ENTROPY;
  private static final Loss CE = Loss.CROSS_ENTROPY;

  private final List<Sick> all = new ArrayList<>();

  private SickRuns() {}

  static List<Sick> all() throws Exception {
    SickRuns runs = new SickRuns();
    runs.faults();
    runs.rates();
    runs.steps();
    runs.units();
    runs.gradients();
    runs.fits();
    runs.data();
    runs.settings();
    return runs.all;
  }

  private void add(String name, Kind kind, String node, Case run) {
    all.add(new Sick(name, kind, node, run.seed(all.size() + 7)));
  }

  private void faults() throws Exception {
    add("a rate of 50 for a linear value", Kind.NOT_FINITE, "", on("plane", SGD, 50, 32, 200, Loss.MSE, dense(8, Activation.NONE), VALUE));
    add("momentum at a rate of 30", Kind.NOT_FINITE, "",
        on("diabetes", Momentum.STANDARD, 30, 16, 200, Loss.MSE, dense(16, Activation.ELU), VALUE));
  }

  private void rates() throws Exception {
    add("Adam at 1 on moons", Kind.RATE_TOO_HIGH, "",
        on("moons", ADAM, 1, 32, 300, BCE, dense(8, Activation.LEAKY_RELU), dense(8, Activation.LEAKY_RELU), CHANCE));
    add("RMSprop at 0.5 on digits", Kind.RATE_TOO_HIGH, "",
        on("digits", RmsProp.STANDARD, 0.5, 32, 200, CE, new Flatten(), dense(16, Activation.RELU), TEN));
    add("SGD at 3 on wine", Kind.RATE_TOO_HIGH, "", on("wine", SGD, 8, 16, 300, CE, dense(16, Activation.RELU), dense(16, Activation.RELU),
        THREE));
    add("SGD at 1e-5 on iris", Kind.RATE_TOO_LOW, "", on("iris", SGD, 1e-5, 16, 300, CE, dense(8, Activation.TANH), THREE));
    add("Adam at 1e-6 on moons", Kind.RATE_TOO_LOW, "", on("moons", ADAM, 1e-6, 32, 300, BCE, dense(8, Activation.RELU), CHANCE));
    add("SGD at 1e-4 on auto-mpg", Kind.RATE_TOO_LOW, "", on("auto-mpg", SGD, 2e-5, 32, 200, Loss.MSE, dense(16, Activation.RELU), VALUE));
  }

  private void steps() throws Exception {
    add("Adam at 1 with tanh", Kind.RATE_TOO_HIGH, "",
        on("moons", ADAM, 1, 16, 100, BCE, dense(8, Activation.TANH), dense(8, Activation.TANH), CHANCE));
    add("a value guessed well at first", Kind.RATE_TOO_LOW, "", on("sine", ADAM, 1e-6, 32, 200, Loss.MSE, SimpleRnn.of(8, false), VALUE));
  }

  private void units() throws Exception {
    Dense pushed = new Dense(12, Activation.RELU, Init.constant(-0.5), true, true);
    add("negative weights on pixels", Kind.DEAD_RELU, "dense_1", on("digits", ADAM, 1e-3, 32, 100, CE, new Flatten(), pushed, TEN));
    add("one long step on values", Kind.DEAD_RELU, "dense_1", on("diabetes", SGD, 4, 32, 200, Loss.MAE, dense(16, Activation.RELU), VALUE));
    add("tanh on raw wine", Kind.SATURATION, "dense_1", on("wine", SGD, 0.01, 16, 100, CE, dense(12, Activation.TANH), THREE).unscaled());
    add("sigmoid at a rate of 3", Kind.SATURATION, "dense_1",
        on("spirals", ADAM, 3, 32, 200, BCE, dense(12, Activation.SIGMOID), dense(12, Activation.SIGMOID), CHANCE));
  }

  private void gradients() throws Exception {
    add("20 sigmoids", Kind.VANISHING, "dense_1", on("moons", SGD, 0.1, 10, 50, BCE, deep(20, 8, Activation.SIGMOID, CHANCE)));
    add("12 sigmoids with Adam", Kind.VANISHING, "dense_1", on("iris", ADAM, 0.003, 16, 100, CE, deep(12, 10, Activation.SIGMOID, THREE)));
    add("9 hard sigmoids", Kind.VANISHING, "dense_1", on("circles", SGD, 0.05, 16, 100, BCE, deep(9, 6, Activation.HARD_SIGMOID, CHANCE)));
    add("24 linear layers drawn as for ReLU", Kind.EXPLODING, "dense_1", on("surface", SGD, 1e-12, 32, 100, Loss.MSE, loud(24, VALUE)));
    add("30 linear layers before classes", Kind.EXPLODING, "dense_1", on("iris", SGD, 1e-10, 16, 100, CE, loud(30, THREE)));
  }

  /** He's rule doubles the variance for a ReLU that halves it; without one it doubles in each layer. */
  private static Layer[] loud(int layers, Dense last) {
    Layer[] all = deep(layers, 16, Activation.NONE, last);
    Arrays.fill(all, 0, layers, new Dense(16, Activation.NONE, Init.of(Init.Kind.HE_NORMAL), true, true));
    return all;
  }

  private void fits() throws Exception {
    TableData noise = table(120, 6, 3, (x, random) -> random.nextBoolean() ? "yes" : "no");
    add("noise by heart", Kind.OVERFITTING, "", onTable(noise, ADAM, 0.01, 16, 1500, BCE, dense(64, Activation.RELU), CHANCE));
    add("60 points of moons with much noise", Kind.OVERFITTING, "",
        on("moons", ADAM, 0.02, 12, 2500, BCE, dense(64, Activation.RELU), dense(64, Activation.RELU), CHANCE)
        .data(d -> d.withPoints(80).withNoise(0.5)));
    TableData few = table(60, 12, 5, (x, random) -> String.valueOf(x[0] + random.nextGaussian()));
    add("few rows of many columns", Kind.OVERFITTING, "", onTable(few, ADAM, 0.01, 8, 1500, Loss.MSE, dense(48, Activation.TANH), VALUE));
    add("a line through circles", Kind.UNDERFITTING, "", on("circles", ADAM, 0.01, 32, 1000, BCE, CHANCE));
    add("a line through xor", Kind.UNDERFITTING, "", on("xor", SGD, 0.1, 32, 1000, BCE, dense(4, Activation.NONE), CHANCE));
    add("too strong a penalty", Kind.UNDERFITTING, "", on("iris", ADAM, 0.01, 16, 1000, CE, dense(8, Activation.TANH), THREE)
        .with(t -> t.withRegularization(new Regularization(0, 1, Regularization.Clip.NONE, 1))));
    add("nearly all silenced", Kind.UNDERFITTING, "",
        on("iris", ADAM, 0.01, 16, 900, CE, dense(8, Activation.RELU), new Dropout(0.95), THREE));
  }

  private void data() throws Exception {
    add("raw measures of tumours", Kind.BAD_SCALING, "", on("breast-cancer", ADAM, 0.01, 32, 100, BCE, dense(8, Activation.RELU), CHANCE)
        .unscaled());
    add("raw measures of cars", Kind.BAD_SCALING, "", on("auto-mpg", SGD, 1e-9, 32, 100, Loss.MSE, dense(8, Activation.RELU), VALUE)
        .unscaled());
    TableData rare = table(400, 3, 9, (x, random) -> random.nextInt(20) == 0 ? "ill" : "well");
    add("one in twenty", Kind.IMBALANCE, "", onTable(rare, ADAM, 0.01, 32, 100, BCE, dense(8, Activation.RELU), CHANCE));
    TableData fewer = table(600, 2, 9, (x, random) -> x[0] > 0.7 ? "hi" : "lo");
    add("fifteen in a hundred", Kind.IMBALANCE, "", onTable(fewer, SGD, 0.1, 32, 100, BCE, dense(8, Activation.TANH), CHANCE));
    add("raw pixels at a rate for scaled ones", Kind.BAD_SCALING, "",
        on("digits", SGD, 0.1, 32, 200, CE, new Flatten(), dense(32, Activation.RELU), TEN).unscaled());
    add("every row three times", Kind.LEAKAGE, "", onTable(thrice(), ADAM, 0.01, 16, 100, BCE, dense(8, Activation.RELU), CHANCE));
    add("circles, never shuffled", Kind.NO_SHUFFLE, "", on("circles", ADAM, 0.01, 16, 100, BCE, dense(8, Activation.TANH), CHANCE)
        .with(t -> t.withShuffle(false)));
    add("sorted flowers", Kind.NO_SHUFFLE, "", on("iris", SGD, 0.05, 10, 100, CE, dense(8, Activation.TANH), THREE)
        .with(t -> t.withShuffle(false)));
  }

  private static TableData thrice() throws Exception {
    Random random = new Random(4);
    StringBuilder text = new StringBuilder("a,b,y\n");
    for (int row = 0; row < 60; row++) {
      double a = random.nextGaussian();
      double b = random.nextGaussian();
      text.append((a + "," + b + "," + (a * b > 0 ? "yes" : "no") + "\n").repeat(3));
    }
    return Ward.read(text.toString());
  }

  private void settings() throws Exception {
    add("squared error for classes", Kind.WRONG_LOSS, "loss_1",
        on("moons", ADAM, 0.01, 32, 100, Loss.MSE, dense(8, Activation.RELU), Dense.of(1, Activation.SIGMOID)));
    add("a value through a sigmoid", Kind.WRONG_LOSS, "dense_2",
        on("diabetes", ADAM, 0.01, 32, 100, Loss.MSE, dense(8, Activation.RELU), CHANCE));
    add("shares after a ReLU", Kind.WRONG_LOSS, "dense_2",
        on("wine", ADAM, 0.01, 32, 100, CE, dense(8, Activation.RELU), Dense.of(3, Activation.RELU)));
    add("three classes judged alone", Kind.WRONG_LOSS, "loss_1",
        on("iris", ADAM, 0.01, 16, 100, BCE, dense(8, Activation.RELU), Dense.of(3, Activation.SIGMOID)));
    Dense same = new Dense(8, Activation.TANH, Init.constant(0.1), true, true);
    Dense zero = new Dense(1, Activation.SIGMOID, Init.ZERO, true, true);
    add("all weights 0.1", Kind.SYMMETRY, "dense_1", on("circles", ADAM, 0.01, 32, 100, BCE, same, zero));
    Layer conv = LayerSettings.with(Conv2d.of(4, 3, Padding.SAME, Activation.RELU), "init", Init.ZERO).orElseThrow();
    Dense half = new Dense(8, Activation.RELU, Init.constant(0.5), true, true);
    add("weights of one half before random ones", Kind.SYMMETRY, "dense_1", on("iris", ADAM, 0.01, 16, 200, CE, half, THREE));
    add("zero filters", Kind.SYMMETRY, "conv_1", on("digits", ADAM, 0.01, 32, 60, CE, conv, new Flatten(), TEN));
    add("normalised in twos", Kind.SMALL_BATCH_NORM, "norm_1",
        on("wine", ADAM, 0.003, 2, 100, CE, dense(8, Activation.NONE), new BatchNorm(0.1, 1e-5, true), new Activate(Activation.RELU),
            THREE));
    add("pictures normalised in twos", Kind.SMALL_BATCH_NORM, "norm_1",
        on("digits", ADAM, 0.003, 2, 100, CE, Conv2d.of(4, 3, Padding.SAME, Activation.NONE),
        new BatchNorm(0.1, 1e-5, true), new Activate(Activation.RELU), new Flatten(), TEN));
  }

  private static Dense dense(int units, Activation bend) {
    return Dense.of(units, bend);
  }
}
