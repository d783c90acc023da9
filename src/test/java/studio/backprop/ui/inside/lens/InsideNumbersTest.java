package studio.backprop.ui.inside.lens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.layer.Activate;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Add;
import studio.backprop.layer.AvgPool2d;
import studio.backprop.layer.AxisOrder;
import studio.backprop.layer.Conv1d;
import studio.backprop.layer.Conv2d;
import studio.backprop.layer.Conv2dTranspose;
import studio.backprop.layer.Dense;
import studio.backprop.layer.DepthwiseConv2d;
import studio.backprop.layer.Dropout;
import studio.backprop.layer.Flatten;
import studio.backprop.layer.GaussianNoise;
import studio.backprop.layer.GaussianSample;
import studio.backprop.layer.GlobalAvgPool2d;
import studio.backprop.layer.GlobalMaxPool2d;
import studio.backprop.layer.Input;
import studio.backprop.layer.Layer;
import studio.backprop.layer.Loss;
import studio.backprop.layer.MaxPool2d;
import studio.backprop.layer.Multiply;
import studio.backprop.layer.Output;
import studio.backprop.layer.Padding;
import studio.backprop.layer.Permute;
import studio.backprop.layer.PositionalEncoding;
import studio.backprop.layer.Reduce;
import studio.backprop.layer.Slice;
import studio.backprop.layer.Upsample2d;
import studio.backprop.network.Network;
import studio.backprop.observe.NodeTrace;
import studio.backprop.observe.NodeTrace.OpLook;
import studio.backprop.observe.NodeTrace.Tensors;
import studio.backprop.observe.SingleLayerRun;
import studio.backprop.op.DropoutMask;
import studio.backprop.op.Mode;
import studio.backprop.op.Op;
import studio.backprop.plan.Compiler;
import studio.backprop.plan.Compiler.Purpose;
import studio.backprop.plan.Parameters;
import studio.backprop.plan.Plan;
import studio.backprop.plan.Step;
import studio.backprop.setting.Size;
import studio.backprop.tensor.Axis;
import studio.backprop.tensor.Seeds;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;
import studio.backprop.ui.inside.lens.conv.ConvNumbers;
import studio.backprop.ui.inside.lens.conv.GradientRoute;
import studio.backprop.ui.inside.lens.conv.TransposedNumbers;
import studio.backprop.ui.inside.lens.dense.DenseNumbers;
import studio.backprop.ui.inside.lens.link.MeetLinks;
import studio.backprop.ui.inside.lens.link.OfManyLinks;
import studio.backprop.ui.inside.lens.link.PoolLinks;
import studio.backprop.ui.inside.lens.link.RouteLinks;
import studio.backprop.ui.inside.lens.link.SampleLinks;

/** What the pictures of a node's inside show is what the engine computed. */
class InsideNumbersTest {
  private static final Shape IMAGE = Shape.of(4, 7, 6);
  private static final float CLOSE = 1e-4f;

  static Stream<Layer> convolutions() {
    Size one = Size.square(1);
    return Stream.of(
        Conv2d.of(6, 3, Padding.SAME, Activation.RELU),
        Conv2d.of(2, 3, Padding.VALID, Activation.NONE),
        new Conv2d(4, new Size(3, 2), Size.square(2), Padding.EXPLICIT, one, one, 2, Activation.NONE, Activation.NONE.suitedInit(), false,
            true),
        new Conv2d(2, Size.square(2), one, Padding.SAME, Size.square(0), Size.square(2), 1, Activation.TANH, Activation.TANH.suitedInit(),
            true, true),
        DepthwiseConv2d.of(3, Padding.SAME, Activation.RELU),
        Conv1d.of(3, 3, Padding.SAME, Activation.NONE),
        new Conv1d(4, 2, 2, Padding.EXPLICIT, 1, 2, 2, Activation.TANH, Activation.TANH.suitedInit(), true, true));
  }

