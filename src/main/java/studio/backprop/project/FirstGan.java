package studio.backprop.project;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.backprop.data.DataSettings;
import studio.backprop.data.DatasetCatalog;
import studio.backprop.data.DatasetInfo;
import studio.backprop.data.Scaling;
import studio.backprop.data.Task;
import studio.backprop.layer.Activation;
import studio.backprop.layer.BatchConcat;
import studio.backprop.layer.Dense;
import studio.backprop.layer.GaussianNoise;
import studio.backprop.layer.Input;
import studio.backprop.layer.Layer;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.network.repair.Opponents;
import studio.backprop.optim.Adam;
import studio.backprop.tensor.Shape;

/** Starter project of a GAN for points of the plane, with settings that converge. */
public final class FirstGan {
  private static final double LEFT = 60;
  private static final double TOP = 150;
  private static final double BELOW = 420;
  /** Horizontal distance of nodes on the canvas; nodes without weights are narrower, the concatenation is wider. */
  private static final double NODE_DISTANCE = 160;
  private static final double NEAR_INPUT = 120;
  private static final double NEAR_NOISE = 140;
  private static final double PICTURE = 360;
  private static final double ASIDE = 20;
  private static final Shape PLANE = Shape.of(2);
  private static final int HIDDEN = 32;
  private static final int POINTS = 1600;
  private static final int ROUNDS = 6000;
  private static final int BATCH = 64;
  private static final double RATE = 0.001;
  /** Noise on real and generated examples before the discriminator (instance noise). Sønderby et al. 2017. */
  private static final double SPREAD = 0.02;
  private static final double NOISE = 0.1;
  private static final Adam CALM = new Adam(0.5, 0.999, 1e-8);

  private FirstGan() {}

  /** Replaces another project, keeping its seed and, if suitable, its data. */
  public static Project of(Project before) {
    DataSettings data = suits(before.data()) ? before.data()
        : DataSettings.of("ring").withPoints(POINTS).withNoise(SPREAD).withScaling(Scaling.NONE);
    TrainingSettings training = TrainingSettings.STANDARD.withSeed(before.training().seed())
        .withEpochs(RoundBudget.epochs(ROUNDS, data, BATCH)).withBatch(BATCH).withRate(RATE).withOptimizer(CALM);
    return new Project(network(), new Adversarial(data, Optional.empty()), training);
  }

  /** Whether the settings generate points of the plane. */
  private static boolean suits(DataSettings data) {
    boolean first = data.dataset().equals(Project.EMPTY.data().dataset());
    return !first && DatasetCatalog.find(data.dataset()).filter(info -> info.kind() == DatasetInfo.Kind.GENERATED
        && info.task() == Task.CLASSES && info.inputShape().equals(PLANE)).isPresent();
  }

  private static Network network() {
    List<Layer> layers = List.of(Input.row(2), Dense.of(HIDDEN, Activation.RELU), Dense.of(HIDDEN, Activation.RELU),
        Dense.of(2, Activation.NONE), new BatchConcat(), new GaussianNoise(NOISE), Dense.of(HIDDEN, Activation.RELU),
        Dense.of(HIDDEN, Activation.RELU), Dense.of(1, Activation.SIGMOID), Output.of(GanObjective.NON_SATURATING.loss()));
    List<String> names = List.of("z", "g_2", "g_3", "g_4", "mix", "d_1", "d_2", "d_3", "d_4", "loss");
    Network network = Network.EMPTY;
    double x = LEFT;
    for (int i = 0; i < layers.size(); i++) {
      String name = names.get(i);
      x += layers.get(i).joinsBatches() ? ASIDE : 0;
      network = network.add(layers.get(i), x, TOP).with(i + 1, node -> node.withName(name));
      x += room(layers.get(i));
    }
    int meeting = names.indexOf("mix") + 1;
    int real = network.nextId();
    network = network.add(new Input(((Input) layers.get(0)).shape()), network.node(meeting - 1).x(), BELOW)
        .with(real, node -> node.withName("real")).wire(real, meeting); // real examples are the first input
    for (int i = 1; i < layers.size(); i++) {
      network = network.wire(i, i + 1);
    }
    List<Integer> generator = IntStream.range(1, meeting).boxed().toList();
    List<Integer> discriminator = IntStream.range(meeting + 1, real).boxed().toList();
    return network.withMarks(marks -> marks.group(Opponents.GENERATOR, generator).group(Opponents.DISCRIMINATOR, discriminator));
  }

  private static double room(Layer layer) {
    if (layer.joinsBatches()) {
      return PICTURE;
    }
    return layer.isInput() ? NEAR_INPUT : layer instanceof GaussianNoise ? NEAR_NOISE : NODE_DISTANCE;
  }
}
