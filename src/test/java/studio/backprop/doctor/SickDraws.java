package studio.backprop.doctor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import studio.backprop.data.TableData;
import studio.backprop.doctor.Draw.Pace;
import studio.backprop.doctor.Finding.Kind;
import studio.backprop.doctor.Ward.Case;
import studio.backprop.layer.Activate;
import studio.backprop.layer.Activation;
import studio.backprop.layer.BatchNorm;
import studio.backprop.layer.Conv2d;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Flatten;
import studio.backprop.layer.Gru;
import studio.backprop.layer.Layer;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Padding;
import studio.backprop.layer.SimpleRnn;
import studio.backprop.network.repair.LayerSettings;
import studio.backprop.project.Project;
import studio.backprop.project.Regularization;
import studio.backprop.store.SampleProject;
import studio.backprop.tensor.Init;

/** Trainings that fail, drawn by lot: of each kind as many as wanted. */
final class SickDraws {
  /**
   * What is wrong with a training.
   *
   * @param named the kinds of which one must be named
   */
  record Drawn(String name, Kind kind, Set<Kind> named, Case run) {
    /** What may be named first: units die and saturate of something, and a cause stands before what comes of it. */
    Set<Kind> first() {
      Set<Kind> first = EnumSet.copyOf(named);
      first.addAll(kind == Kind.SATURATION ? EnumSet.of(Kind.BAD_SCALING, Kind.RATE_TOO_HIGH) : kind == Kind.DEAD_RELU
          ? EnumSet.of(Kind.RATE_TOO_HIGH) : named);
      return first;
    }

    @Override
    public String toString() {
      return kind + " " + name;
    }
  }

  private interface Drawing {
    Case of(Draw draw) throws Exception;
  }

  /** What a kind's lots begin with, so that a new kind leaves those of the others as they are. */
  private static final List<Kind> PLACES = List.of(
      Kind.NOT_FINITE, Kind.BAD_SCALING, Kind.WRONG_LOSS, Kind.SYMMETRY, Kind.VANISHING, Kind.EXPLODING, Kind.RATE_TOO_HIGH,
      Kind.DEAD_RELU, Kind.SATURATION,
      Kind.RATE_TOO_LOW, Kind.NO_SHUFFLE, Kind.SMALL_BATCH_NORM, Kind.LEAKAGE, Kind.IMBALANCE, Kind.OVERFITTING, Kind.UNDERFITTING,
      Kind.FROZEN,
      Kind.CONSTANT_COLUMN, Kind.TARGET_LEAKAGE, Kind.VANISHING_THROUGH_TIME);

  private final long seed;
  private final int each;
  private final List<Drawn> all = new ArrayList<>();

  private SickDraws(long seed, int each) {
    this.seed = seed;
    this.each = each;
  }

  static List<Drawn> all(long seed, int each) throws Exception {
    return all(seed, each, ofData());
  }

  /** All that networks suffer from that learn from data. */
  static Kind[] ofData() {
    return Arrays.stream(Kind.values()).filter(kind -> !kind.isOfAgents() && !kind.isAdversarial()).toArray(Kind[]::new);
  }

  static List<Drawn> all(long seed, int each, Kind... kinds) throws Exception {
    SickDraws draws = new SickDraws(seed, each);
    for (Kind kind : kinds) {
      draws.add(kind);
    }
    return draws.all;
  }

  private void add(Kind kind) throws Exception {
    Drawing drawing = switch (kind) {
      case NOT_FINITE -> SickDraws::notFinite;
      case RATE_TOO_HIGH -> SickDraws::tooHigh;
      case RATE_TOO_LOW -> SickDraws::tooLow;
      case DEAD_RELU -> SickDraws::dead;
      case SATURATION -> SickDraws::saturated;
      case VANISHING -> SickDraws::vanishing;
      case EXPLODING -> SickDraws::exploding;
      case OVERFITTING -> SickDraws::overfitting;
      case UNDERFITTING -> SickDraws::underfitting;
      case BAD_SCALING -> SickDraws::badScaling;
      case IMBALANCE -> SickDraws::imbalance;
      case LEAKAGE -> SickDraws::leakage;
      case NO_SHUFFLE -> SickDraws::noShuffle;
      case WRONG_LOSS -> SickDraws::wrongLoss;
      case SYMMETRY -> SickDraws::symmetry;
      case SMALL_BATCH_NORM -> SickDraws::smallBatch;
      case FROZEN -> TableDraws::frozen;
      case CONSTANT_COLUMN -> TableDraws::constant;
      case TARGET_LEAKAGE -> TableDraws::telling;
      case VANISHING_THROUGH_TIME -> TableDraws::throughTime;
      default -> throw new IllegalArgumentException(kind.name());
    };
    int drawn = 0;
    for (int number = 0; drawn < each && number < 20 * each; number++) {
      Case run = drawing.of(new Draw(seed * 10_007 + PLACES.indexOf(kind) * 101L + number));
      if (Truth.isSick(kind, run)) {
        all.add(new Drawn("#" + number + " " + Truth.told(run), kind, named(kind), run));
        drawn++;
      }
    }
  }

