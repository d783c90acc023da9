package studio.backprop.layer;

import java.util.List;
import studio.backprop.op.Builder;
import studio.backprop.op.NodeSum;
import studio.backprop.op.Op;
import studio.backprop.op.TimeAverage;
import studio.backprop.op.TimeMax;
import studio.backprop.setting.Setting;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;
import studio.backprop.text.Message;

/**
 * Permutation-invariant readout of a graph: a row for all nodes. Optional second input: a mask, 0 for padding nodes. Xu et al. 2019.
 *
 * @param over aggregation of each feature
 */
public record GraphReadout(Over over) implements PoolOverTime {
  /** Aggregations. */
  public enum Over {
    MEAN,
    SUM,
    MAX
  }

  @Override
  public Inference infer(List<Shape> inputs) {
    return inputs.stream().anyMatch(shape -> shape.rank() == 2)
        ? PoolOverTime.super.infer(inputs)
        : Inference.refuses("refuse.needs_nodes", inputs.get(0));
  }

  @Override
  public int nodeAxes(List<Shape> inputs, int input) {
    return 1;
  }

  @Override
  public Op pool(Builder builder, Tensor x, Tensor counts) {
    return switch (over) {
      case MEAN -> new TimeAverage(builder, "output", x, counts);
      case SUM -> new NodeSum(builder, "output", x, counts);
      case MAX -> new TimeMax(builder, "output", x, counts);
    };
  }

  @Override
  public Message summary() {
    return Message.of("summary.plain", Setting.choiceTitle(over));
  }

  @Override
  public String formula() {
    return "a = f(x_1, \\ldots, x_n)";
  }
}
