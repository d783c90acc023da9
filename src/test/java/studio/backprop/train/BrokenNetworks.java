package studio.backprop.train;

import java.util.List;
import java.util.Optional;
import studio.backprop.data.DataSettings;
import studio.backprop.layer.Activate;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Add;
import studio.backprop.layer.AverageOverTime;
import studio.backprop.layer.AxisOrder;
import studio.backprop.layer.Concatenate;
import studio.backprop.layer.Conv1d;
import studio.backprop.layer.Conv2d;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Embedding;
import studio.backprop.layer.Flatten;
import studio.backprop.layer.GaussianSample;
import studio.backprop.layer.Input;
import studio.backprop.layer.Layer;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.layer.LayerType;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Lstm;
import studio.backprop.layer.MaxPool2d;
import studio.backprop.layer.MultiHeadAttention;
import studio.backprop.layer.Output;
import studio.backprop.layer.Padding;
import studio.backprop.layer.Permute;
import studio.backprop.layer.Reshape;
import studio.backprop.layer.Slice;
import studio.backprop.network.Network;
import studio.backprop.network.Wire;
import studio.backprop.project.DataForm;
import studio.backprop.setting.Size;
import studio.backprop.tensor.Axis;
import studio.backprop.tensor.Shape;

/** One broken network for each rule, by the key of its sentence. */
public final class BrokenNetworks {
  /**
   * @param rule the key of the sentence that is to be said
   * @param data what it is to learn from
   */
  public record Broken(String rule, String data, Network network) {
    /** What it is to fit. */
    public Optional<DataForm> form() {
      return DataForm.of(DataSettings.of(data));
    }

    @Override
    public String toString() {
      return rule;
    }
  }

  private static final Layer DIGITS = new Input(Shape.of(1, 8, 8));
  private static final Layer IRIS = Input.row(4);
  private static final Layer CONV = Conv2d.of(8, 3, Padding.SAME, Activation.RELU);
  private static final Layer ROWS = new Reshape(Shape.of(8, 8));
  private static final Layer TEN = Dense.of(10, Activation.SOFTMAX);
  private static final Layer THREE = Dense.of(3, Activation.SOFTMAX);
  private static final Layer CROSS_ENTROPY = Output.of(Loss.CROSS_ENTROPY);

  private BrokenNetworks() {}

  /** Layers one after the other, with the ids 1, 2, 3, … */
  public static Network chain(Layer... layers) {
    Network network = Network.EMPTY;
    for (Layer layer : layers) {
      int added = network.nextId();
      network = network.add(layer, 160 * (added - 1), 140);
      network = added > 1 ? network.wire(added - 1, added) : network;
    }
    return network;
  }

  /** Two layers over the same input, merged, and on to the loss: the ids are 1 input, 2 and 3 branches, 4 merge, then the rest. */
  private static Network diamond(Layer input, Layer left, Layer right, Layer merge, Layer... rest) {
    Network network = chain(input, left).add(right, 160, 380).add(merge, 320, 140).wire(1, 3).wire(2, 4).wire(3, 4);
    int last = 4;
    for (Layer layer : rest) {
      int added = network.nextId();
      network = network.add(layer, 160 * (added - 1), 140).wire(last, added);
      last = added;
    }
    return network;
  }

