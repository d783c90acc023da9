package studio.backprop.op;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.backprop.kernel.Kernels;
import studio.backprop.kernel.ScalarKernels;
import studio.backprop.kernel.Workers;
import studio.backprop.layer.Examples;
import studio.backprop.layer.Examples.Example;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/** Each op at some small sizes. A new op needs a row here, unless it is the last op of a layer: then its rows are the layer's examples. */
final class OpRows {
  private static final int BATCH = 3;

  /** Places the op over inputs of the row's shapes. */
  interface Place {
    Op over(TestBuilder builder, List<Tensor> x);
  }

  /** One op at one set of sizes. */
  record Row(Class<? extends Op> op, Values values, Values answers, Mode mode, Place place, List<Shape> shapes) {
    Row evaluating() {
      return new Row(op, values, answers, Mode.EVALUATE, place, shapes);
    }

    /** The op placed and filled with numbers. */
    Placed place(Kernels kernels, SplittableRandom random) {
      TestBuilder builder = new TestBuilder(kernels, BATCH, 7);
      List<Tensor> inputs = shapes.stream().map(builder::input).toList();
      Op placed = place.over(builder, inputs);
      if (!builder.ops().contains(placed)) {
        builder.add(placed);
      }
      List<Tensor> variables = placed.inputs().stream().filter(Tensor::hasGrad).distinct().toList();
      variables.forEach(variable -> values.fill(variable, random));
      if (builder.target() != null) {
        answers.fill(builder.target(), random);
      }
      return new Placed(builder, placed, variables);
    }

    @Override
    public String toString() {
      return op.getSimpleName() + " " + shapes + (mode == Mode.TRAIN ? "" : " evaluating");
    }
  }

  /** An op within its graph, and the tensors whose gradients it gives. */
  record Placed(TestBuilder builder, Op op, List<Tensor> variables) {}

  private OpRows() {}

  private static Row row(Class<? extends Op> op, Values values, Place place, Shape... shapes) {
    return new Row(op, values, Values.BITS, Mode.TRAIN, place, List.of(shapes));
  }

  private static Row alike(Class<? extends Op> op, Place place) {
    return row(op, Values.AWAY_FROM_ZERO, place, Shape.of(17));
  }

  private static Row loss(Class<? extends Op> op, Values values, Values answers, Place place) {
    return new Row(op, values, answers, Mode.TRAIN, place, List.of(Shape.of(4)));
  }

  static Stream<Row> all() {
    Set<Class<?>> named = named().map(Row::op).collect(Collectors.toSet());
    return Stream.concat(named(), Examples.all().flatMap(example -> ofLayer(example, named).stream()));
  }

  /** A row for the last op of a layer, where it has none of its own. */
  private static Optional<Row> ofLayer(Example example, Set<Class<?>> named) {
    TestBuilder builder = new TestBuilder(new ScalarKernels(Workers.of(1)), BATCH, 7);
    Place place = (b, x) -> {
      example.layer().parameters(example.inputs()).forEach(spec -> b.parameter(spec.name(), spec.rows(), spec.shape(), spec.trainable()));
      example.layer().build(b, x);
      return b.ops().isEmpty() ? null : b.ops().get(b.ops().size() - 1);
    };
    Op last = place.over(builder, example.inputs().stream().map(builder::input).toList());
    return last == null || named.contains(last.getClass()) || builder.ops().size() > 1
        ? Optional.empty()
        : Optional.of(new Row(last.getClass(), example.values(), Values.BITS, example.mode(), place, example.inputs()));
  }

  private static Stream<Row> named() {
    return Stream.of(bends(), axes(), affine(), convolutions(), pools(), norms(), recurrent(), attention(), graphs(), merges(), losses())
        .flatMap(List::stream);
  }