  /** What goes too far too fast may end in no number at all before anybody looks. */
  private static Set<Kind> named(Kind kind) {
    return kind == Kind.RATE_TOO_HIGH || kind == Kind.EXPLODING ? EnumSet.of(kind, Kind.NOT_FINITE) : EnumSet.of(kind);
  }

  private static Case notFinite(Draw draw) throws Exception {
    String data = draw.of(Draw.VALUES);
    Pace pace = new Pace(draw.simplePace().optimizer(), draw.between(5, 100));
    Activation bend = draw.of(List.of(Activation.NONE, Activation.LEAKY_RELU, Activation.ELU, Activation.SELU));
    Case run = draw.on(data, pace, 200, draw.dense(data, draw.from(1, 3), draw.from(4, 32), bend));
    return draw.random().nextInt(4) == 0 ? Ward.on(data, pace.optimizer(), 0.1, 16, 200, Loss.MSE, draw.dense(data, 2, 8, bend))
        .unscaled() : run;
  }

  private static Case tooHigh(Draw draw) throws Exception {
    if (draw.random().nextInt(5) == 0) {
      Project project = sample(draw.of(List.of("names-lstm", "karate-club", "graph-families", "sine-rnn")));
      return new Case(project, 120).with(t -> t.withRate(draw.between(0.3, 3)));
    }
    Pace pace = draw.pace();
    return draw.usual(pace.times(draw.between(50, 1000)), 300);
  }

  static Project sample(String name) {
    return SampleProject.of(name).withTraining(t -> t.withEpochs(100_000));
  }

  private static Case tooLow(Draw draw) throws Exception {
    if (draw.random().nextInt(5) == 0) {
      Project project = sample(draw.of(List.of("names-lstm", "karate-club", "graph-families", "sine-rnn", "names-generator")));
      return new Case(project, 150).with(t -> t.withRate(t.rate() * draw.between(1e-5, 2e-3)));
    }
    return draw.usual(draw.pace().times(draw.between(1e-5, 2e-3)), 250);
  }

  private static Case dead(Draw draw) throws Exception {
    String data = draw.of(List.of("circles", "moons", "spirals", "wine", "breast-cancer", "diabetes", "auto-mpg", "surface", "digits"));
    boolean narrow = draw.random().nextInt(3) == 0;
    Pace pace = narrow ? draw.pace() : draw.pace().times(draw.between(20, 500));
    int layers = narrow ? draw.from(8, 20) : draw.from(1, 4);
    Layer[] dense = draw.dense(data, layers, narrow ? draw.from(2, 4) : draw.from(8, 32), Activation.RELU);
    return draw.on(data, pace, 300, data.equals("digits") ? flat(dense) : dense);
  }

  private static Layer[] flat(Layer[] layers) {
    Layer[] all = new Layer[layers.length + 1];
    all[0] = new Flatten();
    System.arraycopy(layers, 0, all, 1, layers.length);
    return all;
  }

  private static Case saturated(Draw draw) throws Exception {
    Activation bend = draw.of(List.of(Activation.SIGMOID, Activation.TANH, Activation.HARD_SIGMOID));
    if (draw.random().nextBoolean()) {
      String data = draw.of(List.of("wine", "breast-cancer", "auto-mpg"));
      return draw.on(data, draw.pace().times(draw.between(0.1, 1)), 200, draw.dense(data, draw.from(1, 3), draw.from(8, 24), bend))
          .unscaled();
    }
    String data = draw.of(List.of("circles", "moons", "spirals", "diabetes", "surface", "xor", "wine"));
    return draw.on(data, draw.pace().times(draw.between(50, 500)), 300, draw.dense(data, draw.from(1, 3), draw.from(8, 24), bend));
  }

