package studio.backprop.layer;

import java.util.ArrayList;
import java.util.List;
import studio.backprop.op.Affine;
import studio.backprop.op.Builder;
import studio.backprop.setting.Range;
import studio.backprop.tensor.Init;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;
import studio.backprop.text.Message;

/**
 * Fully connected layer. A sequence is treated step by step with the same weights. y = f(x·W + b); x: [batch, in], W: [in, units], b:
 * [units].
 *
 * @param init of the weights
 */
public record Dense(
    @Range(min = 1, max = 16_384) int units, Activation activation, Init init, boolean bias, boolean trainable) implements Layer {

  /** With a bias and the recommended initialization. */
  public static Dense of(int units, Activation activation) {
    return new Dense(units, activation, activation.suitedInit(), true, true);
  }

  @Override
  public Inference infer(List<Shape> inputs) {
    Shape in = inputs.get(0);
    return switch (in.rank()) {
      case 1 -> Inference.gives(Shape.of(units));
      case 2 -> Inference.gives(Shape.of(in.size(0), units));
      default -> Inference.refuses("refuse.needs_row", in);
    };
  }

  @Override
  public List<ParameterSpec> parameters(List<Shape> inputs) {
    int in = features(inputs);
    List<ParameterSpec> specs = new ArrayList<>();
    specs.add(ParameterSpec.weight(in, Shape.of(units), init, in, units, trainable));
    if (bias) {
      specs.add(ParameterSpec.bias(units, trainable));
    }
    return specs;
  }

  @Override
  public long flops(List<Shape> inputs) {
    return 2 * inputs.get(0).count() * units;
  }

  @Override
  public Ties ties(List<Shape> inputs) {
    return Ties.rows(features(inputs), units);
  }

  @Override
  public String formula() {
    return """
        z = W x + b
        a = f(z)""";
  }

  @Override
  public int neurons() {
    return units;
  }

  @Override
  public Tensor build(Builder builder, List<Tensor> inputs) {
    Affine affine = new Affine(builder, activation.before(), inputs.get(0), builder.parameter("weight"), builder.parameter("bias"));
    return activation.build(builder, builder.add(affine));
  }

  @Override
  public Message summary() {
    return activation.after(String.valueOf(units));
  }

  private static int features(List<Shape> inputs) {
    Shape in = inputs.get(0);
    return in.size(in.rank() - 1);
  }
}
