package studio.backprop.layer;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.backprop.op.Mode;
import studio.backprop.op.Values;
import studio.backprop.setting.Size;
import studio.backprop.tensor.Axis;
import studio.backprop.tensor.Init;
import studio.backprop.tensor.Shape;

/**
 * Layers at several settings, with inputs they take: what the battery runs on. A kind of the catalog that is not named here is tried as it
 * is first placed, over a row, a sequence and an image, as far as it takes them.
 */
public final class Examples {
  /** A layer over inputs of these shapes, filled with {@code values}. */
  public record Example(Layer layer, Values values, Mode mode, List<Shape> inputs) {
    @Override
    public String toString() {
      return layer + " over " + inputs;
    }
  }

  private static final Shape ROW = Shape.of(5);
  private static final Shape SEQUENCE = Shape.of(3, 4);
  private static final Shape IMAGE = Shape.of(2, 5, 6);
  private static final Size ZERO = Size.square(0);
  private static final Size ONE = Size.square(1);
  private static final Init HE = Init.of(Init.Kind.HE_NORMAL);

  private Examples() {}

  public static Stream<Example> all() {
    Set<Class<?>> named = named().map(example -> example.layer().getClass()).collect(Collectors.toSet());
    return Stream.concat(
        named(),
        LayerCatalog.types().stream().map(LayerType::fresh).filter(fresh -> !named.contains(fresh.getClass())).flatMap(Examples::asPlaced));
  }

  private static Stream<Example> asPlaced(Layer fresh) {
    return Stream.of(ROW, SEQUENCE, IMAGE).map(fresh::beside).filter(inputs -> fresh.infer(inputs).ok())
        .map(inputs -> new Example(fresh, Values.AWAY_FROM_ZERO, Mode.TRAIN, inputs));
  }

  private static Stream<Example> named() {
    return Stream.of(basic(), axes(), normalizing(), convolutions(), pools(), recurrent(), attention(), graphs(), graphPools(), readouts(),
        merges(), bends(), losses()).flatMap(s -> s);
  }

  private static Example of(Layer layer, Shape... inputs) {
    return new Example(layer, Values.AWAY_FROM_ZERO, Mode.TRAIN, List.of(inputs));
  }

  private static Stream<Example> basic() {
    return Stream.of(
        of(Input.row(4)),
        of(new Input(IMAGE)),
        of(Dense.of(3, Activation.TANH), ROW),
        of(Dense.of(2, Activation.NONE), SEQUENCE),
        of(new Dense(4, Activation.SOFTMAX, HE, false, true), ROW),
        of(new Dense(4, Activation.SIGMOID, HE, true, false), ROW),
        // while training, each pass forgets others: a slope can only be measured when evaluating
        new Example(new Dropout(0.5), Values.AWAY_FROM_ZERO, Mode.EVALUATE, List.of(ROW)),
        new Example(new Dropout(0), Values.AWAY_FROM_ZERO, Mode.TRAIN, List.of(IMAGE)),
        of(new GaussianSample(2), Shape.of(6)),
        of(new GaussianSample(1), Shape.of(4, 3, 2)),
        of(new GaussianSample(0.5), SEQUENCE, SEQUENCE),
        new Example(new GaussianNoise(0.3), Values.AWAY_FROM_ZERO, Mode.EVALUATE, List.of(SEQUENCE)),
        of(new GaussianNoise(0), IMAGE),
        of(new Flatten(), IMAGE),
        of(new Flatten(), ROW),
        of(new Reshape(Shape.of(1, 3, 4)), SEQUENCE),
        of(new Reshape(Shape.of(60)), IMAGE),
        of(new Slice(Axis.TIME, -1, 0), SEQUENCE),
        of(new Slice(Axis.FEATURE, 1, 3), ROW),
        of(new Slice(Axis.HEIGHT, 1, -2), IMAGE),
        of(new Repeat(3), ROW));
  }