  private static Case vanishing(Draw draw) throws Exception {
    String data = draw.of(List.of("circles", "moons", "spirals", "iris", "wine", "surface", "diabetes", "digits", "breast-cancer"));
    Activation bend = draw.of(List.of(Activation.SIGMOID, Activation.SIGMOID, Activation.HARD_SIGMOID));
    Layer[] dense = draw.dense(data, draw.from(9, 25), draw.from(4, 20), bend);
    return draw.on(data, draw.pace().times(draw.between(0.1, 1)), 150, data.equals("digits") ? flat(dense) : dense);
  }

  private static Case exploding(Draw draw) throws Exception {
    String data = draw.of(List.of("circles", "moons", "iris", "wine", "surface", "diabetes", "digits", "auto-mpg"));
    Activation bend = draw.of(List.of(Activation.NONE, Activation.SELU, Activation.ELU, Activation.SILU, Activation.SOFTPLUS));
    int units = draw.from(8, 32);
    Layer[] dense = draw.dense(data, draw.from(20, 40), units, bend);
    Init.Kind loud = draw.of(List.of(Init.Kind.HE_NORMAL, Init.Kind.HE_UNIFORM));
    Arrays.fill(dense, 0, dense.length - 1, new Dense(units, bend, Init.of(loud), true, true));
    return draw.on(data, draw.pace().times(draw.between(1e-9, 1)), 150, data.equals("digits") ? flat(dense) : dense);
  }

  private static Case overfitting(Draw draw) throws Exception {
    int columns = draw.from(3, 15);
    boolean classes = draw.random().nextBoolean();
    TableData table = Ward.table(draw.from(50, 150), columns, draw.from(1, 999), (x, random) -> classes
        ? x[0] + 1.5 * random.nextGaussian() > 0 ? "yes" : "no"
        : String.valueOf(x[0] - x[1] + random.nextGaussian()));
    Activation bend = draw.of(Draw.BENT);
    Dense head = classes ? Dense.of(1, Activation.SIGMOID) : Dense.of(1, Activation.NONE);
    Layer[] dense = Ward.deep(draw.from(1, 3), draw.from(32, 96), bend, head);
    Pace pace = draw.adaptive();
    Loss loss = classes ? Loss.BINARY_CROSS_ENTROPY : Loss.MSE;
    return switch (draw.random().nextInt(4)) {
      case 0 -> draw.on("moons", pace, 2500, draw.dense("moons", 2, 64, bend)).data(d -> d.withPoints(80).withNoise(0.5));
      case 1 -> draw.on("diabetes", pace, 2500, draw.dense("diabetes", 2, 64, bend));
      default -> Ward.onTable(table, pace.optimizer(), pace.rate(), draw.of(List.of(8, 16)), 2000, loss, dense);
    };
  }

  private static Case underfitting(Draw draw) throws Exception {
    Pace pace = draw.pace();
    return switch (draw.random().nextInt(4)) {
      case 0 -> draw.on(draw.of(List.of("circles", "xor", "spirals")), pace, 1200, Dense.of(1, Activation.SIGMOID));
      case 1 -> draw.on(draw.of(List.of("circles", "xor")), pace, 1200,
          draw.dense("xor", draw.from(1, 3), draw.from(4, 16), Activation.NONE));
      case 2 -> draw.on(draw.of(List.of("spirals", "xor")), pace, 1200, draw.dense("xor", 1, 1, draw.of(Draw.BENT)));
      default -> {
        String data = draw.of(List.of("iris", "wine", "breast-cancer", "auto-mpg", "moons", "plane"));
        double strong = draw.between(1, 10);
        yield draw.on(data, draw.adaptive(), 1000, draw.dense(data, 1, draw.from(8, 24), draw.of(Draw.BENT)))
            .with(t -> t.withRegularization(new Regularization(0, strong, Regularization.Clip.NONE, 1)));
      }
    };
  }

