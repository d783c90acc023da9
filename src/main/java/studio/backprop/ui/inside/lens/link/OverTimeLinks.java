package studio.backprop.ui.inside.lens.link;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.backprop.observe.NodeTrace;
import studio.backprop.observe.NodeTrace.OpLook;

/** Links of a max or mean of each feature over all unmasked time steps or graph nodes. */
record OverTimeLinks(OpLook op, int inlet) implements OneOfMany {
  static OverTimeLinks of(NodeTrace look) {
    OpLook op = look.example().get(look.example().size() - 1);
    return new OverTimeLinks(op, KeepLinks.inlet(look, op.inputs().get(0)));
  }

  private int features() {
    return op.inputs().get(0).shape().size(1);
  }

  private boolean counts(int step) {
    return op.inputs().size() < 2 || op.inputs().get(1).values()[step] > 0.5f;
  }

  @Override
  public List<Source> sources(int output) {
    return IntStream.range(0, op.inputs().get(0).shape().size(0)).filter(this::counts)
        .mapToObj(step -> new Source(inlet, step * features() + output)).toList();
  }

  @Override
  public int[] deciding(int asked) {
    return asked == inlet ? OneOfMany.super.deciding(asked) : new int[0];
  }

  @Override
  public Optional<String> name(int asked) {
    return Optional.of(asked == inlet ? "lens.input" : "lens.link.counts");
  }
}
