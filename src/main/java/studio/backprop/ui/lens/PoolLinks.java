package studio.backprop.ui.lens;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import studio.backprop.op.MaxPool;
import studio.backprop.op.Sweep;
import studio.backprop.train.NodeLook.OpLook;
import studio.backprop.train.NodeLook.Tensors;
import studio.backprop.ui.kit.Numbers;

/** A pool over images: each number stands for a window of its channel, by the largest there or by their mean. */
record PoolLinks(OpLook op) implements Links {
  private Sweep down() {
    return op.sweeps().get(0);
  }

  private Sweep across() {
    return op.sweeps().get(1);
  }

  @Override
  public List<Source> sources(int output) {
    int column = output % across().steps();
    int row = output / across().steps() % down().steps();
    int channel = output / (across().steps() * down().steps());
    List<Source> sources = new ArrayList<>();
    for (int tap = 0; tap < down().kernel() * across().kernel(); tap++) {
      int y = down().first(row) + tap / across().kernel() * down().dilation();
      int x = across().first(column) + tap % across().kernel() * across().dilation();
      if (y >= 0 && x >= 0 && y < down().size() && x < across().size()) {
        sources.add(new Source(0, (channel * down().size() + y) * across().size() + x));
      }
    }
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
    int best = 0;
    for (int i = 1; i < sources.size(); i++) {
      best = values[sources.get(i).place()] > values[sources.get(best).place()] ? i : best;
    }
    return OptionalInt.of(best);
  }

  @Override
  public int[] deciding(int inlet) {
    return largest() ? IntStream.range(0, op.output().values().length).map(output -> sources(output).get(winner(output).getAsInt()).place()).toArray() : new int[0];
  }

  @Override
  public String sentence(LensDesk desk, int output) {
    Numbers numbers = desk.lang().numbers();
    Tensors y = op.output();
    String grad = y.grads() == null ? "–" : numbers.significant(y.grads()[output], 4);
    return desk.lang().say(
        largest() ? "lens.link.max" : "lens.link.mean", sources(output).size(), numbers.significant(y.values()[output], 4), grad);
  }
}