  private static List<Row> bends() {
    return List.of(
        alike(Relu.class, (b, x) -> new Relu(b, "y", x.get(0))),
        alike(LeakyRelu.class, (b, x) -> new LeakyRelu(b, "y", x.get(0))),
        alike(Elu.class, (b, x) -> new Elu(b, "y", x.get(0))),
        alike(Selu.class, (b, x) -> new Selu(b, "y", x.get(0))),
        alike(Gelu.class, (b, x) -> new Gelu(b, "y", x.get(0))),
        alike(Silu.class, (b, x) -> new Silu(b, "y", x.get(0))),
        alike(Mish.class, (b, x) -> new Mish(b, "y", x.get(0))),
        alike(Softplus.class, (b, x) -> new Softplus(b, "y", x.get(0))),
        alike(Tanh.class, (b, x) -> new Tanh(b, "y", x.get(0))),
        alike(Sigmoid.class, (b, x) -> new Sigmoid(b, "y", x.get(0))),
        alike(HardSigmoid.class, (b, x) -> new HardSigmoid(b, "y", x.get(0))),
        alike(Heaviside.class, (b, x) -> new Heaviside(b, "y", x.get(0))),
        alike(Softmax.class, (b, x) -> new Softmax(b, "y", x.get(0))),
        alike(LogSoftmax.class, (b, x) -> new LogSoftmax(b, "y", x.get(0))),
        row(Softmax.class, Values.AWAY_FROM_ZERO, (b, x) -> new Softmax(b, "y", x.get(0)), Shape.of(2, 5)),
        row(LogSoftmax.class, Values.AWAY_FROM_ZERO, (b, x) -> new LogSoftmax(b, "y", x.get(0)), Shape.of(2, 5)),
        row(SampleGaussian.class, Values.AWAY_FROM_ZERO, (b, x) -> new SampleGaussian(b, "z", x.get(0), Shape.of(3), 2), Shape.of(6)),
        row(SampleGaussian.class, Values.AWAY_FROM_ZERO, (b, x) -> new SampleGaussian(b, "z", x.get(0), x.get(1), 1), Shape.of(4),
            Shape.of(4)),
        // its training pass draws anew each time: MaskTest looks at that one
        alike(DropoutMask.class, (b, x) -> new DropoutMask(b, "y", x.get(0), 0.5)).evaluating(),
        alike(AddNoise.class, (b, x) -> new AddNoise(b, "y", x.get(0), 0.5)).evaluating());
  }

  private static List<Row> axes() {
    Shape image = Shape.of(2, 3, 4);
    Shape sequence = Shape.of(3, 4);
    Values away = Values.AWAY_FROM_ZERO;
    return List.of(
        row(SliceAxis.class, away, (b, x) -> new SliceAxis(b, "y", x.get(0), 1, 1, 3), image),
        row(SliceAxis.class, away, (b, x) -> new SliceAxis(b, "y", x.get(0), 0, 2, 3), sequence),
        row(MeanOver.class, away, (b, x) -> new MeanOver(b, "y", x.get(0), 1, Shape.of(2, 4)), image),
        row(MeanOver.class, away, (b, x) -> new MeanOver(b, "y", x.get(0), 1, Shape.of(3)), sequence),
        row(MaxPool.class, Values.LADDER, (b, x) -> MaxPool.over(b, "y", x.get(0), 0, Shape.of(4)), sequence),
        row(PermuteAxes.class, away, (b, x) -> new PermuteAxes(b, "y", x.get(0), new int[] {1, 0}), sequence),
        row(PermuteAxes.class, away, (b, x) -> new PermuteAxes(b, "y", x.get(0), new int[] {2, 0, 1}), image),
        row(RepeatRow.class, away, (b, x) -> new RepeatRow(b, "y", x.get(0), 3), Shape.of(4)));
  }

  private static List<Row> affine() {
    Place withBias = (b, x) -> new Affine(b, "y", x.get(0), b.parameter("w", 5, Shape.of(7), true), b.parameter("b", 1, Shape.of(7), true));
    Place without = (b, x) -> new Affine(b, "y", x.get(0), b.parameter("w", 5, Shape.of(7), true), null);
    return List.of(
        row(Affine.class, Values.AWAY_FROM_ZERO, withBias, Shape.of(5)),
        row(Affine.class, Values.AWAY_FROM_ZERO, without, Shape.of(2, 5)));
  }

