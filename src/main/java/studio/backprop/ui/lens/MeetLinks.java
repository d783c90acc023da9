package studio.backprop.ui.lens;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import studio.backprop.train.NodeLook.OpLook;
import studio.backprop.ui.kit.Numbers;

/** Streams that are added place by place: each number is a sum, and its slope goes back to every term undiminished. */
record SumLinks(OpLook op) implements Links {
  @Override
  public List<Source> sources(int output) {
    return IntStream.range(0, op.inputs().size()).mapToObj(inlet -> new Source(inlet, output)).toList();
  }

  @Override
  public String sentence(LensDesk desk, int output) {
    Numbers numbers = desk.lang().numbers();
    String terms = op.inputs().stream().map(input -> numbers.significant(input.values()[output], 4)).collect(Collectors.joining(" + "));
    String grad = op.output().grads() == null ? "–" : numbers.significant(op.output().grads()[output], 4);
    return desk.lang().say("lens.link.sum", terms, numbers.significant(op.output().values()[output], 4), grad);
  }
}
