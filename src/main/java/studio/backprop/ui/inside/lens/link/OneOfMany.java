package studio.backprop.ui.inside.lens.link;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import studio.backprop.observe.NodeTrace.OpLook;
import studio.backprop.op.MaxPool;
import studio.backprop.op.TimeMax;
import studio.backprop.ui.inside.lens.sheet.LensDesk;
import studio.backprop.ui.kit.Numbers;

/** Links of a max or mean over elements of one input. */
public interface OneOfMany extends Links {
  OpLook op();

  private boolean largest() {
    return op().kind() == MaxPool.class || op().kind() == TimeMax.class;
  }

  @Override
  default OptionalInt winner(int output) {
    if (!largest()) {
      return OptionalInt.empty();
    }
    float[] values = op().inputs().get(0).values();
    List<Source> sources = sources(output);
    return IntStream.range(0, sources.size()).reduce((a, b) -> values[sources.get(b).place()] > values[sources.get(a).place()] ? b : a);
  }

  @Override
  default int[] deciding(int inlet) {
    return IntStream.range(0, op().output().values().length).filter(output -> winner(output).isPresent())
        .map(output -> sources(output).get(winner(output).getAsInt()).place()).toArray();
  }

  @Override
  default String sentence(LensDesk desk, int output) {
    Numbers numbers = desk.lang().numbers();
    return desk.lang().say(
        largest() ? "lens.link.max" : "lens.link.mean", sources(output).size(), numbers.significant(op().output().values()[output], 4),
        Links.slope(numbers, op().output(), output));
  }
}