  private static List<Row> convolutions() {
    Place same =
        (b, x) ->
            new Convolve(
                b, "y", x.get(0), b.parameter("w", 3, Shape.of(2, 3, 2), true), b.parameter("b", 1, Shape.of(3), true),
                new WindowAxis(5, 3, 1, 1, 1, 1), new WindowAxis(4, 2, 1, 1, 0, 1), 1, false);
    Place strided =
        (b, x) ->
            new Convolve(
                b, "y", x.get(0), b.parameter("w", 4, Shape.of(1, 2, 3), true), null,
                new WindowAxis(5, 2, 2, 2, 0, 0), new WindowAxis(6, 3, 2, 1, 1, 1), 2, false);
    Place wide =
        (b, x) ->
            new ConvolveTransposed(
                b, "y", x.get(0), b.parameter("w", 2, Shape.of(3, 3, 2), true), b.parameter("b", 1, Shape.of(3), true),
                new WindowAxis(5, 3, 2, 1, 1, 1), new WindowAxis(9, 2, 2, 1, 0, 0), 1);
    Place grouped =
        (b, x) -> new ConvolveTransposed(
            b, "y", x.get(0), b.parameter("w", 2, Shape.of(2, 2, 2), true), null, new WindowAxis(5, 2, 1, 2, 0, 0),
            new WindowAxis(5, 2, 1, 1, 0, 0), 2);
    Place along =
        (b, x) -> new ConvolveSequence(
            b, "y", x.get(0), b.parameter("w", 3, Shape.of(2, 3), true), b.parameter("b", 1, Shape.of(3), true),
            new WindowAxis(5, 3, 1, 1, 1, 1), 1);
    Place alongGroups =
        (b, x) -> new ConvolveSequence(
            b, "y", x.get(0), b.parameter("w", 4, Shape.of(2, 2), true), b.parameter("b", 1, Shape.of(4), true),
            new WindowAxis(6, 2, 2, 2, 2, 0), 2);
    return List.of(
        row(ConvolveTransposed.class, Values.AWAY_FROM_ZERO, wide, Shape.of(2, 3, 4)),
        row(ConvolveTransposed.class, Values.AWAY_FROM_ZERO, grouped, Shape.of(2, 3, 4)),
        row(ConvolveSequence.class, Values.AWAY_FROM_ZERO, along, Shape.of(5, 2)),
        row(ConvolveSequence.class, Values.AWAY_FROM_ZERO, alongGroups, Shape.of(6, 4)),
        row(Upsample.class, Values.AWAY_FROM_ZERO, (b, x) -> new Upsample(b, "y", x.get(0), 2, 3), Shape.of(2, 3, 2)),
        row(Convolve.class, Values.AWAY_FROM_ZERO, same, Shape.of(2, 5, 4)),
        row(Convolve.class, Values.AWAY_FROM_ZERO, strided, Shape.of(2, 5, 6)));
  }

  private static List<Row> pools() {
    WindowAxis pair = new WindowAxis(5, 2, 2, 1, 0, 0);
    WindowAxis overlap = new WindowAxis(6, 3, 2, 1, 1, 1);
    return List.of(
        row(MaxPool.class, Values.LADDER, (b, x) -> new MaxPool(b, "y", x.get(0), pair, pair), Shape.of(2, 5, 5)),
        row(MaxPool.class, Values.LADDER, (b, x) -> new MaxPool(b, "y", x.get(0), pair, overlap), Shape.of(2, 5, 6)),
        row(AveragePool.class, Values.LADDER, (b, x) -> new AveragePool(b, "y", x.get(0), pair, pair), Shape.of(2, 5, 5)),
        row(AveragePool.class, Values.LADDER, (b, x) -> new AveragePool(b, "y", x.get(0), pair, overlap), Shape.of(2, 5, 6)),
        row(GlobalAverage.class, Values.AWAY_FROM_ZERO, (b, x) -> new GlobalAverage(b, "y", x.get(0)), Shape.of(2, 3, 3)));
  }

  private static List<Row> norms() {
    Place batchNorm = (b, x) -> new NormalizeBatch(b, "y", x.get(0), state(b), 0.1, 1e-5);
    Place imageNorm = (b, x) -> new NormalizeImages(b, "y", x.get(0), state(b), 0.1, 1e-5);
    Place rowNorm =
        (b, x) ->
            new LayerNormalization(
                b, "y", x.get(0), b.parameter("gamma", 1, Shape.of(6), true), b.parameter("beta", 1, Shape.of(6), true), 1e-5);
    Place wideNorm =
        (b, x) ->
            new LayerNormalization(
                b, "y", x.get(0), b.parameter("gamma", 1, Shape.of(37), true), b.parameter("beta", 1, Shape.of(37), true), 1e-5);
    return List.of(
        row(NormalizeBatch.class, Values.AWAY_FROM_ZERO, batchNorm, Shape.of(2)),
        row(NormalizeBatch.class, Values.AWAY_FROM_ZERO, batchNorm, Shape.of(3, 2)),
        row(NormalizeBatch.class, Values.AWAY_FROM_ZERO, batchNorm, Shape.of(3, 2)).evaluating(),
        row(NormalizeImages.class, Values.AWAY_FROM_ZERO, imageNorm, Shape.of(2, 3, 2)),
        row(NormalizeImages.class, Values.AWAY_FROM_ZERO, imageNorm, Shape.of(2, 5, 7)).evaluating(),
        row(LayerNormalization.class, Values.AWAY_FROM_ZERO, rowNorm, Shape.of(6)),
        row(LayerNormalization.class, Values.AWAY_FROM_ZERO, rowNorm, Shape.of(2, 6)),
        row(LayerNormalization.class, Values.AWAY_FROM_ZERO, rowNorm, Shape.of(1, 2, 3)),
        row(LayerNormalization.class, Values.AWAY_FROM_ZERO, wideNorm, Shape.of(2, 37)));
  }

