package studio.backprop.layer;

import java.util.ArrayList;
import java.util.List;
import studio.backprop.op.Builder;
import studio.backprop.op.ConvolveTransposed;
import studio.backprop.op.WindowAxis;
import studio.backprop.setting.Range;
import studio.backprop.setting.Size;
import studio.backprop.tensor.Init;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;
import studio.backprop.text.Message;

/**
 * Transposed 2D convolution, the adjoint of a convolution, for upsampling in decoders. x: [batch, channel, height, width], W: [channel,
 * filters/groups, kernel height, kernel width], b: [filters]. A kernel size divisible by the stride avoids checkerboard artifacts: Odena,
 * Dumoulin and Olah 2016.
 *
 * @param pad cropped from each side of the output
 * @param outputPad added at the bottom and right of the output: with a stride, several input sizes of a convolution lead to one output size
 * @param groups of channels and filters, convolved independently
 * @param init of the weights
 */
public record Conv2dTranspose(
    @Range(min = 1, max = 4096) int filters,
    @Range(min = 1, max = 64) Size kernel,
    @Range(min = 1, max = 64) Size stride,
    @Range(min = 0, max = 64) Size pad,
    @Range(min = 0, max = 63) Size outputPad,
    @Range(min = 1, max = 16) Size dilation,
    @Range(min = 1, max = 4096) int groups,
    Activation activation,
    Init init,
    boolean bias,
    boolean trainable)
    implements Layer {
  private static final Size NONE = Size.square(0);
  private static final Size ONE = Size.square(1);

  /**
   * Upsampling by the stride, with square kernels of twice the stride.
   *
   * @param times at least 2
   */
  public static Conv2dTranspose enlarging(int filters, int times, Activation activation) {
    Size pad = Size.square((times + 1) / 2);
    Size extra = Size.square(times % 2);
    return new Conv2dTranspose(
        filters, Size.square(2 * times), Size.square(times), pad, extra, ONE, 1, activation, activation.suitedInit(), true, true);
  }

  @Override
  public Inference infer(List<Shape> inputs) {
    Shape in = inputs.get(0);
    if (in.rank() != 3) {
      return Inference.refuses("refuse.needs_image", in);
    }
    if (in.size(0) % groups != 0 || filters % groups != 0) {
      return Inference.refuses("refuse.groups", groups, in.size(0), filters);
    }
    if (outputPad.height() >= stride.height() || outputPad.width() >= stride.width()) {
      return Inference.refuses("refuse.output_padding", outputPad.toString(), stride.toString());
    }
    WindowAxis down = down(in);
    WindowAxis across = across(in);
    return down.size() < 1 || across.size() < 1
        ? Inference.refuses("refuse.nothing_left", pad.toString())
        : activation.bends(Shape.of(filters, down.size(), across.size()));
  }

  @Override
  public List<ParameterSpec> parameters(List<Shape> inputs) {
    int channels = inputs.get(0).size(0);
    int pixels = kernel.height() * kernel.width();
    Shape kernels = Shape.of(filters / groups, kernel.height(), kernel.width());
    // an output pixel is a sum over kernel / stride taps per axis
    int fanIn = Math.max(1, channels / groups * pixels / (stride.height() * stride.width()));
    List<ParameterSpec> specs = new ArrayList<>();
    specs.add(ParameterSpec.weight(channels, kernels, init, fanIn, filters / groups * pixels, trainable));
    if (bias) {
      specs.add(ParameterSpec.bias(filters, trainable));
    }
    return specs;
  }

  @Override
  public long flops(List<Shape> inputs) {
    return 2 * inputs.get(0).count() * (filters / groups) * kernel.height() * kernel.width();
  }

  @Override
  public Ties ties(List<Shape> inputs) {
    Shape image = inputs.get(0);
    return WindowTies.images(down(image), across(image), groups, filters, image.size(0)).backwards();
  }

  @Override
  public Layout layout() {
    return Layout.LANES;
  }

  @Override
  public String formula() {
    return """
        z_{k,\\,p,\\,q} = b_k + \\sum_{c,\\,u,\\,v} w_{c,\\,k,\\,u,\\,v}\\;x_{c,\\,i,\\,j}
        p = si + u, \\quad q = sj + v
        a = f(z)""";
  }

  @Override
  public Tensor build(Builder builder, List<Tensor> inputs) {
    Tensor x = inputs.get(0);
    ConvolveTransposed sums =
        new ConvolveTransposed(
            builder, activation.before(), x, builder.parameter("weight"), builder.parameter("bias"), down(x.shape()), across(x.shape()),
            groups);
    return activation.build(builder, builder.add(sums));
  }

  @Override
  public Message summary() {
    Message window = new SlidingWindow(kernel, stride, dilation, pad.equals(NONE) ? Padding.VALID : Padding.EXPLICIT, pad).summary(ONE);
    return activation.after(groups == 1 ? window : Message.of("summary.groups", window, groups));
  }

  private WindowAxis down(Shape image) {
    return over(image.size(1), kernel.height(), stride.height(), dilation.height(), pad.height(), outputPad.height());
  }

  private WindowAxis across(Shape image) {
    return over(image.size(2), kernel.width(), stride.width(), dilation.width(), pad.width(), outputPad.width());
  }

  /** Sweep over the output, one stop per input place. */
  private static WindowAxis over(int places, int kernel, int stride, int dilation, int pad, int extra) {
    int size = (places - 1) * stride + dilation * (kernel - 1) + 1 + extra - 2 * pad;
    return new WindowAxis(size, kernel, stride, dilation, pad, pad);
  }
}
