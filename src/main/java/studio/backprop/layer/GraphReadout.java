package studio.backprop.layer;

import java.util.List;
import studio.backprop.op.Builder;
import studio.backprop.op.NodeSum;
import studio.backprop.op.TimeAverage;
import studio.backprop.op.TimeMax;
import studio.backprop.setting.Setting;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;
import studio.backprop.text.Message;

/**
 * Makes one row of all nodes of a graph, whatever their order, so that the graph as a whole can be judged. Xu et al. 2019.
 *
 * @param over what is made of each feature's numbers
 */
public record GraphReadout(Over over) implements Layer {
  /** What is made of the numbers of all nodes. */
  public enum Over {
    MEAN,
    SUM,
    MAX
  }

  @Override
  public Inference infer(List<Shape> inputs) {
    Shape in = inputs.get(0);
    return in.rank() == 2 ? Inference.gives(Shape.of(in.size(1))) : Inference.refuses("refuse.needs_nodes", in);
  }

  @Override
  public Reach reach() {
    return Reach.WHOLE;
  }

  @Override
  public Tensor build(Builder builder, List<Tensor> inputs) {
    Tensor x = inputs.get(0);
    return builder.add(switch (over) {
      case MEAN -> new TimeAverage(builder, "output", x, null);
      case SUM -> new NodeSum(builder, "output", x);
      case MAX -> new TimeMax(builder, "output", x, null);
    });
  }

  @Override
  public Message summary() {
    return Message.of("summary.plain", Setting.choiceTitle(over));
  }
}