  private static NormalizeBatch.State state(TestBuilder b) {
    Shape channels = Shape.of(2);
    Tensor variance = b.parameter("running_variance", 1, channels, false);
    variance.set(1.5f, 0.5f);
    return new NormalizeBatch.State(
        b.parameter("gamma", 1, channels, true), b.parameter("beta", 1, channels, true), b.parameter("running_mean", 1, channels, false),
        variance);
  }

  private static List<Row> recurrent() {
    Shape sequence = Shape.of(3, 2);
    return List.of(
        row(SimpleRnnSteps.class, Values.AWAY_FROM_ZERO, (b, x) -> new SimpleRnnSteps(b, "y", x.get(0), weights(b, 1), reading(false)),
            sequence),
        row(LstmSteps.class, Values.AWAY_FROM_ZERO, (b, x) -> new LstmSteps(b, "y", x.get(0), weights(b, 4), reading(true)), sequence),
        row(GruSteps.class, Values.AWAY_FROM_ZERO, (b, x) -> new GruSteps(b, "y", x.get(0), weights(b, 3), reading(false)), sequence));
  }

  private static Recurrent.Weights weights(TestBuilder b, int gates) {
    int units = 5;
    Shape bias = Shape.of(gates * units);
    return new Recurrent.Weights(
        b.parameter("weightIh", gates * units, Shape.of(2), true), b.parameter("weightHh", gates * units, Shape.of(units), true),
        b.parameter("biasIh", 1, bias, true), b.parameter("biasHh", 1, bias, true));
  }

  /** With padded steps: before, between and after those that count. */
  private static Recurrent.Reading reading(boolean whole) {
    return new Recurrent.Reading(counts(), whole, whole);
  }

  private static Tensor counts() {
    Tensor counts = new Tensor("counts", BATCH, Shape.of(3), false);
    counts.set(0, 1, 1, 1, 0, 1, 1, 1, 0);
    return counts;
  }

  private static List<Row> attention() {
    Values any = Values.AWAY_FROM_ZERO;
    Place lookup = (b, x) -> new Gather(b, "y", x.get(0), b.parameter("w", 2, Shape.of(3), true));
    Place positions = (b, x) -> new AddPositions(b, "y", x.get(0), b.parameter("p", 3, Shape.of(2), true));
    Place project = (b, x) -> new Projection(b, "y", x.get(0), b.parameter("w", 7, Shape.of(2), true),
        b.parameter("b", 1, Shape.of(7), true), 2, 4);
    Place plain = (b, x) -> new Projection(b, "y", x.get(0), b.parameter("w", 3, Shape.of(2), true), null, 0, 3);
    return List.of(
        row(Gather.class, Values.BITS, lookup, Shape.of(4)),
        row(NotPadding.class, Values.BITS, (b, x) -> new NotPadding(b, "y", x.get(0), 0), Shape.of(4)),
        row(NotPadding.class, Values.AWAY_FROM_ZERO, (b, x) -> new NotPadding(b, "y", x.get(0), 0), Shape.of(3, 2)),
        row(AddPositions.class, any, positions, Shape.of(3, 2)),
        row(Projection.class, any, project, Shape.of(3, 2)),
        row(Projection.class, any, plain, Shape.of(3, 2)),
        row(ScaledDotProductAttention.class, any, (b, x) -> toItself(b, x.get(0), new ScaledDotProductAttention.Sight(null, false)),
            Shape.of(9, 18)),
        row(ScaledDotProductAttention.class, any, (b, x) -> toItself(b, x.get(0), new ScaledDotProductAttention.Sight(null, true)),
            Shape.of(3, 12)),
        row(ScaledDotProductAttention.class, any, (b, x) -> toItself(b, x.get(0), new ScaledDotProductAttention.Sight(counts(), true)),
            Shape.of(3, 6)),
        row(ScaledDotProductAttention.class, any, OpRows::toAnother, Shape.of(5, 4), Shape.of(3, 8)),
        row(TimeAverage.class, any, (b, x) -> new TimeAverage(b, "y", x.get(0), null), Shape.of(3, 2)),
        row(TimeAverage.class, any, (b, x) -> new TimeAverage(b, "y", x.get(0), counts()), Shape.of(3, 2)),
        row(TimeMax.class, Values.LADDER, (b, x) -> new TimeMax(b, "y", x.get(0), null), Shape.of(3, 2)),
        row(TimeMax.class, Values.LADDER, (b, x) -> new TimeMax(b, "y", x.get(0), counts()), Shape.of(3, 2)));
  }