  private static Stream<Example> axes() {
    return Stream.concat(
        Stream.of(AxisOrder.values()).map(order -> of(new Permute(order), order == AxisOrder.FEATURE_TIME ? SEQUENCE : IMAGE)),
        Stream.of(Reduce.Method.values())
            .flatMap(method -> Stream.of(Axis.values()).map(axis -> new Reduce(method, axis)))
            .flatMap(reduce -> Stream.of(ROW, SEQUENCE, IMAGE)
                .filter(shape -> reduce.infer(List.of(shape)).ok())
                .map(shape -> new Example(reduce, Values.LADDER, Mode.TRAIN, List.of(shape)))));
  }

  private static Stream<Example> normalizing() {
    return Stream.of(
        of(new BatchNorm(0.1, 1e-5, true), ROW),
        of(new BatchNorm(0.5, 1e-3, true), SEQUENCE),
        of(new BatchNorm(0.1, 1e-5, false), IMAGE),
        new Example(new BatchNorm(0.1, 1e-3, true), Values.AWAY_FROM_ZERO, Mode.EVALUATE, List.of(IMAGE)),
        new Example(new BatchNorm(0.1, 1e-5, true), Values.AWAY_FROM_ZERO, Mode.EVALUATE, List.of(SEQUENCE)),
        of(new LayerNorm(1e-5, true), ROW),
        of(new LayerNorm(1e-4, true), IMAGE),
        of(new LayerNorm(1e-3, true), SEQUENCE),
        of(new LayerNorm(1e-5, false), IMAGE));
  }

  private static Stream<Example> convolutions() {
    Size three = Size.square(3);
    return Stream.of(
        of(Conv2d.of(3, 3, Padding.SAME, Activation.TANH), IMAGE),
        of(Conv2d.of(2, 2, Padding.VALID, Activation.NONE), IMAGE),
        of(DepthwiseConv2d.of(3, Padding.SAME, Activation.TANH), IMAGE),
        of(new DepthwiseConv2d(3, three, new Size(2, 1), Padding.EXPLICIT, ONE, ONE, Activation.NONE, HE, false, true), IMAGE),
        of(Conv2dTranspose.enlarging(3, 2, Activation.TANH), IMAGE),
        of(new DepthwiseConv2d(2, new Size(2, 3), ONE, Padding.VALID, ZERO, new Size(2, 1), Activation.SIGMOID, HE, true, true), IMAGE),
        of(new Conv2d(2, three, Size.square(2), Padding.SAME, ZERO, Size.square(2), 1, Activation.NONE, HE, true, true), IMAGE),
        of(new Conv2d(6, new Size(2, 3), new Size(1, 2), Padding.EXPLICIT, ONE, ONE, 2, Activation.GELU, HE, true, true), IMAGE),
        of(new Conv2d(5, ONE, Size.square(2), Padding.VALID, ZERO, ONE, 1, Activation.TANH, HE, false, true), IMAGE),
        of(new Conv1d(4, 4, 1, Padding.SAME, 0, 3, 1, Activation.GELU, HE, true, true), SEQUENCE),
        of(new Conv2dTranspose(4, new Size(2, 3), new Size(3, 2), new Size(0, 1), new Size(2, 1), ONE, 2, Activation.NONE, HE, false, true),
            IMAGE),
        of(new Conv2dTranspose(1, three, ONE, ONE, ZERO, new Size(2, 1), 1, Activation.SIGMOID, HE, true, false), IMAGE),
        of(new Upsample2d(new Size(2, 3)), IMAGE),
        of(Conv1d.of(3, 3, Padding.SAME, Activation.TANH), SEQUENCE),
        of(new Conv1d(4, 2, 2, Padding.EXPLICIT, 1, 2, 2, Activation.NONE, HE, true, true), SEQUENCE),
        of(new Conv1d(2, 3, 1, Padding.VALID, 0, 1, 1, Activation.SOFTMAX, HE, false, false), SEQUENCE),
        of(new Conv2d(4, new Size(1, 3), new Size(2, 1), Padding.SAME, ZERO, ONE, 2, Activation.NONE, HE, false, true), IMAGE),
        of(new Conv2d(2, three, ONE, Padding.EXPLICIT, new Size(2, 1), new Size(1, 2), 1, Activation.SIGMOID, HE, true, false), IMAGE));
  }

