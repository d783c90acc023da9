package studio.backprop.app;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.backprop.data.DataSettings;
import studio.backprop.data.Scaling;
import studio.backprop.layer.Activate;
import studio.backprop.layer.Activation;
import studio.backprop.layer.BatchConcat;
import studio.backprop.layer.BatchNorm;
import studio.backprop.layer.Conv2d;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Flatten;
import studio.backprop.layer.GaussianNoise;
import studio.backprop.layer.Input;
import studio.backprop.layer.Layer;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.layer.Padding;
import studio.backprop.layer.Reshape;
import studio.backprop.layer.Upsample2d;
import studio.backprop.network.Network;
import studio.backprop.optim.Adam;
import studio.backprop.project.Adversarial;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.setting.Size;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.design.designer.edit.Anatomy;

/** The samples of two networks that learn against each other, as code: what their files are written from. */
final class GanSample {
  static final String NAME = "gan-ring";
  static final String DIGITS = "gan-digits";
  private static final double LEFT = 60;
  private static final double TOP = 150;
  /** Under the generator, and clear of the wire to the next line. */
  private static final double BELOW = 420;
  /** From a line of a long generator to the next one. */
  private static final double LINE = 300;
  private static final int HIDDEN = 32;

  private Network network = Network.EMPTY;
  private double x = LEFT;
  private double top = TOP;

  private GanSample() {}

  /** A generator 2-32-32-2 and, behind the batch of both, a discriminator 2-32-32-1 with noise before it. */
  static Project project() {
    GanSample drawn = new GanSample();
    List<Integer> generator = drawn.chain("g", 0, Input.row(2), Dense.of(HIDDEN, Activation.RELU), Dense.of(HIDDEN, Activation.RELU),
        Dense.of(2, Activation.NONE));
    drawn.meet(Input.row(2));
    List<Integer> discriminator = drawn.chain("d", 0, new GaussianNoise(0.1), Dense.of(HIDDEN, Activation.RELU),
        Dense.of(HIDDEN, Activation.RELU), Dense.of(1, Activation.SIGMOID), Output.of(Loss.BINARY_CROSS_ENTROPY));
    DataSettings ring = DataSettings.of("ring").withPoints(1600).withNoise(0.02).withScaling(Scaling.NONE);
    return drawn.project(generator, discriminator, ring, 400, 64, 0.001);
  }

  /** A generator that enlarges 2 × 2 numbers twice, in two lines, and a discriminator that makes them small again. */
  static Project digits() {
    GanSample drawn = new GanSample();
    Size twice = new Size(2, 2);
    List<Integer> generator = drawn.chain("g", 6, Input.row(16), Dense.of(128, Activation.RELU), new Reshape(Shape.of(32, 2, 2)),
        new Upsample2d(twice), Conv2d.of(16, 3, Padding.SAME, Activation.NONE), new BatchNorm(0.1, 1e-5, true),
        new Activate(Activation.RELU), new Upsample2d(twice), Conv2d.of(8, 3, Padding.SAME, Activation.NONE),
        new BatchNorm(0.1, 1e-5, true), new Activate(Activation.RELU), Conv2d.of(1, 3, Padding.SAME, Activation.SIGMOID));
    drawn.meetAbove(new Input(Shape.of(1, 8, 8)));
    List<Integer> discriminator = drawn.chain("d", 0, new GaussianNoise(0.1),
        halving(16), halving(32), new Flatten(), Dense.of(1, Activation.SIGMOID), Output.of(Loss.BINARY_CROSS_ENTROPY));
    return drawn.project(generator, discriminator, DataSettings.of("digits").withScaling(Scaling.MIN_MAX), 148, 64, 0.001);
  }

  private static Conv2d halving(int filters) {
    Conv2d usual = Conv2d.of(filters, 3, Padding.SAME, Activation.LEAKY_RELU);
    return new Conv2d(filters, usual.kernel(), Size.square(2), usual.padding(), usual.pad(), usual.dilation(), 1, usual.activation(),
        usual.init(), true, true);
  }

  /**
   * Adds layers one behind the other, behind what was added before if they are no inputs.
   *
   * @param line how many stand in a line before the next one begins; 0 for all
   * @return their ids
   */
  private List<Integer> chain(String letter, int line, Layer... layers) {
    int first = network.nextId();
    double right = x;
    for (Layer layer : layers) {
      if (line > 0 && network.nextId() == first + line) {
        x = LEFT;
        top += LINE;
      }
      add(layer, top);
      int id = network.nextId() - 1;
      network = layer instanceof Input ? network : network.wire(id - 1, id);
      name(id, letter + "_" + (id - first + 1));
      right = Math.max(right, x);
    }
    x = right;
    top = TOP;
    return IntStream.range(first, network.nextId()).boxed().toList();
  }

  /** Adds the real examples and the batch of both. */
  private void meet(Layer real) {
    int generated = network.nextId() - 1;
    double meeting = x + Anatomy.GRID;
    x -= after(real);
    add(real, BELOW);
    x = meeting;
    meet(generated);
  }

  /** The same, with the real examples in the first line, over the wire from the last one. */
  private void meetAbove(Layer real) {
    int generated = network.nextId() - 1;
    x += Anatomy.GRID;
    add(real, TOP);
    meet(generated);
  }

  private void meet(int generated) {
    name(generated + 1, "real");
    add(new BatchConcat(), top);
    name(generated + 2, "mix");
    network = network.wire(generated + 1, generated + 2).wire(generated, generated + 2);
    x += Anatomy.GRID;
  }

  private void add(Layer layer, double y) {
    network = network.add(layer, x, y);
    x += after(layer);
  }

  /** From a layer to the next one; behind a narrow one so far that the numbers on the wires before and after it stand side by side. */
  private static double after(Layer layer) {
    double usual = Anatomy.GRID * Math.ceil((Anatomy.width(layer) + Anatomy.GAP) / Anatomy.GRID);
    return layer instanceof Flatten ? usual + Anatomy.GRID : usual;
  }

  private void name(int id, String name) {
    network = network.with(id, node -> node.withName(name));
  }

  private Project project(List<Integer> generator, List<Integer> discriminator, DataSettings data, int epochs, int batch, double rate) {
    name(generator.get(0), "z");
    name(discriminator.get(discriminator.size() - 1), "loss");
    Network grouped = network.withMarks(marks -> marks.group("Generator G", generator).group("Discriminator D", discriminator));
    TrainingSettings training = TrainingSettings.STANDARD.withEpochs(epochs).withBatch(batch).withRate(rate)
        .withOptimizer(new Adam(0.5, 0.999, 1e-8));
    return new Project(grouped, new Adversarial(data, Optional.empty()), training);
  }
}