  private static ScaledDotProductAttention toItself(TestBuilder b, Tensor x, ScaledDotProductAttention.Sight sight) {
    int width = x.shape().size(1) / 3;
    return new ScaledDotProductAttention(b, "y", new ScaledDotProductAttention.Columns(x, 0),
        new ScaledDotProductAttention.Columns(x, width), new ScaledDotProductAttention.Columns(x, 2 * width), width, 2, sight);
  }

  private static ScaledDotProductAttention toAnother(TestBuilder b, List<Tensor> x) {
    ScaledDotProductAttention.Sight sight = new ScaledDotProductAttention.Sight(counts(), false);
    return new ScaledDotProductAttention(b, "y", new ScaledDotProductAttention.Columns(x.get(0), 0),
        new ScaledDotProductAttention.Columns(x.get(1), 0), new ScaledDotProductAttention.Columns(x.get(1), 4), 4, 2, sight);
  }

  private static List<Row> graphs() {
    Shape adjacency = Shape.of(4, 4);
    Shape features = Shape.of(4, 3);
    return List.of(
        row(NormalizeGraph.class, Values.PROBABILITIES, (b, x) -> new NormalizeGraph(b, "y", x.get(0)), adjacency),
        row(NormalizeGraph.class, Values.BITS, (b, x) -> new NormalizeGraph(b, "y", x.get(0)), adjacency),
        row(SumNeighbours.class, Values.AWAY_FROM_ZERO, (b, x) -> new SumNeighbours(b, "y", x.get(0), x.get(1), null), features, adjacency),
        row(
            SumNeighbours.class, Values.AWAY_FROM_ZERO,
            (b, x) -> new SumNeighbours(b, "y", x.get(0), x.get(1), b.parameter("b", 1, Shape.of(3), true)), features, adjacency),
        row(NodeSum.class, Values.AWAY_FROM_ZERO, (b, x) -> new NodeSum(b, "y", x.get(0), null), features),
        row(NodeSum.class, Values.AWAY_FROM_ZERO, (b, x) -> new NodeSum(b, "y", x.get(0), counts()), Shape.of(3, 2)),
        row(KeepNodes.class, Values.LADDER, (b, x) -> new KeepNodes(b, "y", x.get(0), new BestNodes(x.get(1), null, 2)), features,
            Shape.of(4, 1)),
        row(
            KeepNodes.class, Values.LADDER,
            (b, x) -> new KeepNodes(b, "y", x.get(0), new BestNodes(x.get(1), counts(), 3)), Shape.of(3, 2), Shape.of(3, 1)),
        row(KeepEdges.class, Values.LADDER, (b, x) -> new KeepEdges(b, "y", x.get(0), new BestNodes(x.get(1), null, 3)), adjacency,
            Shape.of(4, 1)),
        row(
            KeepEdges.class, Values.LADDER,
            (b, x) -> new KeepEdges(b, "y", x.get(0), new BestNodes(x.get(1), counts(), 2)), Shape.of(3, 3), Shape.of(3, 1)),
        row(NeighbourAttention.class, Values.PROBABILITIES, (b, x) -> attend(b, x.get(0), true), Shape.of(3, 4)),
        row(NeighbourAttention.class, Values.PROBABILITIES, (b, x) -> attend(b, x.get(0), false), Shape.of(3, 4)));
  }

