package studio.backprop.layer;

import java.util.ArrayList;
import java.util.List;
import studio.backprop.op.Builder;
import studio.backprop.op.ConvolveSequence;
import studio.backprop.op.WindowAxis;
import studio.backprop.setting.Range;
import studio.backprop.setting.Shown;
import studio.backprop.tensor.Init;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;
import studio.backprop.text.Message;

/**
 * 1D convolution over time. x: [batch, time, feature], W: [filters, feature/groups, kernel], b: [filters].
 *
 * @param pad zeros at each end, for explicit padding
 * @param groups of features and filters, convolved independently
 * @param init of the weights
 */
public record Conv1d(
    @Range(min = 1, max = 4096) int filters,
    @Range(min = 1, max = 256) int kernel,
    @Range(min = 1, max = 256) int stride,
    Padding padding,
    @Shown(when = "padding", is = "EXPLICIT") @Range(min = 0, max = 256) int pad,
    @Range(min = 1, max = 256) int dilation,
    @Range(min = 1, max = 4096) int groups,
    Activation activation,
    Init init,
    boolean bias,
    boolean trainable)
    implements Layer {

  /** With stride 1, a bias and the recommended initialization. */
  public static Conv1d of(int filters, int kernel, Padding padding, Activation activation) {
    return new Conv1d(filters, kernel, 1, padding, 0, 1, 1, activation, activation.suitedInit(), true, true);
  }

  @Override
  public Inference infer(List<Shape> inputs) {
    Shape in = inputs.get(0);
    if (in.rank() != 2) {
      return Inference.refuses("refuse.needs_sequence", in);
    }
    if (in.size(1) % groups != 0 || filters % groups != 0) {
      return Inference.refuses("refuse.groups_of_features", groups, in.size(1), filters);
    }
    WindowAxis along = along(in);
    return along.fits()
        ? activation.bends(Shape.of(along.steps(), filters))
        : Inference.refuses("refuse.window_too_long", along.reach(), in.size(0));
  }

  @Override
  public List<ParameterSpec> parameters(List<Shape> inputs) {
    int features = inputs.get(0).size(1) / groups;
    List<ParameterSpec> specs = new ArrayList<>();
    specs.add(
        ParameterSpec.weight(filters, Shape.of(features, kernel), init, features * kernel, filters / groups * kernel, trainable));
    if (bias) {
      specs.add(ParameterSpec.bias(filters, trainable));
    }
    return specs;
  }

  @Override
  public long flops(List<Shape> inputs) {
    Shape in = inputs.get(0);
    return 2L * along(in).steps() * filters * (in.size(1) / groups) * kernel;
  }

  @Override
  public Ties ties(List<Shape> inputs) {
    return WindowTies.sequence(along(inputs.get(0)), activation.mixes() ? 1 : groups, inputs.get(0).size(1), filters);
  }

  @Override
  public String formula() {
    return """
        z_{t,\\,k} = b_k + \\sum_{c,\\,u} w_{k,\\,c,\\,u}\\;x_{st+u,\\,c}
        a = f(z)""";
  }

  @Override
  public Tensor build(Builder builder, List<Tensor> inputs) {
    Tensor x = inputs.get(0);
    ConvolveSequence sums =
        new ConvolveSequence(
            builder, activation.before(), x, builder.parameter("weight"), builder.parameter("bias"), along(x.shape()), groups);
    return activation.build(builder, builder.add(sums));
  }

  @Override
  public Message summary() {
    Message window = padding.after(String.valueOf(kernel), String.valueOf(pad));
    Message stepping = stride == 1 ? window : Message.of("summary.stride", window, String.valueOf(stride));
    Message spread = dilation == 1 ? stepping : Message.of("summary.dilation", stepping, String.valueOf(dilation));
    return activation.after(groups == 1 ? spread : Message.of("summary.groups", spread, groups));
  }

  private WindowAxis along(Shape sequence) {
    return padding.along(sequence.size(0), kernel, stride, dilation, pad);
  }
}