  private static Stream<Example> pools() {
    Size three = Size.square(3);
    Size two = Size.square(2);
    return Stream.of(
            MaxPool2d.of(2),
            new MaxPool2d(three, two, Padding.EXPLICIT, ONE),
            new MaxPool2d(new Size(3, 2), ONE, Padding.SAME, ZERO),
            AvgPool2d.of(2),
            new MaxPool2d(new Size(2, 4), new Size(1, 3), Padding.EXPLICIT, new Size(0, 2)),
            new MaxPool2d(two, three, Padding.VALID, ZERO),
            new AvgPool2d(three, two, Padding.SAME, ZERO),
            new AvgPool2d(new Size(1, 3), two, Padding.VALID, ZERO),
            new AvgPool2d(three, two, Padding.EXPLICIT, ONE),
            new GlobalAvgPool2d(),
            new GlobalMaxPool2d())
        .map(pool -> new Example(pool, Values.LADDER, Mode.TRAIN, List.of(IMAGE)));
  }

  private static Stream<Example> recurrent() {
    Shape mask = Shape.of(3);
    return Stream.of(
            new Example(SimpleRnn.of(3, false), Values.AWAY_FROM_ZERO, Mode.TRAIN, List.of(SEQUENCE)),
            new Example(new SimpleRnn(2, true, true, 0, HE, true), Values.AWAY_FROM_ZERO, Mode.TRAIN, List.of(SEQUENCE)),
            new Example(Lstm.of(3, true), Values.AWAY_FROM_ZERO, Mode.TRAIN, List.of(SEQUENCE)),
            new Example(new Lstm(2, false, true, 0.5, HE, true), Values.AWAY_FROM_ZERO, Mode.EVALUATE, List.of(SEQUENCE)),
            new Example(Lstm.of(2, false), Values.BITS, Mode.TRAIN, List.of(SEQUENCE, mask)),
            new Example(new Lstm(2, true, true, 0, HE, false), Values.BITS, Mode.TRAIN, List.of(mask, SEQUENCE)),
            new Example(new SimpleRnn(3, false, true, 0, HE, true), Values.BITS, Mode.TRAIN, List.of(SEQUENCE, mask)),
            new Example(new SimpleRnn(2, true, false, 0, HE, false), Values.BITS, Mode.TRAIN, List.of(mask, SEQUENCE)),
            new Example(new Gru(3, true, true, 0, HE, true), Values.BITS, Mode.TRAIN, List.of(SEQUENCE, mask)),
            new Example(Gru.of(5, false), Values.AWAY_FROM_ZERO, Mode.TRAIN, List.of(Shape.of(1, 3))),
            new Example(Gru.of(3, true), Values.AWAY_FROM_ZERO, Mode.TRAIN, List.of(SEQUENCE)),
            new Example(new Gru(2, false, true, 0, HE, true), Values.BITS, Mode.TRAIN, List.of(SEQUENCE, mask)));
  }

  private static Stream<Example> attention() {
    Shape mask = Shape.of(3);
    Shape longer = Shape.of(5, 4);
    PositionalEncoding learned = new PositionalEncoding(PositionalEncoding.Positions.LEARNED, HE, true);
    return Stream.of(
        new Example(Embedding.of(2, 3), Values.BITS, Mode.TRAIN, List.of(ROW)),
        new Example(new Embedding(4, 1, HE, false), Values.BITS, Mode.TRAIN, List.of(Shape.of(1))),
        of(PositionalEncoding.of(PositionalEncoding.Positions.SINUSOIDAL), Shape.of(3, 5)),
        of(learned, SEQUENCE),
        of(MultiHeadAttention.of(2, false), SEQUENCE),
        of(MultiHeadAttention.of(1, true), SEQUENCE),
        of(new MultiHeadAttention(4, false, HE, false, true), SEQUENCE, longer),
        of(new MultiHeadAttention(2, true, HE, true, false), longer, SEQUENCE),
        new Example(MultiHeadAttention.of(2, false), Values.BITS, Mode.TRAIN, List.of(SEQUENCE, mask)),
        new Example(MultiHeadAttention.of(4, true), Values.BITS, Mode.TRAIN, List.of(mask, longer, SEQUENCE)),
        new Example(new PaddingMask(1), Values.BITS, Mode.TRAIN, List.of(ROW)),
        of(new PaddingMask(0), SEQUENCE),
        of(new AverageOverTime(), SEQUENCE),
        new Example(new AverageOverTime(), Values.BITS, Mode.TRAIN, List.of(SEQUENCE, mask)),
        new Example(new MaxOverTime(), Values.LADDER, Mode.TRAIN, List.of(SEQUENCE)),
        new Example(new MaxOverTime(), Values.LADDER, Mode.TRAIN, List.of(mask, SEQUENCE)));
  }

