package studio.backprop.layer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import studio.backprop.op.Builder;
import studio.backprop.op.DropoutMask;
import studio.backprop.setting.Range;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;
import studio.backprop.text.Message;

/**
 * Inverted dropout: zeroes a random share of its inputs while training and rescales the others; identity for inference. Srivastava et al.
 * 2014.
 *
 * @param rate share of zeroed inputs
 */
public record Dropout(@Range(min = 0, max = 0.95) double rate) implements Layer {
  @Override
  public Inference infer(List<Shape> inputs) {
    return Inference.gives(inputs.get(0));
  }

  @Override
  public Layout layout() {
    return Layout.EITHER;
  }

  @Override
  public Ties ties(List<Shape> inputs) {
    return Ties.same(inputs.size());
  }

  @Override
  public String formula() {
    return """
        a_i = \\frac{m_i}{1-p}\\,x_i
        m_i \\sim \\mathrm{Bernoulli}(1-p)""";
  }

  @Override
  public boolean forgets() {
    return true;
  }

  @Override
  public Tensor build(Builder builder, List<Tensor> inputs) {
    return builder.add(new DropoutMask(builder, "output", inputs.get(0), rate));
  }

  @Override
  public Message summary() {
    String percent = BigDecimal.valueOf(100 * rate).setScale(1, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    return Message.of("summary.plain", percent + " %");
  }
}
