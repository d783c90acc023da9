package studio.backprop.layer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.backprop.setting.Size;
import studio.backprop.tensor.Axis;
import studio.backprop.tensor.Shape;

/** Registry of layers, in the palette's order. A new layer needs its record and an entry here. */
public final class LayerCatalog {
  private static final List<LayerType> TYPES =
      List.of(
          LayerType.of("input", Group.BASIC, "input", "login-variant", Input.row(2)),
          LayerType.of("dense", Group.BASIC, "dense", "hub-outline", Dense.of(8, Activation.RELU)),
          LayerType.of("activation", Group.BASIC, "act", "chart-bell-curve-cumulative", new Activate(Activation.RELU)),
          LayerType.of("dropout", Group.BASIC, "drop", "circle-off-outline", new Dropout(0.25)),
          LayerType.of("gaussian_sample", Group.BASIC, "sample", "dice-5-outline", new GaussianSample(1)),
          LayerType.of("gaussian_noise", Group.BASIC, "noise", "grain", new GaussianNoise(0.1)),
          LayerType.of("batch_norm", Group.BASIC, "norm", "chart-bell-curve", new BatchNorm(0.1, 1e-5, true)),
          LayerType.of("layer_norm", Group.BASIC, "norm", "format-align-middle", new LayerNorm(1e-5, true)),
          LayerType.of("rms_norm", Group.BASIC, "norm", "square-root", new RmsNorm(1e-5, true)),
          LayerType.of("flatten", Group.SHAPE, "flat", "view-sequential-outline", new Flatten()),
          LayerType.of("reshape", Group.SHAPE, "reshape", "shape-outline", new Reshape(Shape.of(1, 8, 8))),
          LayerType.of("permute", Group.SHAPE, "permute", "swap-horizontal-variant", new Permute(AxisOrder.FEATURE_TIME)),
          LayerType.of("slice", Group.SHAPE, "slice", "scissors-cutting", new Slice(Axis.TIME, -1, 0)),
          LayerType.of("reduce", Group.SHAPE, "reduce", "sigma", new Reduce(Reduce.Method.MEAN, Axis.TIME)),
          LayerType.of("repeat", Group.SHAPE, "repeat", "content-duplicate", new Repeat(8)),
          LayerType.of("conv2d", Group.CONVOLUTION, "conv", "camera-metering-matrix", Conv2d.of(8, 3, Padding.SAME, Activation.RELU)),
          LayerType.of("depthwise_conv2d", Group.CONVOLUTION, "depth", "layers-outline",
              DepthwiseConv2d.of(3, Padding.SAME, Activation.RELU)),
          LayerType.of("conv2d_transpose", Group.CONVOLUTION, "deconv", "arrow-expand-all",
              Conv2dTranspose.enlarging(8, 2, Activation.RELU)),
          LayerType.of("upsample2d", Group.CONVOLUTION, "up", "magnify-expand", new Upsample2d(Size.square(2))),
          LayerType.of("max_pool2d", Group.CONVOLUTION, "pool", "arrow-collapse-up", MaxPool2d.of(2)),
          LayerType.of("avg_pool2d", Group.CONVOLUTION, "pool", "arrow-collapse", AvgPool2d.of(2)),
          LayerType.of("global_avg_pool2d", Group.CONVOLUTION, "pool", "arrow-collapse-all", new GlobalAvgPool2d()),
          LayerType.of("global_max_pool2d", Group.CONVOLUTION, "pool", "chevron-triple-up", new GlobalMaxPool2d()),
          LayerType.of("conv1d", Group.SEQUENCE, "conv", "waveform", Conv1d.of(16, 5, Padding.SAME, Activation.RELU)),
          LayerType.of("simple_rnn", Group.SEQUENCE, "rnn", "rotate-right", SimpleRnn.of(16, false)),
          LayerType.of("lstm", Group.SEQUENCE, "lstm", "memory", Lstm.of(16, false)),
          LayerType.of("gru", Group.SEQUENCE, "gru", "boom-gate-outline", Gru.of(16, false)),
          LayerType.of("embedding", Group.SEQUENCE, "embed", "format-letter-case", Embedding.of(64, 16)),
          LayerType.of("positional_encoding", Group.SEQUENCE, "pos", "cosine-wave",
              PositionalEncoding.of(PositionalEncoding.Positions.SINUSOIDAL)),
          LayerType.of("multi_head_attention", Group.SEQUENCE, "attn", "spotlight-beam", MultiHeadAttention.of(2, false)),
          LayerType.of("padding_mask", Group.SEQUENCE, "mask", "transition-masked", new PaddingMask(0)),
          LayerType.of("average_over_time", Group.SEQUENCE, "mean", "chart-timeline-variant", new AverageOverTime()),
          LayerType.of("max_over_time", Group.SEQUENCE, "max", "summit", new MaxOverTime()),
          LayerType.of("graph_conv", Group.GRAPH, "graph", "graph-outline", GraphConv.of(16, Activation.RELU)),
          LayerType.of("graph_attention", Group.GRAPH, "gat", "graph", GraphAttention.of(8, 4, Activation.ELU)),
          LayerType.of("graph_pool", Group.GRAPH, "top k", "podium", GraphPool.nodes(8)),
          LayerType.of("graph_readout", Group.GRAPH, "read", "call-merge", new GraphReadout(GraphReadout.Over.MEAN)),
          LayerType.of("add", Group.MERGE, "add", "plus", new Add()),
          LayerType.of("multiply", Group.MERGE, "mul", "multiplication", new Multiply()),
          LayerType.of("concatenate", Group.MERGE, "cat", "table-merge-cells", new Concatenate()),
          LayerType.of("output", Group.LOSS, "loss", "target", Output.of(Loss.CROSS_ENTROPY)));

  /** Types not offered by the palette: two batches need adversarial training. */
  private static final List<LayerType> UNOFFERED =
      List.of(LayerType.of("batch_concat", Group.MERGE, "batches", "set-merge", new BatchConcat()));

  private LayerCatalog() {}

  /** Types of the palette. */
  public static List<LayerType> types() {
    return TYPES;
  }

  /** All types, including those not in the palette. */
  public static List<LayerType> known() {
    return Stream.concat(TYPES.stream(), UNOFFERED.stream()).toList();
  }

  /** Input node for data of this shape. */
  public static Layer input(Shape data) {
    return new Input(data);
  }

  /** Loss node. */
  public static Layer output(Loss loss) {
    return Output.of(loss);
  }

  private static Stream<LayerType> all() {
    return Stream.concat(TYPES.stream(), UNOFFERED.stream());
  }

  public static Optional<LayerType> find(String id) {
    return all().filter(type -> type.id().equals(id)).findFirst();
  }

  public static LayerType typeOf(Layer layer) {
    return all()
        .filter(type -> type.fresh().getClass() == layer.getClass())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(layer.getClass() + " is not in the catalog"));
  }
}
