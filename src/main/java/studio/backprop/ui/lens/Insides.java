package studio.backprop.ui.lens;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import studio.backprop.op.Attend;
import studio.backprop.op.Convolve;
import studio.backprop.op.Op;
import studio.backprop.train.NodeLook;

/** Which picture shows which kind of node: the first one that knows one of its ops, or all its numbers plainly. */
final class Insides {
  /**
   * A picture and what it is for.
   *
   * @param kinds ops of which the node must have one
   * @param make makes the picture
   */
  private record Entry(Set<Class<? extends Op>> kinds, Function<LensDesk, InsideView> make) {}

  /** The more particular come first: an attention also has matrix products, a convolution also an activation. */
  private static final List<Entry> ENTRIES = List.of(
      withNumbers(AttentionInside::new, Attend.class),
      new Entry(Set.of(Convolve.class), ConvInside::new));

  private Insides() {}

  /** A picture of values and gradients; weights and changes are shown as numbers. */
  @SafeVarargs
  private static Entry withNumbers(Function<LensDesk, InsideView> make, Class<? extends Op>... kinds) {
    return new Entry(Set.of(kinds), desk -> new WithNumbers(desk, make.apply(desk)));
  }

  static InsideView of(LensDesk desk, NodeLook look) {
    return ENTRIES.stream()
        .filter(entry -> look.example().stream().anyMatch(op -> entry.kinds().contains(op.kind())))
        .findFirst()
        .map(entry -> entry.make().apply(desk))
        .orElseGet(() -> new GeneralInside(desk));
  }
}