  private static Case badScaling(Draw draw) throws Exception {
    if (draw.random().nextInt(3) == 0) {
      double large = draw.between(200, 1e5);
      TableData table = scaled(draw, large);
      Pace pace = draw.pace();
      return Ward.onTable(table, pace.optimizer(), pace.rate(), 16, 150, Loss.BINARY_CROSS_ENTROPY,
          Ward.deep(draw.from(1, 2), draw.from(8, 16), draw.of(Draw.BENT), Dense.of(1, Activation.SIGMOID))).unscaled();
    }
    if (draw.random().nextInt(4) == 0) {
      String series = draw.of(List.of("air-passengers", "co2", "sunspots", "nottingham"));
      return draw.on(series, draw.pace(), 100, draw.of(List.of(SimpleRnn.of(8, false), Gru.of(8, false))), Draw.head(series)).unscaled();
    }
    String data = draw.of(List.of("wine", "breast-cancer", "auto-mpg", "diabetes"));
    Layer[] dense = draw.dense(data, draw.from(1, 3), draw.from(8, 32), draw.of(Draw.BENT));
    return draw.on(data, draw.pace().times(draw.between(1e-4, 1)), 150, dense).unscaled();
  }

  /** A column that is so much larger, or smaller, than the other. */
  private static TableData scaled(Draw draw, double large) throws Exception {
    Random random = draw.random();
    boolean small = random.nextBoolean();
    StringBuilder text = new StringBuilder("a,b,y\n");
    for (int row = 0; row < 200; row++) {
      double a = random.nextGaussian();
      double b = random.nextGaussian();
      text.append(small ? a / large : a).append(',').append(small ? b : b * large).append(',').append(a * b > 0 ? "yes" : "no")
          .append('\n');
    }
    return Ward.read(text.toString());
  }

  private static Case imbalance(Draw draw) throws Exception {
    boolean three = draw.random().nextBoolean();
    int one = draw.from(three ? 20 : 10, 40);
    TableData table = Ward.table(draw.from(300, 800), draw.from(2, 6), draw.from(1, 999), (x, random) -> {
      boolean rare = x[0] > 1 - 2.0 / one;
      return rare ? "ill" : three && x[1] > 0 ? "well" : "fine";
    });
    Pace pace = draw.pace();
    Dense head = three ? Dense.of(3, Activation.SOFTMAX) : Dense.of(1, Activation.SIGMOID);
    Loss loss = three ? Loss.CROSS_ENTROPY : Loss.BINARY_CROSS_ENTROPY;
    return Ward.onTable(table, pace.optimizer(), pace.rate(), draw.batch(), 200, loss,
        Ward.deep(1, draw.from(8, 24), draw.of(Draw.BENT), head));
  }

  private static Case leakage(Draw draw) throws Exception {
    Random random = draw.random();
    int copies = draw.from(2, 4);
    boolean classes = random.nextBoolean();
    StringBuilder text = new StringBuilder("a,b,c,y\n");
    for (int row = 0; row < draw.from(50, 150); row++) {
      double a = random.nextGaussian();
      double b = random.nextGaussian();
      String line = a + "," + b + "," + random.nextInt(5) + "," + (classes ? a > b ? "yes" : "no" : String.valueOf(a - b)) + "\n";
      text.append(line.repeat(random.nextInt(3) == 0 ? 1 : copies));
    }
    Pace pace = draw.pace();
    Dense head = Dense.of(1, classes ? Activation.SIGMOID : Activation.NONE);
    Loss loss = classes ? Loss.BINARY_CROSS_ENTROPY : Loss.MSE;
    return Ward.onTable(Ward.read(text.toString()), pace.optimizer(), pace.rate(), draw.batch(), 150, loss,
        Ward.deep(1, draw.from(8, 24), draw.of(Draw.BENT), head));
  }

  private static Case noShuffle(Draw draw) throws Exception {
    Pace pace = draw.pace();
    int choice = draw.random().nextInt(3);
    if (choice == 0) {
      String data = draw.of(List.of("iris", "wine"));
      return draw.on(data, pace, 150, draw.dense(data, 1, draw.from(8, 24), draw.of(Draw.BENT))).with(t -> t.withShuffle(false));
    }
    boolean classes = choice == 1;
    int rows = draw.from(150, 400);
    StringBuilder text = new StringBuilder("a,b,y\n");
    for (int row = 0; row < rows; row++) {
      double b = draw.random().nextGaussian();
      double value = 2.0 * row / rows - 1;
      text.append(value + draw.random().nextGaussian() / 4).append(',').append(b).append(',');
      text.append(classes ? List.of("low", "middle", "high").get(3 * row / rows) : String.valueOf(value)).append('\n');
    }
    Layer[] layers = Ward.deep(1, draw.from(8, 24), draw.of(Draw.BENT), classes ? Dense.of(3, Activation.SOFTMAX)
        : Dense.of(1, Activation.NONE));
    return Ward.onTable(Ward.read(text.toString()), pace.optimizer(), pace.rate(), draw.batch(), 150, classes ? Loss.CROSS_ENTROPY
        : Loss.MSE, layers)
        .with(t -> t.withShuffle(false));
  }

