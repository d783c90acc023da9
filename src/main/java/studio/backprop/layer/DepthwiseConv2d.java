package studio.backprop.layer;

import java.util.List;
import studio.backprop.op.Builder;
import studio.backprop.setting.Range;
import studio.backprop.setting.Shown;
import studio.backprop.setting.Size;
import studio.backprop.tensor.Init;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;
import studio.backprop.text.Message;

/**
 * Depthwise 2D convolution: one group per channel. Followed by a 1×1 convolution it is a separable convolution, with far fewer weights.
 * Chollet 2017; Howard et al. 2017.
 *
 * @param multiplier kernels per channel
 * @param pad zeros on each side, for explicit padding
 * @param init of the weights
 */
public record DepthwiseConv2d(
    @Range(min = 1, max = 64) int multiplier,
    @Range(min = 1, max = 64) Size kernel,
    @Range(min = 1, max = 64) Size stride,
    Padding padding,
    @Shown(when = "padding", is = "EXPLICIT") @Range(min = 0, max = 64) Size pad,
    @Range(min = 1, max = 16) Size dilation,
    Activation activation,
    Init init,
    boolean bias,
    boolean trainable)
    implements Layer {

  /** One square kernel per channel, with a bias and the recommended initialization. */
  public static DepthwiseConv2d of(int kernel, Padding padding, Activation activation) {
    Size one = Size.square(1);
    Size none = Size.square(0);
    return new DepthwiseConv2d(1, Size.square(kernel), one, padding, none, one, activation, activation.suitedInit(), true, true);
  }

  /** The equivalent grouped convolution. */
  private Conv2d over(int channels) {
    return new Conv2d(channels * multiplier, kernel, stride, padding, pad, dilation, channels, activation, init, bias, trainable);
  }

  private Conv2d over(List<Shape> inputs) {
    return over(inputs.get(0).size(0));
  }

  @Override
  public Inference infer(List<Shape> inputs) {
    Shape in = inputs.get(0);
    return in.rank() == 3 ? over(inputs).infer(inputs) : Inference.refuses("refuse.needs_image", in);
  }

  @Override
  public List<ParameterSpec> parameters(List<Shape> inputs) {
    return over(inputs).parameters(inputs);
  }

  @Override
  public long flops(List<Shape> inputs) {
    return over(inputs).flops(inputs);
  }

  @Override
  public Ties ties(List<Shape> inputs) {
    return over(inputs).ties(inputs);
  }

  @Override
  public Layout layout() {
    return Layout.LANES;
  }

  @Override
  public String formula() {
    return """
        z_{c,\\,i,\\,j} = b_c + \\sum_{u,\\,v} w_{c,\\,u,\\,v}\\;x_{c,\\,si+u,\\,sj+v}
        a = f(z)""";
  }

  @Override
  public Tensor build(Builder builder, List<Tensor> inputs) {
    return over(inputs.get(0).shape().size(0)).build(builder, inputs);
  }

  @Override
  public Message summary() {
    return over(1).summary();
  }
}