  public static List<Broken> all() {
    Conv2d conv = (Conv2d) CONV;
    Layer threeGroups = new Conv2d(8, Size.square(3), Size.square(1), Padding.SAME, Size.square(0), Size.square(1), 3, Activation.RELU,
        conv.init(), true, true);
    Layer padded = new MaxPool2d(Size.square(2), Size.square(2), Padding.EXPLICIT, Size.square(2));
    Network shared = chain(IRIS, Dense.of(4, Activation.RELU), Dense.of(8, Activation.RELU), THREE, CROSS_ENTROPY);
    Network unwired = chain(IRIS, THREE, CROSS_ENTROPY);
    Network circle = chain(IRIS, Dense.of(4, Activation.RELU), new Add(), THREE, CROSS_ENTROPY);
    return List.of(
        new Broken("network.empty", "iris", Network.EMPTY),
        new Broken("network.no_loss", "digits", chain(DIGITS, CONV)),
        new Broken("network.two_losses", "iris", unwired.add(CROSS_ENTROPY, 480, 380).wire(2, 4)),
        new Broken("problem.setting", "iris", chain(IRIS, Dense.of(0, Activation.RELU), THREE, CROSS_ENTROPY)),
        new Broken("problem.no_input", "iris", unwired.unwire(1, 2)),
        new Broken("problem.no_input", "iris", unwired.unwire(2, 3)),
        new Broken("problem.few_inputs", "iris", chain(IRIS, Dense.of(4, Activation.RELU), new Add(), THREE, CROSS_ENTROPY)),
        new Broken("problem.too_large", "digits",
            chain(new Input(Shape.of(1, 256, 256)), Conv2d.of(4096, 3, Padding.SAME, Activation.RELU), new Flatten(), TEN, CROSS_ENTROPY)),
        new Broken("problem.sharing", "iris", sharing(shared)),
        new Broken("problem.circle", "iris", new Network(circle.nodes(), plus(circle.wires(), new Wire(4, 3)), circle.nextId())),
        new Broken("refuse.needs_row", "digits", chain(DIGITS, CONV, TEN, CROSS_ENTROPY)),
        new Broken("refuse.needs_image", "digits", chain(DIGITS, new Flatten(), CONV, new Flatten(), TEN, CROSS_ENTROPY)),
        new Broken("refuse.window_too_large", "digits",
            chain(DIGITS, MaxPool2d.of(4), MaxPool2d.of(2), MaxPool2d.of(2), new Flatten(), TEN, CROSS_ENTROPY)),
        new Broken("refuse.groups", "digits", chain(DIGITS, threeGroups, new Flatten(), TEN, CROSS_ENTROPY)),
        new Broken("refuse.pool_padding", "digits", chain(DIGITS, padded, new Flatten(), TEN, CROSS_ENTROPY)),
        new Broken("refuse.reshape", "digits", chain(DIGITS, new Flatten(), new Reshape(Shape.of(1, 7, 7)), new Flatten(), TEN,
            CROSS_ENTROPY)),
        new Broken("refuse.needs_equal_shapes", "digits",
            diamond(DIGITS, CONV, Conv2d.of(16, 3, Padding.SAME, Activation.RELU), new Add(), new Flatten(), TEN, CROSS_ENTROPY)),
        new Broken("refuse.needs_pairs", "digits", chain(DIGITS, new Flatten(), Dense.of(5, Activation.NONE), new GaussianSample(1), TEN,
            CROSS_ENTROPY)),
        new Broken("refuse.cannot_join", "digits", diamond(DIGITS, CONV, MaxPool2d.of(2), new Concatenate(), new Flatten(), TEN,
            CROSS_ENTROPY)),
        new Broken("refuse.softmax_of_image", "digits", chain(DIGITS, new Activate(Activation.SOFTMAX), new Flatten(), TEN, CROSS_ENTROPY)),
        new Broken("refuse.needs_classes", "circles", chain(Input.row(2), Dense.of(1, Activation.NONE), CROSS_ENTROPY)),
        new Broken("refuse.needs_sequence", "digits", chain(DIGITS, Lstm.of(8, false), TEN, CROSS_ENTROPY)),
        new Broken("refuse.needs_mask", "digits",
            chain(DIGITS, new Flatten(), new Reshape(Shape.of(8, 8)), Lstm.of(8, false), TEN, CROSS_ENTROPY).wire(2, 4)),
        new Broken("refuse.needs_tokens", "digits", chain(DIGITS, Embedding.of(17, 4), new Flatten(), TEN, CROSS_ENTROPY)),
        new Broken("ready.vocabulary", "names", chain(
            new Input(Shape.of(16)), Embedding.of(20, 8), Lstm.of(8, false), Dense.of(2, Activation.SOFTMAX), CROSS_ENTROPY)),
        new Broken("refuse.heads", "digits", chain(
            DIGITS, new Flatten(), new Reshape(Shape.of(8, 8)), MultiHeadAttention.of(3, false), new AverageOverTime(), TEN,
            CROSS_ENTROPY)),
        new Broken("refuse.cross_features", "digits", diamond(
            DIGITS, new Reshape(Shape.of(8, 8)), new Reshape(Shape.of(16, 4)), MultiHeadAttention.of(2, false), new AverageOverTime(), TEN,
            CROSS_ENTROPY)),
        new Broken("refuse.many_sequences", "digits", diamond(
            DIGITS, new Reshape(Shape.of(8, 8)), new Reshape(Shape.of(8, 8)), new AverageOverTime(), TEN, CROSS_ENTROPY)),
        new Broken("refuse.window_too_long", "digits",
            chain(DIGITS, ROWS, Conv1d.of(8, 11, Padding.VALID, Activation.RELU), new Flatten(), TEN, CROSS_ENTROPY)),
        new Broken("refuse.groups_of_features", "digits",
            chain(DIGITS, ROWS, with(Conv1d.of(8, 3, Padding.SAME, Activation.RELU), "groups", 3),
            new Flatten(), TEN, CROSS_ENTROPY)),
        new Broken("refuse.output_padding", "digits",
            chain(DIGITS, with(fresh("conv2d_transpose"), "outputPad", Size.square(4)), new Flatten(), TEN, CROSS_ENTROPY)),
        new Broken("refuse.nothing_left", "digits",
            chain(DIGITS, with(fresh("conv2d_transpose"), "pad", Size.square(12)), new Flatten(), TEN, CROSS_ENTROPY)),
        new Broken("refuse.no_axis", "digits",
            chain(DIGITS, new Flatten(), new Slice(Axis.TIME, 0, 4), TEN, CROSS_ENTROPY)),
        new Broken("refuse.slice", "digits", chain(DIGITS, ROWS, new Slice(Axis.TIME, 2, 12), new Flatten(), TEN, CROSS_ENTROPY)),
        new Broken("refuse.order", "digits",
            chain(DIGITS, ROWS, new Permute(AxisOrder.values()[AxisOrder.values().length - 1]), new Flatten(), TEN, CROSS_ENTROPY)),
        new Broken("refuse.needs_nodes", "digits", chain(DIGITS, fresh("graph_readout"), TEN, CROSS_ENTROPY)),
        new Broken("refuse.needs_adjacency", "digits",
            chain(new Input(Shape.of(4, 12)), fresh("graph_conv"), fresh("graph_readout"), TEN, CROSS_ENTROPY)
                .add(new Input(Shape.of(2, 8)), 0, 380).wire(6, 2)),
        new Broken("refuse.needs_scores", "digits", diamond(
            DIGITS, new Reshape(Shape.of(16, 4)), new Reshape(Shape.of(16, 4)), fresh("graph_pool"), fresh("graph_readout"), TEN,
            CROSS_ENTROPY)),
        new Broken("ready.no_input", "iris", chain(THREE, CROSS_ENTROPY)),
        new Broken("ready.input", "iris", chain(Input.row(2), THREE, CROSS_ENTROPY)),
        new Broken("ready.inputs", "iris",
            chain(Input.row(2), new Concatenate(), THREE, CROSS_ENTROPY).add(Input.row(3), 0, 380).wire(5, 2)),
        new Broken("ready.loss_numbers", "diabetes",
            chain(Input.row(10), Dense.of(1, Activation.NONE), Output.of(Loss.BINARY_CROSS_ENTROPY))),
        new Broken("ready.one_output", "diabetes", chain(Input.row(10), Dense.of(2, Activation.NONE), Output.of(Loss.MSE))),
        new Broken("ready.two_classes", "circles", chain(Input.row(2), Dense.of(5, Activation.NONE), Output.of(Loss.BINARY_CROSS_ENTROPY))),
        new Broken("ready.classes", "digits", chain(DIGITS, new Flatten(), Dense.of(64, Activation.NONE), CROSS_ENTROPY)),
        new Broken("ready.answers", "digits-copy", chain(DIGITS, new Flatten(), Dense.of(10, Activation.NONE), Output.of(Loss.MSE))),
        new Broken("hint.wants_softmax", "iris", chain(IRIS, Dense.of(3, Activation.RELU), CROSS_ENTROPY)),
        new Broken("hint.wants_sigmoid", "circles",
            chain(Input.row(2), Dense.of(1, Activation.TANH), Output.of(Loss.BINARY_CROSS_ENTROPY))),
        new Broken("hint.always_one", "circles",
            chain(Input.row(2), Dense.of(1, Activation.SOFTMAX), Output.of(Loss.BINARY_CROSS_ENTROPY))),
        new Broken("hint.softmax_twice", "iris", chain(IRIS, THREE, new Activate(Activation.SOFTMAX), CROSS_ENTROPY)),
        new Broken("hint.step", "iris", chain(IRIS, Dense.of(8, Activation.STEP), THREE, CROSS_ENTROPY)),
        new Broken("hint.unused", "iris", unwired.add(LayerCatalog.find("dropout").orElseThrow().fresh(), 320, 380).wire(1, 4)));
  }

  private static Layer fresh(String type) {
    return LayerCatalog.find(type).orElseThrow().fresh();
  }

  /** A copy with one setting changed. */
  private static Layer with(Layer layer, String name, Object value) {
    LayerType type = LayerCatalog.typeOf(layer);
    return type.form().with(layer, type.settings().stream().filter(setting -> setting.name().equals(name)).findFirst().orElseThrow(),
        value);
  }

  /** The second Dense uses the weights of the first, over an input of another width. */
  private static Network sharing(Network network) {
    return network.with(3, node -> node.withLayer(network.node(2).layer())).with(1, node -> node.withLayer(Input.row(3)))
        .with(3, node -> node.withWeightsOf(2));
  }

  private static List<Wire> plus(List<Wire> wires, Wire more) {
    return java.util.stream.Stream.concat(wires.stream(), java.util.stream.Stream.of(more)).toList();
  }
}
