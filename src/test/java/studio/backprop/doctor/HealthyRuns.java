package studio.backprop.doctor;

import static studio.backprop.doctor.Ward.deep;
import static studio.backprop.doctor.Ward.on;
import static studio.backprop.doctor.Ward.onTable;
import static studio.backprop.doctor.Ward.table;

import java.util.ArrayList;
import java.util.List;
import studio.backprop.data.Scaling;
import studio.backprop.data.TableData;
import studio.backprop.doctor.Ward.Case;
import studio.backprop.layer.Activate;
import studio.backprop.layer.Activation;
import studio.backprop.layer.BatchNorm;
import studio.backprop.layer.Conv2d;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Dropout;
import studio.backprop.layer.Flatten;
import studio.backprop.layer.GlobalAvgPool2d;
import studio.backprop.layer.Gru;
import studio.backprop.layer.Layer;
import studio.backprop.layer.LayerNorm;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Lstm;
import studio.backprop.layer.MaxPool2d;
import studio.backprop.layer.Padding;
import studio.backprop.layer.SimpleRnn;
import studio.backprop.optim.Adagrad;
import studio.backprop.optim.Adam;
import studio.backprop.optim.Momentum;
import studio.backprop.optim.Nesterov;
import studio.backprop.optim.Optimizer;
import studio.backprop.optim.RmsProp;
import studio.backprop.optim.Sgd;
import studio.backprop.schedule.Cosine;
import studio.backprop.schedule.WarmUp;

