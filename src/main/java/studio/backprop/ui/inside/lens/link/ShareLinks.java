package studio.backprop.ui.inside.lens.link;

import java.util.List;
import java.util.stream.IntStream;
import studio.backprop.observe.NodeTrace;
import studio.backprop.observe.NodeTrace.OpLook;
import studio.backprop.ui.inside.lens.sheet.LensDesk;
import studio.backprop.ui.kit.Numbers;

/** Links of a softmax: each output depends on all scores of its row. */
record ShareLinks(OpLook op) implements Links {
  static ShareLinks of(NodeTrace look) {
    return new ShareLinks(look.example().get(look.example().size() - 1));
  }

  private int width() {
    return op.output().shape().size(op.output().shape().rank() - 1);
  }

  private IntStream row(int place) {
    int from = place - place % width();
    return IntStream.range(from, from + width());
  }

  @Override
  public List<Source> sources(int output) {
    return row(output).mapToObj(place -> new Source(0, place)).toList();
  }

  /** Relative to the largest score, as in the engine: e to a large power would be infinite. */
  @Override
  public String sentence(LensDesk desk, int output) {
    Numbers numbers = desk.lang().numbers();
    float[] scores = op.inputs().get(0).values();
    double largest = row(output).mapToDouble(place -> scores[place]).max().orElse(0);
    double own = Math.exp(scores[output] - largest);
    double all = row(output).mapToDouble(place -> Math.exp(scores[place] - largest)).sum();
    return desk.lang().say(
        "lens.link.share", numbers.significant(scores[output], 4), numbers.significant(largest, 4), numbers.significant(own, 4),
        numbers.significant(all, 4), numbers.significant(op.output().values()[output], 4), Links.slope(numbers, op.output(), output));
  }
}