  private static Case wrongLoss(Draw draw) throws Exception {
    Pace pace = draw.pace();
    Layer hidden = Dense.of(draw.from(8, 24), draw.of(Draw.BENT));
    String two = draw.of(Draw.POINTS);
    String three = draw.of(List.of("iris", "wine"));
    String value = draw.of(List.of("diabetes", "auto-mpg", "surface", "plane"));
    int batch = draw.batch();
    return switch (draw.random().nextInt(9)) {
      case 0 -> ended(two, pace, batch, draw.of(List.of(Loss.MSE, Loss.MAE, Loss.HUBER)), hidden, Dense.of(1, Activation.SIGMOID));
      case 1 -> ended(three, pace, batch, draw.of(List.of(Loss.MSE, Loss.MAE)), hidden, Dense.of(3, Activation.SOFTMAX));
      case 2 -> ended(two, pace, batch, Loss.BINARY_CROSS_ENTROPY, hidden, Dense.of(1, draw.of(List.of(Activation.RELU, Activation.TANH))));
      case 3 -> ended(three, pace, batch, Loss.CROSS_ENTROPY, hidden,
          Dense.of(3, draw.of(List.of(Activation.RELU, Activation.SIGMOID, Activation.TANH))));
      case 4 -> ended(value, pace, batch, draw.of(List.of(Loss.MSE, Loss.HUBER, Loss.MAE)), hidden,
          Dense.of(1, draw.of(List.of(Activation.SIGMOID, Activation.TANH, Activation.RELU))));
      case 5 -> ended(three, pace, batch, Loss.CROSS_ENTROPY, hidden, Dense.of(3, Activation.SOFTMAX), new Activate(Activation.SOFTMAX));
      case 6 -> ended("digits", pace, batch, Loss.MSE, new Flatten(), hidden, Dense.of(10, Activation.SOFTMAX));
      case 7 -> ended(two, pace, batch, Loss.HINGE, hidden, Dense.of(1, Activation.SIGMOID));
      default -> ended(value, pace, batch, Loss.MSE, hidden, Dense.of(1, Activation.SOFTMAX));
    };
  }

  private static Case ended(String data, Pace pace, int batch, Loss loss, Layer... layers) throws Exception {
    return Ward.on(data, pace.optimizer(), pace.rate(), batch, 120, loss, layers);
  }

  private static Case symmetry(Draw draw) throws Exception {
    Init same = draw.of(List.of(Init.ZERO, Init.constant(0.1), Init.constant(0.5), Init.ONE));
    Pace pace = draw.pace();
    int choice = draw.random().nextInt(4);
    if (choice == 0) {
      Layer conv = LayerSettings.with(Conv2d.of(draw.from(4, 8), 3, Padding.SAME, draw.of(Draw.BENT)), "init", same).orElseThrow();
      return draw.on("digits", pace, 80, conv, new Flatten(), LayerSettings.with(Draw.head("digits"), "init", same).orElseThrow());
    }
    String data = choice == 1 ? draw.of(Draw.VALUES) : draw.of(Draw.CLASSES);
    int units = draw.from(4, 16);
    Layer[] dense = draw.dense(data, draw.from(1, 3), units, draw.of(Draw.BENT));
    Arrays.setAll(dense, i -> LayerSettings.with(dense[i], "init", same).orElseThrow());
    return draw.on(data, pace, 120, dense);
  }

  private static Case smallBatch(Draw draw) throws Exception {
    String data = draw.of(List.of("iris", "wine", "breast-cancer", "moons", "spirals", "diabetes", "auto-mpg"));
    int units = draw.from(8, 24);
    Pace pace = draw.pace();
    Layer[] layers = {Dense.of(units, Activation.NONE), new BatchNorm(0.1, 1e-5, true), new Activate(draw.of(Draw.BENT)), Draw.head(data)};
    return Ward.on(data, pace.optimizer(), pace.rate(), draw.from(2, 4), 150, Draw.loss(data), layers);
  }
}
