package studio.backprop.app;

import static studio.backprop.layer.Activation.NONE;
import static studio.backprop.layer.Activation.RELU;
import static studio.backprop.layer.Activation.SOFTMAX;

import java.util.stream.IntStream;
import studio.backprop.data.DataSettings;
import studio.backprop.layer.Activate;
import studio.backprop.layer.Add;
import studio.backprop.layer.BatchNorm;
import studio.backprop.layer.Conv2d;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Dropout;
import studio.backprop.layer.GlobalAvgPool2d;
import studio.backprop.layer.Input;
import studio.backprop.layer.Layer;
import studio.backprop.layer.Loss;
import studio.backprop.layer.MaxPool2d;
import studio.backprop.layer.Output;
import studio.backprop.layer.Padding;
import studio.backprop.network.Network;
import studio.backprop.optim.AdamW;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.setting.Size;
import studio.backprop.tensor.Shape;

/** The samples with shortcuts past their convolutions. */
final class ResidualSamples {
  private static final double LEFT = 60;
  private static final double TOP = 120;
  private static final double BELOW = 400;
  private static final double INPUT = 120;
  private static final double LEARNING = 160;
  private static final double PLAIN = 140;
  /** From a folded group to what follows it. */
  private static final double FOLDED = 200;
  private static final Layer NORM = new BatchNorm(0.1, 1e-5, true);

  private ResidualSamples() {}

  /** Two blocks whose convolutions learn what to add to their input; the input itself goes past them. */
  static Project digits() {
    Network network = SampleProjects.row(new Input(Shape.of(1, 8, 8)), Conv2d.of(16, 3, Padding.SAME, RELU));
    network = small(network, LEFT + INPUT + LEARNING);
    network = after(network, MaxPool2d.of(2), LEFT + INPUT + 3 * LEARNING + 2 * PLAIN);
    network = small(network, LEFT + INPUT + 3 * LEARNING + 3 * PLAIN);
    double x = LEFT + INPUT + 5 * LEARNING + 5 * PLAIN;
    network = after(network, new GlobalAvgPool2d(), x);
    network = after(network, Dense.of(10, SOFTMAX), x + PLAIN);
    network = after(network, Output.of(Loss.CROSS_ENTROPY), x + PLAIN + LEARNING);
    DataSettings data = DataSettings.of("digits").withSeed(2).withShares(0.15, 0.15);
    return SampleProjects.project(network, data, SampleProjects.falling(20, 32, 0.005));
  }

  /** Two convolutions below, the way past them above, and where both meet a sum that is bent. */
  private static Network small(Network network, double x) {
    int in = network.nextId() - 1;
    Network longer =
        network
            .add(Conv2d.of(16, 3, Padding.SAME, RELU), x, BELOW)
            .add(Conv2d.of(16, 3, Padding.SAME, NONE), x + LEARNING, BELOW)
            .add(new Add(), x + 2 * LEARNING, TOP)
            .wire(in, in + 1)
            .wire(in + 1, in + 2)
            .wire(in, in + 3)
            .wire(in + 2, in + 3);
    return after(longer, new Activate(RELU), x + 2 * LEARNING + PLAIN);
  }

  private static Network after(Network network, Layer layer, double x) {
    int node = network.nextId();
    return network.add(layer, x, TOP).wire(node - 1, node);
  }

  /** The network of He et al. 2016 for small pictures, with one block for each size. Its second and third block are folded. */
  static Project fashion() {
    Network network = SampleProjects.row(new Input(Shape.of(1, 28, 28)), convolution(16, 3, 1), NORM, new Activate(RELU));
    double x = LEFT + INPUT + 2 * LEARNING + PLAIN;
    network = block(network, 16, 1, x);
    x += 4 * LEARNING + 3 * PLAIN;
    network = folded(block(network, 32, 2, x));
    x += FOLDED;
    network = folded(block(network, 64, 2, x));
    x += FOLDED;
    network = after(network, new GlobalAvgPool2d(), x);
    network = after(network, new Dropout(0.3), x + PLAIN);
    network = after(network, Dense.of(10, SOFTMAX), x + 2 * PLAIN);
    network = after(network, Output.of(Loss.CROSS_ENTROPY), x + 2 * PLAIN + LEARNING);
    TrainingSettings training = SampleProjects.falling(20, 32, 0.004).withOptimizer(new AdamW(0.9, 0.999, 1e-8, 0.2));
    return SampleProjects.project(network, DataSettings.of("fashion-mnist").withShares(0.1, 0), training);
  }

  /** Without a bias: the batch norm behind it has one. */
  private static Layer convolution(int filters, int kernel, int stride) {
    Size none = Size.square(0);
    return new Conv2d(filters, Size.square(kernel), Size.square(stride), Padding.SAME, none, Size.square(1), 1, NONE, RELU.suitedInit(),
        false, true);
  }

  /** As {@link #small}, with batch norms; where the size changes, the way past the convolutions has a convolution of one pixel. */
  private static Network block(Network network, int filters, int stride, double x) {
    int in = network.nextId() - 1;
    double end = x + 4 * LEARNING + PLAIN;
    Network longer =
        network
            .add(convolution(filters, 3, stride), x, BELOW)
            .add(NORM, x + LEARNING, BELOW)
            .add(new Activate(RELU), x + 2 * LEARNING, BELOW)
            .add(convolution(filters, 3, 1), x + 2 * LEARNING + PLAIN, BELOW)
            .add(NORM, x + 3 * LEARNING + PLAIN, BELOW);
    for (int node = in; node < in + 5; node++) {
      longer = longer.wire(node, node + 1);
    }
    if (stride > 1) {
      longer = longer.add(convolution(filters, 1, stride), x + LEARNING, TOP).add(NORM, x + 2 * LEARNING, TOP).wire(in, in + 6)
          .wire(in + 6, in + 7);
    }
    int add = longer.nextId();
    longer = longer.add(new Add(), end, TOP).wire(stride > 1 ? add - 1 : in, add).wire(in + 5, add);
    Network whole = after(longer, new Activate(RELU), end + PLAIN);
    return whole.withMarks(marks -> marks.group("residual " + filters, IntStream.range(in + 1, whole.nextId()).boxed().toList()));
  }

  /** What follows the last group has drawn near to its box. */
  private static Network folded(Network network) {
    double closed = 4 * LEARNING + 3 * PLAIN - FOLDED;
    return network.withMarks(marks -> marks.withGroup(marks.nextId() - 1, group -> group.fold(closed)));
  }
}
