package studio.backprop.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Add;
import studio.backprop.layer.AvgPool2d;
import studio.backprop.layer.AxisOrder;
import studio.backprop.layer.Concatenate;
import studio.backprop.layer.Conv1d;
import studio.backprop.layer.Conv2d;
import studio.backprop.layer.Conv2dTranspose;
import studio.backprop.layer.Dense;
import studio.backprop.layer.DepthwiseConv2d;
import studio.backprop.layer.Flatten;
import studio.backprop.layer.GlobalAvgPool2d;
import studio.backprop.layer.Input;
import studio.backprop.layer.Layer;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.layer.Padding;
import studio.backprop.layer.Permute;
import studio.backprop.layer.Upsample2d;
import studio.backprop.op.Mode;
import studio.backprop.plan.Compiler;
import studio.backprop.plan.Compiler.Purpose;
import studio.backprop.plan.Parameters;
import studio.backprop.plan.Plan;
import studio.backprop.setting.Size;
import studio.backprop.tensor.Seeds;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/** The receptive field that is shown is the one that gradients of the engine have. */
class InfluenceTest {
  private static final int NETWORKS = 80;
  private static final Size ONE = Size.square(1);

  static IntStream seeds() {
    return IntStream.range(0, NETWORKS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anImagesNumbersThatCountAreThoseThatGetAGradient(int seed) {
    Random random = new Random(seed);
    compare(images(random), random);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aSequencesNumbersThatCountAreThoseThatGetAGradient(int seed) {
    Random random = new Random(1000 + seed);
    compare(sequences(random), random);
  }

  @Test
  void aNumberBeyondTheNodesHasNone() {
    Network network = Network.EMPTY.add(new Input(Shape.of(4)), 0, 0);
    assertThat(Influence.of(network, network.analyse(), 1, 4)).isEmpty();
    assertThat(Influence.of(network, network.analyse(), 1, 3)).isPresent();
  }

  // --- random networks

  /** What comes first learns, so that gradients come to its answers, whose places are those of the input. */
  private static Network images(Random random) {
    int channels = 2 * (1 + random.nextInt(2));
    Network network = Network.EMPTY.add(new Input(Shape.of(channels, 5 + random.nextInt(8), 5 + random.nextInt(8))), 0, 0)
        .add(Conv2d.of(channels, 1, Padding.SAME, Activation.NONE), 1, 0).wire(1, 2);
    int last = 2;
    for (int i = 0; i < 2 + random.nextInt(3); i++) {
      last = random.nextInt(3) == 0 ? 0 : last;
      network = last == 0 ? branch(network, random) : append(network, layer(random));
      last = network.nextId() - 1;
    }
    return end(network);
  }

  /** Two ways that meet again: added, or put one behind the other. */
  private static Network branch(Network network, Random random) {
    int from = network.nextId() - 1;
    Network two = network.add(Conv2d.of(2, 1 + random.nextInt(3), Padding.SAME, Activation.TANH), 0, 0).wire(from, from + 1)
        .add(convolution(random, Padding.SAME, ONE, 2), 0, 0).wire(from, from + 2)
        .add(random.nextBoolean() ? new Add() : new Concatenate(), 0, 0);
    return two.wire(from + 1, from + 3).wire(from + 2, from + 3);
  }

  private static Layer layer(Random random) {
    Size kernel = new Size(1 + random.nextInt(3), 1 + random.nextInt(3));
    Size stride = new Size(1 + random.nextInt(2), 1 + random.nextInt(3));
    return switch (random.nextInt(7)) {
      case 0, 1 -> convolution(random, Padding.values()[random.nextInt(3)], stride, 2 * (1 + random.nextInt(2)));
      case 2 -> new AvgPool2d(kernel, stride, random.nextBoolean() ? Padding.SAME : Padding.VALID, Size.square(0));
      case 3 -> new Upsample2d(stride);
      case 4 -> new Conv2dTranspose(2, kernel, stride, Size.square(random.nextInt(2)), Size.square(0), Size.square(1 + random.nextInt(2)),
          1,
          Activation.NONE, Activation.NONE.suitedInit(), true, true);
      case 5 -> DepthwiseConv2d.of(1 + random.nextInt(3), Padding.SAME, Activation.TANH);
      default -> new Permute(AxisOrder.CHANNEL_WIDTH_HEIGHT);
    };
  }

  private static Layer convolution(Random random, Padding padding, Size stride, int filters) {
    Size kernel = new Size(1 + random.nextInt(3), 1 + random.nextInt(4));
    Size dilation = new Size(1 + random.nextInt(2), 1 + random.nextInt(3));
    return new Conv2d(filters, kernel, stride, padding, Size.square(random.nextInt(3)), dilation, 1 + random.nextInt(2), Activation.NONE,
        Activation.NONE.suitedInit(), true, true);
  }

  private static Network sequences(Random random) {
    Network network = Network.EMPTY.add(new Input(Shape.of(6 + random.nextInt(10), 4)), 0, 0).add(Dense.of(4, Activation.NONE), 1, 0)
        .wire(1, 2);
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      network = append(network, random.nextInt(4) == 0 ? Dense.of(4, Activation.TANH) : new Conv1d(
          4, 1 + random.nextInt(4), 1 + random.nextInt(2), Padding.values()[random.nextInt(3)], random.nextInt(3), 1 + random.nextInt(3),
          1 + random.nextInt(2), Activation.NONE, Activation.NONE.suitedInit(), true, true));
    }
    return end(network);
  }

  /** A layer that does not fit is left out. */
  private static Network append(Network network, Layer layer) {
    int from = network.nextId() - 1;
    Network longer = network.add(layer, 0, 0).wire(from, from + 1);
    return longer.analyse().shape(from + 1).isPresent() ? longer : network;
  }

  private static Network end(Network network) {
    boolean image = network.analyse().shape(network.nextId() - 1).orElseThrow().rank() == 3;
    Network flat = append(network, image && network.nextId() % 5 == 0 ? new GlobalAvgPool2d() : new Flatten());
    return append(flat, Output.of(Loss.MSE));
  }

  // --- the engine

  private static void compare(Network network, Random random) {
    int end = network.nextId() - 2;
    int answer = random.nextInt((int) network.analyse().shape(end).orElseThrow().count());
    Influence influence = Influence.of(network, network.analyse(), end, answer).orElseThrow();
    Tensor first = gradients(network, end, answer);
    float[] got = new float[first.rowCount()];
    first.copyRowGrad(0, got);
    BitSet reached = new BitSet();
    IntStream.range(0, got.length).filter(i -> got[i] != 0).forEach(reached::set);
    assertThat(influence.in(2)).as("%s", network.nodes()).contains(reached);
    itsFieldIsLargeEnough(network, end, reached);
    List<Integer> places = reached.stream().boxed().toList();
    int from = places.isEmpty() ? 0 : places.get(random.nextInt(places.size()));
    BitSet goes = Influence.of(network, network.analyse(), 2, from).orElseThrow().in(end).orElse(new BitSet());
    assertThat(goes.get(answer)).isEqualTo(reached.get(from));
  }

  /** The size that the table of layers shows, padding included, is never smaller than what really counts. */
  private static void itsFieldIsLargeEnough(Network network, int end, BitSet reached) {
    Shape shape = network.analyse().shape(1).orElseThrow();
    Optional<Field> field = Footprint.of(network, network.analyse(), 1).get(end).field();
    if (shape.rank() == 3 && !field.orElseThrow().whole() && !reached.isEmpty() && !turned(network)) {
      IntSummaryStatistics down = reached.stream().map(place -> place / shape.size(2) % shape.size(1)).summaryStatistics();
      IntSummaryStatistics across = reached.stream().map(place -> place % shape.size(2)).summaryStatistics();
      assertThat(down.getMax() - down.getMin() + 1).as("%s", network.nodes()).isLessThanOrEqualTo(field.get().size().height());
      assertThat(across.getMax() - across.getMin() + 1).as("%s", network.nodes()).isLessThanOrEqualTo(field.get().size().width());
    }
  }

  private static boolean turned(Network network) {
    return network.nodes().stream().anyMatch(node -> node.layer() instanceof Permute);
  }

  /** What comes back to the answers of the first layer from one number of the last. */
  private static Tensor gradients(Network network, int end, int answer) {
    Seeds seeds = new Seeds(5);
    try (Kernels kernels = KernelChoice.create(1)) {
      Plan plan = Compiler.compile(network, Parameters.initial(network, network.analyse(), seeds), kernels, seeds, Purpose.TRAIN, 1);
      float[] numbers = new float[plan.inputs().get(0).rowCount()];
      Random random = new Random(9);
      IntStream.range(0, numbers.length).forEach(i -> numbers[i] = (float) random.nextGaussian());
      plan.inputs().get(0).setRow(0, numbers, 0);
      plan.forward(Mode.EVALUATE);
      float[] right = new float[plan.target().rowCount()];
      plan.output(end).orElseThrow().copyRow(0, right);
      right[answer] += 1; // all others are right: only this one is to blame
      plan.target().setRow(0, right, 0);
      plan.forward(Mode.EVALUATE);
      plan.backward();
      return plan.output(2).orElseThrow();
    }
  }
}
