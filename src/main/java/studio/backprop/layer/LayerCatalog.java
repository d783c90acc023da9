package studio.backprop.layer;

import java.util.List;
import java.util.Optional;
import studio.backprop.setting.Size;
import studio.backprop.tensor.Axis;
import studio.backprop.tensor.Shape;

/** Every kind of layer there is, in the palette's order. To add a layer, write its record and add a line here. */
public final class LayerCatalog {
  private static final List<LayerType> TYPES =
      List.of(
          LayerType.of("input", Group.BASIC, "input", Input.row(2)),
          LayerType.of("dense", Group.BASIC, "dense", Dense.of(8, Activation.RELU)),
          LayerType.of("activation", Group.BASIC, "act", new Activate(Activation.RELU)),
          LayerType.of("dropout", Group.BASIC, "drop", new Dropout(0.25)),
          LayerType.of("gaussian_sample", Group.BASIC, "sample", new GaussianSample(1)),
          LayerType.of("gaussian_noise", Group.BASIC, "noise", new GaussianNoise(0.1)),
          LayerType.of("batch_norm", Group.BASIC, "norm", new BatchNorm(0.1, 1e-5, true)),
          LayerType.of("layer_norm", Group.BASIC, "norm", new LayerNorm(1e-5, true)),
          LayerType.of("flatten", Group.SHAPE, "flat", new Flatten()),
          LayerType.of("reshape", Group.SHAPE, "reshape", new Reshape(Shape.of(1, 8, 8))),
          LayerType.of("permute", Group.SHAPE, "permute", new Permute(AxisOrder.FEATURE_TIME)),
          LayerType.of("slice", Group.SHAPE, "slice", new Slice(Axis.TIME, -1, 0)),
          LayerType.of("reduce", Group.SHAPE, "reduce", new Reduce(Reduce.Method.MEAN, Axis.TIME)),
          LayerType.of("repeat", Group.SHAPE, "repeat", new Repeat(8)),
          LayerType.of("conv2d", Group.CONVOLUTION, "conv", Conv2d.of(8, 3, Padding.SAME, Activation.RELU)),
          LayerType.of("depthwise_conv2d", Group.CONVOLUTION, "depth", DepthwiseConv2d.of(3, Padding.SAME, Activation.RELU)),
          LayerType.of("conv2d_transpose", Group.CONVOLUTION, "deconv", Conv2dTranspose.enlarging(8, 2, Activation.RELU)),
          LayerType.of("upsample2d", Group.CONVOLUTION, "up", new Upsample2d(Size.square(2))),
          LayerType.of("max_pool2d", Group.CONVOLUTION, "pool", MaxPool2d.of(2)),
          LayerType.of("avg_pool2d", Group.CONVOLUTION, "pool", AvgPool2d.of(2)),
          LayerType.of("global_avg_pool2d", Group.CONVOLUTION, "pool", new GlobalAvgPool2d()),
          LayerType.of("global_max_pool2d", Group.CONVOLUTION, "pool", new GlobalMaxPool2d()),
          LayerType.of("conv1d", Group.SEQUENCE, "conv", Conv1d.of(16, 5, Padding.SAME, Activation.RELU)),
          LayerType.of("simple_rnn", Group.SEQUENCE, "rnn", SimpleRnn.of(16, false)),
          LayerType.of("lstm", Group.SEQUENCE, "lstm", Lstm.of(16, false)),
          LayerType.of("gru", Group.SEQUENCE, "gru", Gru.of(16, false)),
          LayerType.of("embedding", Group.SEQUENCE, "embed", Embedding.of(64, 16)),
          LayerType.of("positional_encoding", Group.SEQUENCE, "pos", PositionalEncoding.of(PositionalEncoding.Positions.SINUSOIDAL)),
          LayerType.of("multi_head_attention", Group.SEQUENCE, "attn", MultiHeadAttention.of(2, false)),
          LayerType.of("padding_mask", Group.SEQUENCE, "mask", new PaddingMask(0)),
          LayerType.of("average_over_time", Group.SEQUENCE, "mean", new AverageOverTime()),
          LayerType.of("max_over_time", Group.SEQUENCE, "max", new MaxOverTime()),
          LayerType.of("graph_conv", Group.GRAPH, "graph", GraphConv.of(16, Activation.RELU)),
          LayerType.of("graph_attention", Group.GRAPH, "gat", GraphAttention.of(8, 4, Activation.ELU)),
          LayerType.of("graph_readout", Group.GRAPH, "read", new GraphReadout(GraphReadout.Over.MEAN)),
          LayerType.of("add", Group.MERGE, "add", new Add()),
          LayerType.of("multiply", Group.MERGE, "mul", new Multiply()),
          LayerType.of("concatenate", Group.MERGE, "cat", new Concatenate()),
          LayerType.of("output", Group.LOSS, "loss", Output.of(Loss.CROSS_ENTROPY)));

  private LayerCatalog() {}

  public static List<LayerType> types() {
    return TYPES;
  }

  public static Optional<LayerType> find(String id) {
    return TYPES.stream().filter(type -> type.id().equals(id)).findFirst();
  }

  public static LayerType typeOf(Layer layer) {
    return TYPES.stream()
        .filter(type -> type.fresh().getClass() == layer.getClass())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(layer.getClass() + " is not in the catalog"));
  }
}
