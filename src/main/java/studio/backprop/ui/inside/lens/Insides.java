package studio.backprop.ui.inside.lens;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import studio.backprop.network.Node;
import studio.backprop.observe.NodeTrace;
import studio.backprop.op.AddNoise;
import studio.backprop.op.AddPositions;
import studio.backprop.op.Affine;
import studio.backprop.op.Convolve;
import studio.backprop.op.ConvolveSequence;
import studio.backprop.op.ConvolveTransposed;
import studio.backprop.op.DropoutMask;
import studio.backprop.op.Elementwise;
import studio.backprop.op.Gather;
import studio.backprop.op.GlobalAverage;
import studio.backprop.op.KeepEdges;
import studio.backprop.op.KeepNodes;
import studio.backprop.op.LayerNormalization;
import studio.backprop.op.LossOp;
import studio.backprop.op.MeanOver;
import studio.backprop.op.NeighbourAttention;
import studio.backprop.op.NormalizeBatch;
import studio.backprop.op.NormalizeImages;
import studio.backprop.op.Op;
import studio.backprop.op.Pool;
import studio.backprop.op.Product;
import studio.backprop.op.Recurrent;
import studio.backprop.op.Relu;
import studio.backprop.op.SampleGaussian;
import studio.backprop.op.ScaledDotProductAttention;
import studio.backprop.op.Softmax;
import studio.backprop.op.Sum;
import studio.backprop.op.SumNeighbours;
import studio.backprop.op.TimeAverage;
import studio.backprop.op.TimeMax;
import studio.backprop.ui.inside.lens.attention.AttentionInside;
import studio.backprop.ui.inside.lens.conv.ConvInside;
import studio.backprop.ui.inside.lens.conv.TransposedInside;
import studio.backprop.ui.inside.lens.dense.DenseInside;
import studio.backprop.ui.inside.lens.elementwise.ActivationInside;
import studio.backprop.ui.inside.lens.elementwise.DropoutInside;
import studio.backprop.ui.inside.lens.embedding.EmbeddingInside;
import studio.backprop.ui.inside.lens.graph.GraphInside;
import studio.backprop.ui.inside.lens.link.LinkInside;
import studio.backprop.ui.inside.lens.loss.LossInside;
import studio.backprop.ui.inside.lens.norm.NormInside;
import studio.backprop.ui.inside.lens.recurrent.RecurrentInside;
import studio.backprop.ui.inside.lens.sheet.GeneralInside;
import studio.backprop.ui.inside.lens.sheet.InsideView;
import studio.backprop.ui.inside.lens.sheet.LensDesk;
import studio.backprop.ui.inside.lens.sheet.LensModel.Quantity;
import studio.backprop.ui.inside.lens.sheet.WithNumbers;

/** Registry of the inside views: the first entry that matches one of the node's ops, otherwise the general view of all tensors. */
final class Insides {
  @FunctionalInterface
  private interface Maker {
    InsideView make(LensDesk desk, Node node, NodeTrace look);
  }

  /**
   * View and its ops.
   *
   * @param kinds classes of ops of which the node must have one
   */
  private record Entry(Set<Class<? extends Op>> kinds, Maker maker) {
    boolean knows(NodeTrace look) {
      return look.example().stream().anyMatch(op -> kinds.stream().anyMatch(kind -> kind.isAssignableFrom(op.kind())));
    }
  }

  /** More specific entries first: an attention also has matrix products, a convolution also an activation. */
  private static final List<Entry> ENTRIES =
      List.of(
          withNumbers(AttentionInside::new, ScaledDotProductAttention.class),
          withNumbers(RecurrentInside::new, Recurrent.class),
          withNumbers(LossInside::new, LossOp.class),
          values(NormInside::new, NormalizeBatch.class, NormalizeImages.class, LayerNormalization.class),
          values(EmbeddingInside::new, Gather.class),
          withNumbers(GraphInside::new, SumNeighbours.class, NeighbourAttention.class),
          withNumbers(DropoutInside::new, DropoutMask.class),
          withNumbers(ConvInside::new, Convolve.class, ConvolveSequence.class),
          withNumbers(TransposedInside::new, ConvolveTransposed.class),
          new Entry(Set.of(SampleGaussian.class), (desk, node, look) -> LinkInside.drawing(desk)),
          new Entry(Set.of(Pool.class, GlobalAverage.class, MeanOver.class),
              (desk, node, look) -> LinkInside.pooling(desk, node.layer(), look)),
          new Entry(Set.of(KeepNodes.class, KeepEdges.class), (desk, node, look) -> LinkInside.keeping(desk)),
          new Entry(Set.of(TimeMax.class, TimeAverage.class), (desk, node, look) -> LinkInside.overTime(desk)),
          new Entry(Set.of(Sum.class, Product.class, AddPositions.class, AddNoise.class), (desk, node, look) -> LinkInside.meeting(desk)),
          new Entry(Set.of(Affine.class), (desk, node, look) -> new DenseInside(desk)),
          new Entry(Set.of(Elementwise.class, Relu.class), ActivationInside::of),
          new Entry(Set.of(Softmax.class), (desk, node, look) -> LinkInside.sharing(desk)));

  private Insides() {}

  /** View of values and gradients; weights and changes are shown as numbers. */
  @SafeVarargs
  private static Entry withNumbers(Function<LensDesk, InsideView> make, Class<? extends Op>... kinds) {
    return new Entry(Set.of(kinds),
        (desk, node, look) -> new WithNumbers(desk, make.apply(desk), EnumSet.of(Quantity.ACTIVATIONS, Quantity.GRADIENTS)));
  }

  /** View of values only. */
  @SafeVarargs
  private static Entry values(Function<LensDesk, InsideView> make, Class<? extends Op>... kinds) {
    return new Entry(Set.of(kinds), (desk, node, look) -> new WithNumbers(desk, make.apply(desk), EnumSet.of(Quantity.ACTIVATIONS)));
  }

  /** A layer without an entry may still only permute numbers, as Flatten does. */
  static InsideView of(LensDesk desk, Node node, NodeTrace look) {
    return ENTRIES.stream()
        .filter(entry -> entry.knows(look))
        .findFirst()
        .map(entry -> entry.maker().make(desk, node, look))
        .orElseGet(() -> look.output() == null ? new GeneralInside(desk) : LinkInside.moving(desk, node.layer(), look));
  }
}
