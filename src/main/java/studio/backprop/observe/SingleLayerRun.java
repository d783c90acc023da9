package studio.backprop.observe;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.layer.Flatten;
import studio.backprop.layer.Input;
import studio.backprop.layer.Layer;
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
import studio.backprop.train.learn.Feed;

/** Single layer without parameters, applied to arbitrary numbers. */
public final class SingleLayerRun {
  /** Largest input, for display. */
  private static final long MOST_NUMBERS = 1 << 16;

  private final Network network;
  private final int node;

  private SingleLayerRun(Network network, int node) {
    this.network = network;
    this.node = node;
  }

  /** Empty for a layer with parameters, of large inputs, or that cannot be between inputs and a loss. */
  public static Optional<SingleLayerRun> of(Layer layer, List<Shape> inputs) {
    long count = inputs.stream().mapToLong(Shape::count).sum();
    if (inputs.isEmpty() || count > MOST_NUMBERS) {
      return Optional.empty();
    }
    Network network = around(layer, inputs);
    boolean plain = network.analyse().valid() && network.outputs().size() == 1 && layer.parameters(inputs).isEmpty();
    return plain ? Optional.of(new SingleLayerRun(network, inputs.size() + 1)) : Optional.empty();
  }

  private static Network around(Layer layer, List<Shape> inputs) {
    Network network = Network.EMPTY;
    for (Shape shape : inputs) {
      network = network.add(new Input(shape), 0, 0);
    }
    int node = inputs.size() + 1;
    network = network.add(layer, 1, 0).add(new Flatten(), 2, 0).add(Output.of(Loss.MSE), 3, 0);
    for (int input = 1; input < node; input++) {
      network = network.wire(input, node);
    }
    return network.wire(node, node + 1).wire(node + 1, node + 2);
  }

  /** Output, row-major. @param numbers of all inputs, concatenated */
  public float[] answer(float[] numbers) {
    try (Kernels kernels = KernelChoice.create(1)) {
      Plan plan = compile(kernels, Purpose.PREDICT);
      Feed.put(numbers, 0, numbers.length, plan);
      plan.forward(Mode.EVALUATE);
      float[] answer = new float[plan.output(node).orElseThrow().rowCount()];
      plan.output(node).orElseThrow().copyRow(0, answer);
      return answer;
    }
  }

  /**
   * Gradient of the sum of the outputs, row-major: of an element-wise layer, the derivatives.
   *
   * @param numbers of all inputs, concatenated
   */
  public float[] slopes(float[] numbers) {
    try (Kernels kernels = KernelChoice.create(1)) {
      Plan plan = compile(kernels, Purpose.EXPLAIN);
      Feed.put(numbers, 0, numbers.length, plan);
      plan.forward(Mode.EVALUATE);
      plan.clearGradients();
      Arrays.fill(plan.output(node).orElseThrow().grads(), 1);
      for (int step = plan.steps().size() - 1; step >= 0; step--) {
        if (plan.steps().get(step).node() == node) {
          plan.backward(step);
        }
      }
      float[] slopes = new float[numbers.length];
      int at = 0;
      for (Tensor input : plan.inputs()) {
        float[] row = new float[input.rowCount()];
        input.copyRowGrad(0, row);
        System.arraycopy(row, 0, slopes, at, row.length);
        at += row.length;
      }
      return slopes;
    }
  }

  private Plan compile(Kernels kernels, Purpose purpose) {
    Seeds seeds = new Seeds(0);
    return Compiler.compile(network, Parameters.initial(network, network.analyse(), seeds), kernels, seeds, purpose, 1);
  }

  /** Index of each output among all inputs, if the layer only permutes or copies numbers. Found by applying it to indices. */
  public Optional<int[]> route() {
    int count = network.nodes().stream().filter(placed -> placed.layer() instanceof Input)
        .mapToInt(placed -> (int) ((Input) placed.layer()).shape().count()).sum();
    float[] places = new float[count];
    float[] negative = new float[count];
    for (int i = 0; i < count; i++) {
      places[i] = i + 1;
      negative[i] = -2 * i - 1;
    }
    float[] answer = answer(places);
    float[] check = answer(negative);
    int[] route = IntStream.range(0, answer.length).map(i -> Math.round(answer[i]) - 1).toArray();
    boolean moves = IntStream.range(0, route.length).allMatch(
        i -> route[i] >= 0 && route[i] < count && answer[i] == places[route[i]] && check[i] == negative[route[i]]);
    return moves ? Optional.of(route) : Optional.empty();
  }
}
