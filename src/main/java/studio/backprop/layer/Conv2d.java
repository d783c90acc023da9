package studio.backprop.layer;

import java.util.ArrayList;
import java.util.List;
import studio.backprop.op.Builder;
import studio.backprop.op.Convolve;
import studio.backprop.op.WindowAxis;
import studio.backprop.setting.Range;
import studio.backprop.setting.Shown;
import studio.backprop.setting.Size;
import studio.backprop.tensor.Init;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;
import studio.backprop.text.Message;

/**
 * 2D convolution. x: [batch, channel, height, width], W: [filters, channel/groups, kernel height, kernel width], b: [filters].
 *
 * @param pad zeros on each side, for explicit padding
 * @param groups of channels and filters, convolved independently
 * @param init of the weights
 */
public record Conv2d(
    @Range(min = 1, max = 4096) int filters,
    @Range(min = 1, max = 64) Size kernel,
    @Range(min = 1, max = 64) Size stride,
    Padding padding,
    @Shown(when = "padding", is = "EXPLICIT") @Range(min = 0, max = 64) Size pad,
    @Range(min = 1, max = 16) Size dilation,
    @Range(min = 1, max = 4096) int groups,
    Activation activation,
    Init init,
    boolean bias,
    boolean trainable)
    implements Layer {
  private static final Size ONE = Size.square(1);

  /** With a square kernel, a bias and the recommended initialization. */
  public static Conv2d of(int filters, int kernel, Padding padding, Activation activation) {
    Size none = Size.square(0);
    return new Conv2d(filters, Size.square(kernel), ONE, padding, none, ONE, 1, activation, activation.suitedInit(), true, true);
  }

  @Override
  public Inference infer(List<Shape> inputs) {
    Shape in = inputs.get(0);
    if (in.rank() == 3 && (in.size(0) % groups != 0 || filters % groups != 0)) {
      return Inference.refuses("refuse.groups", groups, in.size(0), filters);
    }
    Inference sums = window().over(in, filters);
    return sums.ok() ? activation.bends(sums.shape()) : sums;
  }

  @Override
  public List<ParameterSpec> parameters(List<Shape> inputs) {
    int channels = inputs.get(0).size(0) / groups;
    int pixels = kernel.height() * kernel.width();
    Shape filter = Shape.of(channels, kernel.height(), kernel.width());
    List<ParameterSpec> specs = new ArrayList<>();
    specs.add(ParameterSpec.weight(filters, filter, init, channels * pixels, filters / groups * pixels, trainable));
    if (bias) {
      specs.add(ParameterSpec.bias(filters, trainable));
    }
    return specs;
  }

  @Override
  public long flops(List<Shape> inputs) {
    long perOutput = inputs.get(0).size(0) / groups * (long) kernel.height() * kernel.width();
    return 2 * infer(inputs).shape().count() * perOutput;
  }

  @Override
  public Ties ties(List<Shape> inputs) {
    Shape image = inputs.get(0);
    return WindowTies.images(window().down(image), window().across(image), groups, image.size(0), filters);
  }

  @Override
  public Layout layout() {
    return Layout.LANES;
  }

  @Override
  public String formula() {
    return """
        z_{k,\\,i,\\,j} = b_k + \\sum_{c,\\,u,\\,v} w_{k,\\,c,\\,u,\\,v}\\;x_{c,\\,si+u,\\,sj+v}
        a = f(z)""";
  }

  @Override
  public boolean convolvesImages() {
    return true;
  }

  @Override
  public Tensor build(Builder builder, List<Tensor> inputs) {
    Tensor x = inputs.get(0);
    WindowAxis down = window().down(x.shape());
    WindowAxis across = window().across(x.shape());
    Tensor weight = builder.parameter("weight");
    Tensor biases = builder.parameter("bias");
    if (activation == Activation.RELU) {
      return builder.add(new Convolve(builder, "output", x, weight, biases, down, across, groups, true));
    }
    Tensor sums = builder.add(new Convolve(builder, activation.before(), x, weight, biases, down, across, groups, false));
    return activation.build(builder, sums);
  }

  @Override
  public Message summary() {
    Message window = window().summary(ONE);
    return activation.after(groups == 1 ? window : Message.of("summary.groups", window, groups));
  }

  private SlidingWindow window() {
    return new SlidingWindow(kernel, stride, dilation, padding, pad);
  }
}