  /**
   * Two heads on a path of three nodes, of which one hears another that does not hear it.
   *
   * @param positive whether all scores are above 0, or all below, where another slope holds
   */
  private static NeighbourAttention attend(TestBuilder b, Tensor h, boolean positive) {
    Tensor adjacency = new Tensor("adjacency", BATCH, Shape.of(3, 3), false);
    adjacency.set(0, 1, 0, 1, 0, 1, 0, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0);
    Shape width = Shape.of(4);
    Tensor listener = b.parameter("s", 1, width, positive);
    listener.set(-4, -5, -6, -4);
    NeighbourAttention.Weights weights = new NeighbourAttention.Weights(
        listener, b.parameter("t", 1, width, true), b.parameter("b", 1, width, true));
    return new NeighbourAttention(b, "y", h, adjacency, weights, 2);
  }

  private static List<Row> merges() {
    Shape row = Shape.of(4);
    Place thrice = (b, x) -> new Product(b, "y", List.of(x.get(0), x.get(0), x.get(1)));
    Place twice = (b, x) -> new Sum(b, "y", List.of(x.get(0), x.get(1), x.get(0)));
    return List.of(
        row(Sum.class, Values.AWAY_FROM_ZERO, (b, x) -> new Sum(b, "y", x), row, row, row),
        row(Sum.class, Values.AWAY_FROM_ZERO, twice, row, row),
        row(Product.class, Values.AWAY_FROM_ZERO, (b, x) -> new Product(b, "y", x), row, row, row),
        row(Product.class, Values.AWAY_FROM_ZERO, thrice, row, row),
        row(Concat.class, Values.AWAY_FROM_ZERO, (b, x) -> new Concat(b, "y", x, Shape.of(6)), row, Shape.of(2)),
        row(Concat.class, Values.AWAY_FROM_ZERO, (b, x) -> new Concat(b, "y", x, Shape.of(2, 5)), Shape.of(2, 3), Shape.of(2, 2)),
        row(Concat.class, Values.AWAY_FROM_ZERO, (b, x) -> new Concat(b, "y", x, Shape.of(3, 2, 2)), Shape.of(1, 2, 2), Shape.of(2, 2, 2)),
        row(StackBatches.class, Values.AWAY_FROM_ZERO, (b, x) -> new StackBatches("y", x.get(0), x.get(1)), row, row));
  }

  private static List<Row> losses() {
    Place logOdds = (b, x) -> new BinaryCrossEntropyLogits(b, placed(b, new Sigmoid(b, "p", x.get(0))), target(b));
    Place logits = (b, x) -> new CrossEntropyLogits(b, placed(b, new Softmax(b, "p", x.get(0))), target(b));
    Place gradient = (b, x) -> judged(new PolicyGradient(b, placed(b, new Softmax(b, "p", x.get(0))), target(b)));
    Place clipped = (b, x) -> judged(new PpoClip(b, placed(b, new Softmax(b, "p", x.get(0))), target(b)));
    Values any = Values.AWAY_FROM_ZERO;
    return List.of(
        loss(PolicyGradient.class, any, Values.BITS, gradient),
        loss(PpoClip.class, any, Values.BITS, clipped),
        loss(MeanSquaredError.class, any, Values.PROBABILITIES, (b, x) -> new MeanSquaredError(b, x.get(0), target(b))),
        loss(MeanAbsoluteError.class, Values.LADDER, Values.BITS, (b, x) -> new MeanAbsoluteError(b, x.get(0), target(b))),
        loss(Huber.class, Values.LADDER, Values.BITS, (b, x) -> new Huber(b, x.get(0), target(b), 0.5)),
        loss(Hinge.class, any, Values.BITS, (b, x) -> new Hinge(b, x.get(0), target(b))),
        loss(KlDivergence.class, any, Values.PROBABILITIES, (b, x) -> new KlDivergence(b, x.get(0), target(b))),
        loss(BinaryCrossEntropy.class, Values.PROBABILITIES, Values.BITS, (b, x) -> new BinaryCrossEntropy(b, x.get(0), target(b))),
        loss(BinaryCrossEntropyLogits.class, any, Values.BITS, logOdds),
        loss(CrossEntropyLogits.class, any, Values.BITS, logits),
        loss(CrossEntropyLogits.class, any, Values.PROBABILITIES, logits));
  }

  /** Three actions: better than expected, worse, and one whose probability has moved past the clip. */
  private static PolicyLoss judged(PolicyLoss loss) {
    loss.advantages().set(1.5f, -0.7f, 0.4f);
    loss.logOld().set(-1.4f, -1.3f, -9);
    loss.entropyWeight(0.05);
    return loss;
  }

  private static <O extends Op> O placed(TestBuilder builder, O op) {
    builder.add(op);
    return op;
  }

  private static Tensor target(TestBuilder builder) {
    return builder.target(Shape.of(4));
  }
}
