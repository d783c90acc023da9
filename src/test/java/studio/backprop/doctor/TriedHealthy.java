package studio.backprop.doctor;

import static studio.backprop.doctor.Ward.on;
import static studio.backprop.doctor.Ward.onTable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import studio.backprop.data.TableData;
import studio.backprop.doctor.Ward.Case;
import studio.backprop.layer.Activate;
import studio.backprop.layer.Activation;
import studio.backprop.layer.BatchNorm;
import studio.backprop.layer.Conv2d;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Dropout;
import studio.backprop.layer.Flatten;
import studio.backprop.layer.Gru;
import studio.backprop.layer.Layer;
import studio.backprop.layer.LayerNorm;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Lstm;
import studio.backprop.layer.MaxPool2d;
import studio.backprop.layer.Padding;
import studio.backprop.layer.SimpleRnn;
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

/** What goes well with usual data and settings, written down without a look at the doctor's limits. */
final class TriedHealthy {
  private static final Optimizer ADAM = Adam.STANDARD;
  private static final Optimizer SGD = Sgd.STANDARD;
  private static final Dense ONE = Dense.of(1, Activation.SIGMOID);
  private static final Dense VALUE = Dense.of(1, Activation.NONE);
  private static final Dense THREE = Dense.of(3, Activation.SOFTMAX);
  private static final Dense TEN = Dense.of(10, Activation.SOFTMAX);
  private static final Loss BCE = Loss.BINARY_CROSS_ENTROPY;
  private static final Loss CE = Loss.CROSS_ENTROPY;
  private static final Loss MSE = Loss.MSE;

  private final Map<String, Case> all = new LinkedHashMap<>();

  private TriedHealthy() {}

  static Map<String, Case> all() throws Exception {
    TriedHealthy runs = new TriedHealthy();
    runs.points();
    runs.tables();
    runs.values();
    runs.pictures();
    runs.sequences();
    runs.own();
    return runs.all;
  }

  private void add(String name, Case run) {
    all.put(name, run.seed(42));
  }

  private void points() throws Exception {
    add("circles SGD 0.3", on("circles", SGD, 0.3, 16, 900, BCE, relu(8), relu(8), ONE));
    add("circles NAdam 0.005", on("circles", NAdam.STANDARD, 0.005, 32, 500, BCE, tanh(16), ONE));
    add("moons RMSprop 0.003", on("moons", RmsProp.STANDARD, 0.003, 32, 500, BCE, relu(16), relu(8), ONE));
    add("moons Adagrad 0.1", on("moons", Adagrad.STANDARD, 0.1, 32, 600, BCE, relu(16), ONE));
    add("moons Adadelta 1", on("moons", Adadelta.STANDARD, 1, 32, 800, BCE, relu(16), relu(16), ONE));
    add("spirals AdamW 0.01", on("spirals", AdamW.STANDARD, 0.01, 32, 1200, BCE, relu(32), relu(32), relu(16), ONE));
    add("xor Nesterov 0.05", on("xor", Nesterov.STANDARD, 0.05, 32, 500, BCE, tanh(8), ONE));
    add("xor momentum 0.02 ELU", on("xor", Momentum.STANDARD, 0.02, 16, 700, BCE, Dense.of(12, Activation.ELU), ONE));
    add("gaussians logistic", on("gaussians", ADAM, 0.02, 32, 400, BCE, ONE));
    add("gaussians two softmax, SGD 0.1", on("gaussians", SGD, 0.1, 16, 400, CE, relu(6), Dense.of(2, Activation.SOFTMAX)));
  }

  private void tables() throws Exception {
    add("iris SGD 0.05", on("iris", SGD, 0.05, 8, 500, CE, relu(12), THREE));
    add("iris RMSprop 0.005", on("iris", RmsProp.STANDARD, 0.005, 16, 300, CE, relu(16), THREE));
    add("iris softmax alone, Adam 0.05", on("iris", ADAM, 0.05, 16, 300, CE, THREE));
    add("wine SGD 0.1", on("wine", SGD, 0.1, 16, 200, CE, relu(16), THREE));
    add("wine NAdam 0.002 batch norm", on("wine", NAdam.STANDARD, 0.002, 16, 250, CE, Dense.of(24, Activation.NONE),
        new BatchNorm(0.1, 1e-5, true), new Activate(Activation.RELU), THREE));
    add("breast cancer Adam 0.001", on("breast-cancer", ADAM, 0.001, 32, 250, BCE, relu(16), relu(8), ONE));
    add("breast cancer logistic, momentum 0.05", on("breast-cancer", Momentum.STANDARD, 0.05, 64, 150, BCE, ONE));
    add("breast cancer Adagrad, dropout", on("breast-cancer", Adagrad.STANDARD, 0.05, 32, 250, BCE, relu(32), new Dropout(0.3), ONE));
    add("iris one sigmoid layer, Adam 0.02", on("iris", ADAM, 0.02, 16, 500, CE, Dense.of(10, Activation.SIGMOID), THREE));
  }

  private void values() throws Exception {
    add("auto-mpg RMSprop 0.002", on("auto-mpg", RmsProp.STANDARD, 0.002, 32, 400, MSE, relu(16), VALUE));
    add("auto-mpg SGD 0.02", on("auto-mpg", SGD, 0.02, 16, 400, MSE, tanh(16), VALUE));
    add("diabetes linear", on("diabetes", ADAM, 0.02, 32, 300, MSE, VALUE));
    add("surface Nesterov 0.02", on("surface", Nesterov.STANDARD, 0.02, 32, 800, MSE, tanh(24), tanh(24), VALUE));
    add("plane AdamW 0.01", on("plane", AdamW.STANDARD, 0.01, 32, 400, MSE, relu(8), VALUE));
  }