/** Thirty trainings that go well. */
final class HealthyRuns {
  /** A training that nothing is to be said of. */
  record Healthy(String name, Case run) {
    @Override
    public String toString() {
      return name;
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
  private static final Loss MSE = Loss.MSE;

  private final List<Healthy> all = new ArrayList<>();

  private HealthyRuns() {}

  static List<Healthy> all() throws Exception {
    HealthyRuns runs = new HealthyRuns();
    runs.points();
    runs.tables();
    runs.pictures();
    runs.sequences();
    return runs.all;
  }

  private void add(String name, Case run) {
    all.add(new Healthy(name, run.seed(all.size() + 31)));
  }

  private void points() throws Exception {
    add("moons, Adam", on("moons", ADAM, 0.01, 32, 600, BCE, dense(8, Activation.RELU), CHANCE));
    add("circles, tanh, SGD", on("circles", SGD, 0.1, 16, 1000, BCE, dense(8, Activation.TANH), CHANCE));
    add("xor, momentum", on("xor", Momentum.STANDARD, 0.05, 16, 600, BCE, dense(8, Activation.TANH), dense(8, Activation.TANH), CHANCE));
    add("spirals, wide", on("spirals", ADAM, 0.01, 32, 2000, BCE, dense(32, Activation.RELU), dense(32, Activation.RELU), CHANCE));
    add("gaussians, linear", on("gaussians", SGD, 0.05, 32, 500, CE, Dense.of(2, Activation.SOFTMAX)));
    add("a plane, linear", on("plane", SGD, 0.05, 32, 500, MSE, VALUE));
    add("a surface, GELU", on("surface", ADAM, 0.01, 32, 800, MSE, dense(24, Activation.GELU), VALUE));
    add("20 ReLUs of He", on("moons", SGD, 0.01, 10, 50, BCE, deep(20, 8, Activation.RELU, CHANCE)));
    add("20 wide ReLUs of He", on("circles", ADAM, 1e-3, 32, 300, BCE, deep(20, 24, Activation.RELU, CHANCE)));
    add("moons, hinge", on("moons", ADAM, 0.01, 32, 400, Loss.HINGE, dense(16, Activation.RELU), VALUE));
    add("moons, large batch", on("moons", ADAM, 0.02, 300, 300, BCE, dense(16, Activation.ELU), CHANCE));
  }

  private void tables() throws Exception {
    add("iris, Adam", on("iris", ADAM, 0.01, 16, 600, CE, dense(8, Activation.RELU), THREE));
    add("iris, unscaled but small", on("iris", ADAM, 0.01, 16, 300, CE, dense(8, Activation.RELU), THREE)
        .data(d -> d.withScaling(Scaling.NONE)));
    add("iris, a sigmoid layer, Nesterov", on("iris", Nesterov.STANDARD, 0.05, 8, 600, CE, dense(8, Activation.SIGMOID), THREE));
    add("wine, Adam", on("wine", ADAM, 3e-3, 16, 400, CE, dense(16, Activation.RELU), dense(16, Activation.RELU), THREE));
    add("wine, batch norm", on("wine", ADAM, 3e-3, 32, 300, CE, dense(16, Activation.NONE), new BatchNorm(0.1, 1e-5, true),
        new Activate(Activation.RELU), THREE));
    add("wine, raw but normalised", on("wine", ADAM, 3e-3, 32, 300, CE, new BatchNorm(0.1, 1e-5, true), dense(16, Activation.TANH), THREE)
        .data(d -> d.withScaling(Scaling.NONE)));
    add("breast cancer, momentum", on("breast-cancer", Momentum.STANDARD, 0.01, 32, 500, BCE, dense(16, Activation.RELU), CHANCE));
    add("breast cancer, layer norm", on("breast-cancer", ADAM, 1e-3, 32, 300, BCE, dense(16, Activation.NONE), new LayerNorm(1e-5, true),
        new Activate(Activation.SILU), CHANCE));
    add("diabetes, a little", on("diabetes", SGD, 0.01, 32, 300, MSE, dense(8, Activation.TANH), VALUE));
    add("auto-mpg, Huber", on("auto-mpg", ADAM, 3e-3, 32, 600, Loss.HUBER, dense(16, Activation.RELU), VALUE));
    add("auto-mpg, Adagrad, MAE", on("auto-mpg", new Adagrad(1e-8), 0.05, 16, 500, Loss.MAE, dense(16, Activation.SELU), VALUE));
    TableData own = table(300, 4, 2, (x, random) -> x[0] * x[1] + x[2] > 0.3 * random.nextGaussian() ? "yes" : "no");
    add("a table of one's own", onTable(own, ADAM, 0.005, 16, 500, BCE, dense(12, Activation.RELU), CHANCE));
    add("a warm-up", on("iris", ADAM, 0.01, 16, 400, CE, dense(8, Activation.RELU), THREE)
        .with(t -> t.withSchedule(new WarmUp(200, WarmUp.Then.STAY))));
    add("a cosine to nothing", on("wine", ADAM, 0.01, 16, 250, CE, dense(8, Activation.RELU), THREE)
        .with(t -> t.withEpochs(36).withSchedule(new Cosine(0))));
  }

  private void pictures() throws Exception {
    add("digits, dense", on("digits", ADAM, 1e-3, 32, 250, CE, new Flatten(), dense(32, Activation.RELU), new Dropout(0.2), TEN));
    add("digits, convolutions", on("digits", RmsProp.STANDARD, 1e-3, 32, 120, CE, Conv2d.of(6, 3, Padding.SAME, Activation.RELU),
        MaxPool2d.of(2),
        Conv2d.of(8, 3, Padding.SAME, Activation.RELU), new GlobalAvgPool2d(), TEN));
  }

  private void sequences() throws Exception {
    add("sine, recurrent", on("sine", ADAM, 5e-3, 32, 150, MSE, SimpleRnn.of(8, false), VALUE));
    add("sine, LSTM", on("sine", ADAM, 0.01, 32, 120, MSE, Lstm.of(8, false), VALUE));
    add("passengers, GRU", on("air-passengers", ADAM, 0.01, 16, 150, MSE, Gru.of(8, false), VALUE));
  }

  private static Layer dense(int units, Activation bend) {
    return Dense.of(units, bend);
  }
}
