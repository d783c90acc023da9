package studio.backprop.doctor;

import java.util.List;
import java.util.Random;
import studio.backprop.doctor.Ward.Case;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Conv2d;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Flatten;
import studio.backprop.layer.Gru;
import studio.backprop.layer.Layer;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Lstm;
import studio.backprop.layer.MaxPool2d;
import studio.backprop.layer.Padding;
import studio.backprop.layer.SimpleRnn;
import studio.backprop.optim.Adagrad;
import studio.backprop.optim.Adam;
import studio.backprop.optim.AdamW;
import studio.backprop.optim.Momentum;
import studio.backprop.optim.NAdam;
import studio.backprop.optim.Nesterov;
import studio.backprop.optim.Optimizer;
import studio.backprop.optim.RmsProp;
import studio.backprop.optim.Sgd;

/** Drawn by lot: data, networks that suit them and optimizers with rates at which they usually learn. */
final class Draw {
  static final List<String> POINTS = List.of("circles", "xor", "gaussians", "moons", "spirals");
  static final List<String> CLASSES = List.of("circles", "xor", "gaussians", "moons", "spirals", "iris", "wine", "breast-cancer");
  static final List<String> VALUES = List.of("plane", "surface", "diabetes", "auto-mpg");
  static final List<String> SERIES = List.of("sine", "air-passengers", "nottingham", "co2", "sunspots");
  static final List<Activation> OPEN = List.of(Activation.RELU, Activation.LEAKY_RELU, Activation.ELU, Activation.GELU, Activation.SILU,
      Activation.SELU);
  static final List<Activation> BENT = List.of(Activation.RELU, Activation.LEAKY_RELU, Activation.ELU, Activation.GELU, Activation.TANH,
      Activation.SELU);

  /** An optimizer and a rate that usually suits it. */
  record Pace(Optimizer optimizer, double rate) {
    Pace times(double factor) {
      return new Pace(optimizer, rate * factor);
    }
  }

  private static final List<Pace> PACES = List.of(
      new Pace(Sgd.STANDARD, 0.1), new Pace(Momentum.STANDARD, 0.01), new Pace(Nesterov.STANDARD, 0.01), new Pace(Adam.STANDARD, 0.005),
      new Pace(RmsProp.STANDARD, 0.003), new Pace(AdamW.STANDARD, 0.005), new Pace(NAdam.STANDARD, 0.003),
      new Pace(new Adagrad(1e-10), 0.05));

  private final Random random;

  Draw(long seed) {
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    random.nextInt();
  }

  <T> T of(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  int from(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  /** Between both, as likely in each power of ten. */
  double between(double least, double most) {
    return least * Math.pow(most / least, random.nextDouble());
  }

  Random random() {
    return random;
  }

  Pace pace() {
    return of(PACES);
  }

  Pace simplePace() {
    return PACES.get(random.nextInt(2));
  }

  /** One that takes steps of its own length, whatever the size of the gradient. */
  Pace adaptive() {
    return PACES.get(3 + random.nextInt(4));
  }

  int batch() {
    return of(List.of(8, 16, 32, 64));
  }

  /** The layer that answers, after the usual hidden ones. */
  static Dense head(String data) {
    return switch (data) {
      case "iris", "wine" -> Dense.of(3, Activation.SOFTMAX);
      case "digits" -> Dense.of(10, Activation.SOFTMAX);
      case "gaussians", "circles", "xor", "moons", "spirals", "breast-cancer" -> Dense.of(1, Activation.SIGMOID);
      default -> Dense.of(1, Activation.NONE);
    };
  }

  static Loss loss(String data) {
    return switch (data) {
      case "iris", "wine", "digits" -> Loss.CROSS_ENTROPY;
      case "gaussians", "circles", "xor", "moons", "spirals", "breast-cancer" -> Loss.BINARY_CROSS_ENTROPY;
      default -> Loss.MSE;
    };
  }

  Layer[] dense(String data, int layers, int units, Activation bend) {
    return Ward.deep(layers, units, bend, head(data));
  }

  Case on(String data, Pace pace, int steps, Layer... layers) throws Exception {
    return Ward.on(data, pace.optimizer, pace.rate, batch(), steps, loss(data), layers).seed(random.nextInt(1000));
  }

  /** A table, a picture or a series, with a network that suits it and its usual activation. */
  Case usual(Pace pace, int steps) throws Exception {
    int choice = random.nextInt(8);
    if (choice == 0) {
      return on("digits", pace, Math.min(steps, 200), Conv2d.of(from(4, 8), 3, Padding.SAME, of(BENT)), MaxPool2d.of(2), new Flatten(),
          head("digits"));
    }
    if (choice == 1) {
      return on("digits", pace, steps, new Flatten(), Dense.of(from(16, 48), of(BENT)), head("digits"));
    }
    if (choice == 2) {
      String series = of(SERIES);
      Layer memory = of(List.of(SimpleRnn.of(from(6, 16), false), Lstm.of(from(6, 12), false), Gru.of(from(6, 12), false)));
      return on(series, pace, Math.min(steps, 200), memory, head(series));
    }
    String data = choice == 3 || choice == 4 ? of(VALUES) : of(CLASSES);
    return on(data, pace, steps, dense(data, from(1, 3), from(8, 32), of(BENT)));
  }
}