  private void pictures() throws Exception {
    add("digits SGD 0.1", on("digits", SGD, 0.1, 32, 300, CE, new Flatten(), relu(32), TEN));
    add("digits CNN momentum", on("digits", Momentum.STANDARD, 0.02, 32, 150, CE, Conv2d.of(8, 3, Padding.SAME, Activation.RELU),
        MaxPool2d.of(2), new Flatten(), relu(32), TEN));
    add("digits layer norm NAdam", on("digits", NAdam.STANDARD, 0.002, 64, 150, CE, new Flatten(), Dense.of(48, Activation.NONE),
        new LayerNorm(1e-5, true), new Activate(Activation.GELU), TEN));
  }

  private void sequences() throws Exception {
    add("sine GRU RMSprop", on("sine", RmsProp.STANDARD, 0.003, 32, 250, MSE, Gru.of(8, false), VALUE));
    add("sine RNN over 24 steps", on("sine", ADAM, 0.005, 32, 250, MSE, SimpleRnn.of(12, false), VALUE)
        .dataOfAnotherShape(d -> d.withSequence(d.sequence().withLags(24))));
    add("sine LSTM over 60 steps", on("sine", ADAM, 0.01, 32, 200, MSE, Lstm.of(12, false), VALUE)
        .dataOfAnotherShape(d -> d.withSequence(d.sequence().withLags(60))));
    add("sine RNN over 100 steps", on("sine", ADAM, 0.003, 32, 200, MSE, SimpleRnn.of(16, false), VALUE)
        .dataOfAnotherShape(d -> d.withSequence(d.sequence().withLags(100).withHorizon(20))));
    add("temperature LSTM", on("nottingham", ADAM, 0.01, 16, 200, MSE, Lstm.of(8, false), VALUE));
    add("sunspots RNN", on("sunspots", ADAM, 0.002, 32, 250, MSE, SimpleRnn.of(12, false), VALUE));
  }

  private void own() throws Exception {
    add("one in ten, learned well", onTable(blobs(600, 0.1, 3), ADAM, 0.01, 32, 500, BCE, relu(16), ONE));
    add("one in twenty, learned well", onTable(ring(800), ADAM, 0.02, 32, 220, BCE, relu(24), relu(24), ONE));
    add("three classes of 70, 25 and 5 %, learned well", onTable(uneven(), Momentum.STANDARD, 0.02, 32, 700, CE, relu(24), THREE));
    add("a table with words", onTable(words(), ADAM, 0.01, 32, 400, BCE, relu(16), ONE));
    add("a table with a shuffled id", onTable(ids(), ADAM, 0.003, 32, 200, BCE, relu(12), ONE));
  }

  private static TableData blobs(int rows, double share, double apart) throws Exception {
    Random random = new Random(21);
    StringBuilder text = new StringBuilder("a,b,y\n");
    for (int i = 0; i < rows; i++) {
      boolean rare = random.nextDouble() < share;
      text.append(random.nextGaussian() + (rare ? apart : 0)).append(',').append(random.nextGaussian() + (rare ? apart : 0)).append(',')
          .append(rare ? "fraud" : "fine").append('\n');
    }
    return Ward.read(text.toString());
  }

  private static TableData ring(int rows) throws Exception {
    Random random = new Random(22);
    StringBuilder text = new StringBuilder("a,b,y\n");
    for (int i = 0; i < rows; i++) {
      double a = 2 * random.nextDouble() - 1;
      double b = 2 * random.nextDouble() - 1;
      text.append(a).append(',').append(b).append(',').append(a * a + b * b < 0.07 ? "core" : "rest").append('\n');
    }
    return Ward.read(text.toString());
  }

  private static TableData uneven() throws Exception {
    Random random = new Random(23);
    StringBuilder text = new StringBuilder("a,b,y\n");
    for (int i = 0; i < 700; i++) {
      double lot = random.nextDouble();
      int kind = lot < 0.7 ? 0 : lot < 0.95 ? 1 : 2;
      double[] a = {0, 3, 0};
      double[] b = {0, 1, 4};
      text.append(a[kind] + 0.8 * random.nextGaussian()).append(',').append(b[kind] + 0.8 * random.nextGaussian()).append(",k").append(kind)
          .append('\n');
    }
    return Ward.read(text.toString());
  }

  private static TableData words() throws Exception {
    Random random = new Random(24);
    String[] towns = {"Rome", "Oslo", "Lima"};
    StringBuilder text = new StringBuilder("town,height,weight,sports\n");
    for (int i = 0; i < 400; i++) {
      int town = random.nextInt(3);
      double height = 170 + 10 * random.nextGaussian();
      double weight = 70 + 12 * random.nextGaussian();
      double sum = town - 1 + (height - 170) / 10 - (weight - 70) / 12 + 0.4 * random.nextGaussian();
      text.append(towns[town]).append(',').append(height).append(',').append(weight).append(',').append(sum > 0 ? "yes" : "no")
          .append('\n');
    }
    return Ward.read(text.toString());
  }

  private static TableData ids() throws Exception {
    Random random = new Random(25);
    StringBuilder text = new StringBuilder("id,a,b,y\n");
    for (int i = 0; i < 500; i++) {
      double a = random.nextGaussian();
      double b = random.nextGaussian();
      text.append(i + 1).append(',').append(a).append(',').append(b).append(',')
          .append(a - b + 0.5 * random.nextGaussian() > 0 ? "yes" : "no").append('\n');
    }
    return Ward.read(text.toString());
  }

  private static Layer relu(int units) {
    return Dense.of(units, Activation.RELU);
  }

  private static Layer tanh(int units) {
    return Dense.of(units, Activation.TANH);
  }
}
