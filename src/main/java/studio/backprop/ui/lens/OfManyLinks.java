package studio.backprop.ui.lens;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import studio.backprop.layer.Ties;
import studio.backprop.op.MaxPool;
import studio.backprop.train.NodeLook.OpLook;
import studio.backprop.ui.kit.Numbers;

/**
 * Many numbers become one, along an axis or over a whole map: by the largest or by their mean.
 *
 * @param ties of which each is made
 */
record OfManyLinks(OpLook op, Ties ties) implements Links {
  @Override
  public List<Source> sources(int output) {
    BitSet one = new BitSet();
    one.set(output);
    List<Source> sources = new ArrayList<>();
    ties.sources(one).get(0).stream().forEach(place -> sources.add(new Source(0, place)));
    return sources;
  }

  private boolean largest() {
    return op.kind() == MaxPool.class;
  }

  @Override
  public OptionalInt winner(int output) {
    if (!largest()) {
      return OptionalInt.empty();
    }
    float[] values = op.inputs().get(0).values();
    List<Source> sources = sources(output);
    return IntStream.range(0, sources.size()).reduce((a, b) -> values[sources.get(b).place()] > values[sources.get(a).place()] ? b : a);
  }

  @Override
  public int[] deciding(int inlet) {
    return largest() ? IntStream.range(0, op.output().values().length).map(output -> sources(output).get(winner(output).getAsInt()).place()).toArray() : new int[0];
  }

  @Override
  public String sentence(LensDesk desk, int output) {
    Numbers numbers = desk.lang().numbers();
    String slope = op.output().grads() == null ? "–" : numbers.significant(op.output().grads()[output], 4);
    return desk.lang().say(
        largest() ? "lens.link.max" : "lens.link.mean", sources(output).size(), numbers.significant(op.output().values()[output], 4), slope);
  }
}
