package studio.backprop.ui.lens;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import studio.backprop.op.TimeMax;
import studio.backprop.train.NodeLook;
import studio.backprop.train.NodeLook.OpLook;
import studio.backprop.ui.kit.Numbers;

/**
 * The largest or the mean of each feature over all time steps, or all nodes of a graph, that count.
 *
 * @param op that takes it
 * @param inlet the input that it reads
 */
record OverTimeLinks(OpLook op, int inlet) implements Links {
  static OverTimeLinks of(NodeLook look) {
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
  public OptionalInt winner(int output) {
    if (op.kind() != TimeMax.class) {
      return OptionalInt.empty();
    }
    float[] values = op.inputs().get(0).values();
    List<Source> sources = sources(output);
    return IntStream.range(0, sources.size())
        .reduce((a, b) -> values[sources.get(b).place()] > values[sources.get(a).place()] ? b : a);
  }

  @Override
  public int[] deciding(int asked) {
    return asked != inlet ? new int[0]
        : IntStream.range(0, features()).filter(feature -> winner(feature).isPresent()).map(feature -> sources(feature).get(winner(feature).getAsInt()).place()).toArray();
  }

  @Override
  public Optional<String> name(int asked) {
    return Optional.of(asked == inlet ? "lens.input" : "lens.link.counts");
  }

  @Override
  public String sentence(LensDesk desk, int output) {
    Numbers numbers = desk.lang().numbers();
    String gradient = op.output().grads() == null ? "–" : numbers.significant(op.output().grads()[output], 4);
    return desk.lang().say(
        op.kind() == TimeMax.class ? "lens.link.max" : "lens.link.mean", sources(output).size(), numbers.significant(op.output().values()[output], 4), gradient);
  }
}
