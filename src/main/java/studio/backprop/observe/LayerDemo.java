package studio.backprop.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.backprop.kernel.Kernels;
import studio.backprop.layer.Group;
import studio.backprop.layer.Input;
import studio.backprop.layer.LayerType;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.op.Mode;
import studio.backprop.plan.Compiler;
import studio.backprop.plan.Compiler.Purpose;
import studio.backprop.plan.Parameters;
import studio.backprop.plan.Plan;
import studio.backprop.tensor.Seeds;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/**
 * Small example run through an untrained layer: a digit of 8 × 8 pixels, a sequence of 10 time steps, a row of numbers or a graph of 6
 * nodes. Immutable.
 *
 * @param in inputs of the layer
 * @param out its output; of a loss one number
 */
public record LayerDemo(List<Part> in, Part out) {
  /** Batch size, for batch statistics. */
  private static final int BATCH = 4;
  private static final Seeds SEEDS = new Seeds(7);
  private static final Shape IMAGE = Shape.of(1, 8, 8);
  private static final Shape SEQUENCE = Shape.of(10, 6);
  private static final Shape ROW = Shape.of(12);
  private static final Shape LONG_ROW = Shape.of(64);
  /** Shape of logits. */
  private static final Shape CLASSES = Shape.of(10);
  private static final int TRUE_CLASS = 2;
  private static final Shape WORDS = Shape.of(8);
  private static final Shape NODES = Shape.of(6, 4);
  private static final Shape EDGES = Shape.of(6, 6);
  private static final List<String> DIGIT = List.of(
      "..####..", ".######.", ".#....#.", "....###.", "...##...", "..##....", ".######.", ".######.");

  /**
   * Numbers of one example.
   *
   * @param values row-major
   */
  public record Part(Shape shape, float[] values) {}

  /** Empty if no example suits the layer. */
  public static Optional<LayerDemo> of(LayerType type, Kernels kernels) {
    if (type.fresh() instanceof Input) {
      return Optional.of(new LayerDemo(List.of(), new Part(IMAGE, example(IMAGE, 0, 0))));
    }
    List<List<Shape>> fit = candidates(type).stream().filter(shapes -> fits(type, shapes)).toList();
    Optional<List<Shape>> telling = fit.stream().filter(shapes -> !type.fresh().infer(shapes).shape().equals(shapes.get(0))).findFirst();
    return telling.or(() -> fit.stream().findFirst()).map(shapes -> run(type, shapes, kernels));
  }

  private static boolean fits(LayerType type, List<Shape> shapes) {
    return shapes.size() >= type.fresh().arity().min() && shapes.size() <= type.fresh().arity().max() && network(type, shapes).analyse()
        .valid();
  }

  /** Input shapes by suitability for the layer group; changes of shape preferred. */
  private static List<List<Shape>> candidates(LayerType type) {
    List<Shape> single = switch (type.group()) {
      case BASIC -> List.of(ROW);
      case LOSS -> List.of(CLASSES);
      case SHAPE -> List.of(IMAGE, SEQUENCE, ROW, LONG_ROW);
      case CONVOLUTION, MERGE -> List.of(IMAGE);
      case SEQUENCE -> List.of(SEQUENCE, WORDS);
      case GRAPH -> List.of(NODES);
    };
    List<List<Shape>> all = new ArrayList<>(single.stream().map(List::of).toList());
    all.add(type.group() == Group.GRAPH ? List.of(NODES, EDGES) : List.of(IMAGE, IMAGE));
    all.add(List.of(NODES, Shape.of(6, 1)));
    return all;
  }

  private static Network network(LayerType type, List<Shape> shapes) {
    Network network = Network.EMPTY;
    for (Shape shape : shapes) {
      network = network.add(new Input(shape), 0, 0);
    }
    int layer = shapes.size() + 1;
    network = network.add(type.fresh(), 0, 0);
    for (int input = 1; input < layer; input++) {
      network = network.wire(input, layer);
    }
    return type.fresh() instanceof Output ? network : network.add(Output.of(Loss.MSE), 0, 0).wire(layer, layer + 1);
  }

  private static LayerDemo run(LayerType type, List<Shape> shapes, Kernels kernels) {
    Network network = network(type, shapes);
    Plan plan = Compiler.compile(network, Parameters.initial(network, network.analyse(), SEEDS), kernels, SEEDS, Purpose.TRAIN, BATCH);
    List<Part> in = IntStream.range(0, shapes.size()).mapToObj(input -> new Part(shapes.get(input), example(shapes.get(input), input, 0)))
        .toList();
    for (int input = 0; input < shapes.size(); input++) {
      for (int row = 0; row < BATCH; row++) {
        plan.inputs().get(input).setRow(row, example(shapes.get(input), input, row), 0);
      }
    }
    plan.begin(0);
    if (type.fresh() instanceof Output) {
      float[] target = new float[(int) CLASSES.count()];
      target[TRUE_CLASS] = 1;
      IntStream.range(0, BATCH).forEach(row -> plan.target().setRow(row, target, 0));
      plan.forwardToLoss(Mode.TRAIN);
      plan.forwardLoss(Mode.TRAIN);
      return new LayerDemo(in, new Part(Shape.SCALAR, new float[] {plan.lossValue()}));
    }
    plan.forward(Mode.TRAIN);
    Tensor output = plan.output(shapes.size() + 1).orElseThrow();
    float[] values = new float[(int) output.shape().count()];
    output.copyRow(0, values);
    return new LayerDemo(in, new Part(output.shape(), values));
  }

  /** @param row 0 for the displayed example; others vary */
  private static float[] example(Shape shape, int input, int row) {
    int count = (int) shape.count();
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = value(shape, input, row, i);
    }
    return values;
  }

  private static float value(Shape shape, int input, int row, int place) {
    if (shape.equals(IMAGE)) {
      int y = place / 8;
      int x = (place + row) % 8;
      boolean ink = input == 0 ? DIGIT.get(y).charAt(x) == '#' : x == y || x == 7 - y;
      return ink ? 1 : 0;
    }
    if (shape.equals(CLASSES)) {
      return (float) Math.log(place == TRUE_CLASS ? 0.55 : 0.05);
    }
    if (shape.equals(WORDS)) {
      return (7 * place + 3 * row) % 11 * (place < 6 ? 1 : 0);
    }
    if (shape.equals(EDGES)) {
      int distance = Math.abs(place / 6 - place % 6);
      return distance <= 1 || distance == 5 ? 1 / 3f : 0;
    }
    double phase = shape.rank() == 2 ? place / shape.size(1) * 0.7 + place % shape.size(1) * 1.1 : place * 0.9;
    return (float) Math.sin(phase + row);
  }
}