  private static Stream<Example> graphs() {
    Shape features = Shape.of(4, 3);
    Shape adjacency = Shape.of(4, 4);
    return Stream.of(
            of(GraphConv.of(2, Activation.TANH), features, adjacency),
            of(new GraphConv(3, Activation.NONE, HE, false, true), adjacency, features),
            // all scores above 0, far from the corner of their leaky ReLU
            of(new GraphAttention(3, 2, Activation.NONE, Init.constant(0.3), true, true), features, adjacency),
            of(new GraphAttention(2, 1, Activation.TANH, HE, false, false), adjacency, features),
            of(new GraphConv(5, Activation.SIGMOID, HE, true, false), adjacency, adjacency))
        .map(example -> new Example(example.layer(), Values.PROBABILITIES, example.mode(), example.inputs()));
  }

  private static Stream<Example> readouts() {
    List<Shape> nodes = List.of(Shape.of(4, 3));
    List<Shape> masked = List.of(Shape.of(4, 3), Shape.of(4));
    return Stream.of(GraphReadout.Over.values())
        .flatMap(over -> Stream.of(nodes, masked).map(inputs -> new Example(new GraphReadout(over), Values.LADDER, Mode.TRAIN, inputs)));
  }

  private static Stream<Example> graphPools() {
    Shape features = Shape.of(4, 3);
    Shape adjacency = Shape.of(4, 4);
    Shape scores = Shape.of(4, 1);
    Shape mask = Shape.of(4);
    return Stream.of(
            of(GraphPool.nodes(2), features, scores),
            of(GraphPool.nodes(8), scores, features),
            of(GraphPool.nodes(3), mask, scores, features),
            of(GraphPool.edges(2), adjacency, scores),
            of(GraphPool.edges(3), scores, mask, adjacency))
        .map(example -> new Example(example.layer(), Values.LADDER, example.mode(), example.inputs()));
  }

  private static Stream<Example> merges() {
    return Stream.of(
        of(new Add(), ROW, ROW, ROW),
        of(new Add(), IMAGE, IMAGE),
        of(new Multiply(), SEQUENCE, SEQUENCE),
        of(new Multiply(), ROW, ROW, ROW),
        of(new Concatenate(), ROW, Shape.of(2), ROW),
        of(new Concatenate(), SEQUENCE, Shape.of(3, 1)),
        of(new Concatenate(), IMAGE, Shape.of(1, 5, 6)));
  }

  private static Stream<Example> bends() {
    return Stream.of(Activation.values())
        .flatMap(function -> Stream.of(ROW, SEQUENCE, IMAGE)
            .filter(shape -> function.bends(shape).ok())
            .map(shape -> of(new Activate(function), shape)));
  }

  private static Stream<Example> losses() {
    return Stream.concat(
            Stream.of(Loss.values()).map(Output::of).flatMap(output -> Stream.of(Shape.of(4), SEQUENCE, IMAGE)
                .filter(shape -> output.infer(List.of(shape)).ok())
                .map(shape -> new Example(output, Values.LADDER, Mode.TRAIN, List.of(shape)))),
            Stream.of(new Example(new Output(Loss.HUBER, 0.3), Values.LADDER, Mode.TRAIN, List.of(SEQUENCE))));
  }
}