  static Stream<Layer> transposed() {
    Size one = Size.square(1);
    return Stream.of(
        Conv2dTranspose.enlarging(3, 2, Activation.NONE),
        new Conv2dTranspose(
            4, new Size(3, 2), new Size(2, 3), Size.square(1), new Size(1, 0), one, 2, Activation.RELU, Activation.RELU.suitedInit(), true,
            true),
        new Conv2dTranspose(2, Size.square(2), one, Size.square(0), Size.square(0), Size.square(2), 1, Activation.NONE,
            Activation.NONE.suitedInit(),
            false, true));
  }

  @ParameterizedTest
  @MethodSource("transposed")
  void allThatKernelsPutIntoANumberAddsUpToTheEnginesValue(Layer layer) {
    TransposedNumbers numbers = new TransposedNumbers(ops(layer, IMAGE).get(0));
    for (int filter = 0; filter < numbers.filters(); filter++) {
      for (int row = 0; row < numbers.down().size(); row++) {
        for (int column = 0; column < numbers.across().size(); column++) {
          assertThat(numbers.sum(filter, row, column)).isCloseTo(numbers.output(filter, row, column), within(CLOSE));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("transposed")
  void theSlopesThatATransposedConvolutionSendsBackAreTheEngines(Layer layer) {
    TransposedNumbers numbers = new TransposedNumbers(ops(layer, IMAGE).get(0));
    int filter = numbers.filters() - 1;
    int channel = numbers.channels() - 1;
    float[] kept = new float[numbers.rows() * numbers.columns()];
    System.arraycopy(numbers.x().grads(), numbers.inputAt(filter, channel), kept, 0, kept.length);
    assertThat(numbers.inputGradient(filter, channel)).containsExactly(kept, within(CLOSE));
    float[] sent = new float[numbers.taps()];
    for (int place = 0; place < kept.length; place++) {
      float[] share = GradientRoute.of(numbers, filter, channel, place / numbers.columns(), place % numbers.columns()).share();
      for (int tap = 0; tap < sent.length; tap++) {
        sent[tap] += share[tap];
      }
    }
    assertThat(sent).containsExactly(numbers.kernel(numbers.weight().grads(), filter, channel), within(CLOSE));
  }

  private static Shape shape(Layer layer) {
    return layer instanceof Conv1d ? Shape.of(9, 4) : IMAGE;
  }

  @ParameterizedTest
  @MethodSource("convolutions")
  void theSumWrittenOutIsTheEnginesValue(Layer layer) {
    ConvNumbers numbers = ConvNumbers.of(ops(layer, shape(layer)).get(0));
    for (int filter = 0; filter < numbers.filters(); filter++) {
      for (int row = 0; row < numbers.down().steps(); row++) {
        for (int column = 0; column < numbers.across().steps(); column++) {
          float z = numbers.sum(filter, row, column);
          assertThat(numbers.output(filter, row, column)).isCloseTo(numbers.op().rectifies() ? Math.max(0, z) : z, within(CLOSE));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("convolutions")
  void whatAllPlacesSendToTheKernelIsItsGradient(Layer layer) {
    ConvNumbers numbers = ConvNumbers.of(ops(layer, shape(layer)).get(0));
    int filter = numbers.filters() - 1;
    int channel = numbers.channels() - 1;
    float[] sent = new float[numbers.taps()];
    for (int row = 0; row < numbers.down().steps(); row++) {
      for (int column = 0; column < numbers.across().steps(); column++) {
        float[] patch = numbers.patch(filter, channel, row, column);
        for (int tap = 0; tap < sent.length; tap++) {
          sent[tap] += numbers.delta(filter, row, column) * patch[tap];
        }
      }
    }
    assertThat(sent).containsExactly(numbers.kernel(numbers.weight().grads(), filter, channel), within(CLOSE));
  }

  @ParameterizedTest
  @MethodSource("convolutions")
  void theInputsGradientWorkedOutIsTheOneThatTheEngineKeeps(Layer layer) {
    ConvNumbers numbers = ConvNumbers.of(ops(layer, shape(layer)).get(0));
    assertThat(numbers.inputGradient()).containsExactly(numbers.x().grads(), within(CLOSE));
  }

  @Test
  void theProductsOfANeuronAddUpToItsSum() {
    DenseNumbers numbers = new DenseNumbers(ops(Dense.of(5, Activation.TANH), Shape.of(3, 4)).get(0), 2);
    for (int neuron = 0; neuron < numbers.neurons(); neuron++) {
      float sum = numbers.bias(neuron);
      for (float product : numbers.products(neuron)) {
        sum += product;
      }
      assertThat(numbers.z(neuron)).isCloseTo(sum, within(CLOSE));
    }
  }

  @Test
  void theSlopeOfAMaxPoolGoesToTheWinnersAlone() {
    PoolLinks links = new PoolLinks(ops(MaxPool2d.of(2), IMAGE).get(0));
    Tensors x = links.op().inputs().get(0);
    Tensors y = links.op().output();
    float[] sent = new float[x.values().length];
    for (int output = 0; output < y.values().length; output++) {
      int place = links.sources(output).get(links.winner(output).orElseThrow()).place();
      assertThat(y.values()[output]).isEqualTo(x.values()[place]);
      sent[place] += y.grads()[output];
    }
    assertThat(sent).containsExactly(x.grads(), within(CLOSE));
  }

  @Test
  void aMeanPoolCountsEveryNumberOfItsWindow() {
    PoolLinks links = new PoolLinks(ops(AvgPool2d.of(2), IMAGE).get(0));
    Tensors x = links.op().inputs().get(0);
    assertThat(links.winner(0)).isEmpty();
    double mean = links.sources(5).stream().mapToDouble(source -> x.values()[source.place()]).average().orElseThrow();
    assertThat(links.op().output().values()[5]).isCloseTo((float) mean, within(CLOSE));
  }

  static Stream<Layer> ofMany() {
    return Stream.of(new GlobalAvgPool2d(), new GlobalMaxPool2d(), new Reduce(Reduce.Method.MEAN, Axis.CHANNEL),
        new Reduce(Reduce.Method.MAX, Axis.HEIGHT));
  }

  @ParameterizedTest
  @MethodSource("ofMany")
  void aNumberIsTheLargestOrTheMeanOfThoseItIsMadeFrom(Layer layer) {
    OfManyLinks links = new OfManyLinks(ops(layer, IMAGE).get(0), layer.ties(List.of(IMAGE)));
    float[] x = links.op().inputs().get(0).values();
    float[] y = links.op().output().values();
    for (int output = 0; output < y.length; output++) {
      DoubleSummaryStatistics of = links.sources(output).stream().mapToDouble(source -> x[source.place()]).summaryStatistics();
      boolean largest = links.winner(output).isPresent();
      assertThat((double) y[output]).isCloseTo(largest ? of.getMax() : of.getAverage(), within((double) CLOSE));
    }
    assertThat(links.deciding(0)).hasSize(links.winner(0).isPresent() ? y.length : 0);
  }

  static Stream<Layer> moving() {
    return Stream.of(
        new Permute(AxisOrder.HEIGHT_WIDTH_CHANNEL), new Upsample2d(new Size(2, 3)), new Slice(Axis.CHANNEL, 1, 3));
  }

  @ParameterizedTest
  @MethodSource("moving")
  void everyNumberThatIsMovedIsFoundWhereItCameFromAndItsSlopeGoesBack(Layer layer) {
    OpLook op = ops(layer, IMAGE).get(0);
    int[] route = SingleLayerRun.of(layer, List.of(IMAGE)).flatMap(SingleLayerRun::route).orElseThrow();
    RouteLinks links = new RouteLinks(new NodeTrace(3, op.inputs(), op.output(), List.of(op), List.of()), route);
    float[] back = new float[(int) IMAGE.count()];
    for (int output = 0; output < route.length; output++) {
      int place = links.sources(output).get(0).place();
      assertThat(op.output().values()[output]).isEqualTo(op.inputs().get(0).values()[place]);
      back[place] += op.output().grads()[output];
    }
    assertThat(op.inputs().get(0).grads()).containsExactly(back, within(CLOSE));
  }

  @Test
  void theTermsOfASumAddUpAndEachGetsItsSlope() {
    OpLook op = ops(new Add(), IMAGE).get(0);
    MeetLinks links = meet(op);
    assertThat(links.streams()).hasSize(2);
    for (int output = 0; output < op.output().values().length; output++) {
      double terms = links.sources(output).stream().mapToDouble(source -> links.streams().get(source.inlet()).values()[source.place()])
          .sum();
      assertThat((double) op.output().values()[output]).isCloseTo(terms, within((double) CLOSE));
    }
  }

  @Test
  void anInputThatOthersReadHasTheSumOfTheirGradients() {
    for (Layer meeting : List.of(new Add(), new Multiply())) { // its first input goes through a tanh, too
      MeetLinks links = meet(ops(meeting, IMAGE).get(0));
      assertThat(links.summed(0)).isTrue();
      assertThat(links.summed(1)).isFalse();
      assertThat(links.usedElsewhere(0, 3)).isTrue();
    }
  }

  @Test
  void aProductIsMadeOfTheNumbersAtItsPlace() {
    OpLook op = ops(new Multiply(), IMAGE).get(0);
    MeetLinks links = meet(op);
    assertThat(links.streams()).hasSize(2);
    for (int output = 0; output < op.output().values().length; output++) {
      float product = links.streams().get(0).values()[output] * links.streams().get(1).values()[output];
      assertThat(op.output().values()[output]).isCloseTo(product, within(CLOSE));
    }
  }

  @ParameterizedTest
  @EnumSource(PositionalEncoding.Positions.class)
  void positionsAreAStreamThatIsAdded(PositionalEncoding.Positions positions) {
    OpLook op = ops(PositionalEncoding.of(positions), Shape.of(4, 6)).get(0);
    MeetLinks links = meet(op);
    assertThat(links.streams()).hasSize(2).extracting(Tensors::shape).containsOnly(Shape.of(4, 6));
    for (int output = 0; output < op.output().values().length; output++) {
      float sum = links.streams().get(0).values()[output] + links.streams().get(1).values()[output];
      assertThat(op.output().values()[output]).isCloseTo(sum, within(CLOSE));
    }
  }

  @Test
  void noiseIsSeenInTheBatchAndNotWhenTheNetworkIsJudged() {
    OpLook drawn = ops(new GaussianNoise(0.5), IMAGE).get(0);
    MeetLinks links = MeetLinks.of(new NodeTrace(3, drawn.inputs(), drawn.output(), List.of(drawn), List.of(drawn)));
    assertThat(links.streams()).hasSize(2);
    assertThat(links.streams().get(1).values()).doesNotContain(0f);
    for (int output = 0; output < drawn.output().values().length; output++) {
      float sum = links.streams().get(0).values()[output] + links.streams().get(1).values()[output];
      assertThat(links.answer().values()[output]).isCloseTo(sum, within(CLOSE));
    }
    assertThat(meet(drawn).way()).isEqualTo(MeetLinks.Way.STILL);
  }

  @Test
  void whatIsDrawnIsTheMeanAndNoiseTimesTheDeviation() {
    OpLook op = ops(new GaussianSample(1), Shape.of(8)).stream().filter(one -> one.kind() == studio.backprop.op.SampleGaussian.class)
        .findFirst().orElseThrow();
    SampleLinks links = SampleLinks.of(new NodeTrace(3, op.inputs(), op.output(), List.of(op), List.of(op)));
    List<Tensors> streams = links.streams(null);
    for (int output = 0; output < op.output().values().length; output++) {
      double[] from = links.sources(output).stream().mapToDouble(source -> streams.get(source.inlet()).values()[source.place()]).toArray();
      assertThat((double) op.output().values()[output]).isCloseTo(from[0] + from[2] * Math.exp(from[1] / 2), within((double) CLOSE));
      assertThat(links.targets(0, links.sources(output).get(1).place()).orElseThrow()).containsExactly(output);
    }
  }

  private static MeetLinks meet(OpLook op) {
    return MeetLinks.of(new NodeTrace(3, op.inputs(), op.output(), List.of(op), List.of()));
  }

  @ParameterizedTest
  @EnumSource(value = Activation.class, names = {"NONE", "SOFTMAX", "LOG_SOFTMAX"}, mode = EnumSource.Mode.EXCLUDE)
  void theCurveOfAnActivationRunsThroughTheEnginesNumbers(Activation function) {
    OpLook op = ops(new Activate(function), IMAGE).get(0);
    float[] answers = SingleLayerRun.of(new Activate(function), List.of(IMAGE)).orElseThrow().answer(op.inputs().get(0).values());
    assertThat(op.output().values()).containsExactly(answers, within(CLOSE));
  }

  @Test
  void whoIsSilentInADropoutIsZeroAndTheOthersAreScaled() {
    OpLook op = ops(new Dropout(0.4), IMAGE).stream().filter(one -> one.kind() == DropoutMask.class).findFirst().orElseThrow();
    float[] mask = op.inner().get(0).values();
    float[] x = op.inputs().get(0).values();
    for (int i = 0; i < x.length; i++) {
      assertThat(op.output().values()[i]).isCloseTo(mask[i] * x[i], within(CLOSE));
      assertThat(op.inputs().get(0).grads()[i]).isCloseTo(mask[i] * op.output().grads()[i], within(CLOSE));
    }
    assertThat(mask).contains(0f);
  }

  /** The ops of a layer behind another one, after a pass forward and back, as a lens is given them. */
  private static List<OpLook> ops(Layer layer, Shape shape) {
    // what comes before learns, so that the gradient of the layer's input is kept
    Layer before = shape.rank() == 3 ? Conv2d.of(shape.size(0), 1, Padding.SAME, Activation.NONE)
        : Dense.of(shape.size(shape.rank() - 1), Activation.NONE);
    Network network = Network.EMPTY.add(new Input(shape), 0, 0).add(before, 1, 0).add(layer, 2, 0).add(new Flatten(), 3, 0)
        .add(Output.of(Loss.MSE), 4, 0)
        .wire(1, 2).wire(2, 3).wire(3, 4).wire(4, 5);
    if (layer instanceof Add || layer instanceof Multiply) { // its second input is what the first gives, bent
      network = network.add(new Activate(Activation.TANH), 1, 1).wire(2, 6).wire(6, 3);
    }
    Seeds seeds = new Seeds(7);
    Parameters parameters = Parameters.initial(network, network.analyse(), seeds);
    try (Kernels kernels = KernelChoice.create(1)) {
      Plan plan = Compiler.compile(network, parameters, kernels, seeds, Purpose.TRAIN, 1);
      Random random = new Random(3);
      fill(plan.inputs().get(0), random);
      fill(plan.target(), random);
      plan.forward(Mode.TRAIN);
      plan.backward();
      return plan.steps().stream().filter(step -> step.node() == 3).map(Step::op).map(op -> look(op, parameters)).toList();
    }
  }

  private static void fill(Tensor tensor, Random random) {
    float[] numbers = new float[tensor.rowCount()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    tensor.setRow(0, numbers, 0);
  }

  private static OpLook look(Op op, Parameters parameters) {
    List<Tensors> inputs = new ArrayList<>();
    List<Tensors> learned = new ArrayList<>();
    for (Tensor tensor : op.inputs()) {
      boolean kept = parameters.all().stream().anyMatch(parameter -> parameter.tensor().storage() == tensor.storage());
      (kept ? learned : inputs).add(copy(tensor));
    }
    return new OpLook(
        op.name(), op.getClass(), inputs, learned, copy(op.output()), op.inner().stream().map(InsideNumbersTest::copy).toList(),
        op.sweeps(), op.rectifies());
  }

  private static Tensors copy(Tensor tensor) {
    float[] values = new float[tensor.count()];
    float[] grads = tensor.hasGrad() ? new float[tensor.count()] : null;
    tensor.copyTo(values);
    if (grads != null) {
      tensor.copyGradsTo(grads);
    }
    return new Tensors(tensor.name(), tensor.rows(), tensor.shape(), values, grads);
  }
}
