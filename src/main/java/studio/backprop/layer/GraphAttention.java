package studio.backprop.layer;

import java.util.ArrayList;
import java.util.List;
import studio.backprop.op.Affine;
import studio.backprop.op.Builder;
import studio.backprop.op.NeighbourAttention;
import studio.backprop.op.NeighbourAttention.Weights;
import studio.backprop.setting.Range;
import studio.backprop.tensor.Init;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;
import studio.backprop.text.Message;

/**
 * Graph attention: each head weighs the neighbours of a node by learned scores. y = f(Σⱼ αᵢⱼ·xⱼ·W + b), the heads concatenated. Veličković
 * et al. 2018.
 *
 * @param units per head
 * @param init of the weights
 */
public record GraphAttention(
    @Range(min = 1, max = 1024) int units,
    @Range(min = 1, max = 64) int heads,
    Activation activation,
    Init init,
    boolean bias,
    boolean trainable) implements GraphLayer {

  /** With a bias and the initialization of the paper. */
  public static GraphAttention of(int units, int heads, Activation activation) {
    return new GraphAttention(units, heads, activation, Init.of(Init.Kind.GLOROT_UNIFORM), true, true);
  }

  private int width() {
    return heads * units;
  }

  @Override
  public Inference inferGraph(Shape features) {
    return Inference.gives(Shape.of(features.size(0), width()));
  }

  @Override
  public List<ParameterSpec> parameters(List<Shape> inputs) {
    int in = GraphLayer.features(inputs).size(1);
    List<ParameterSpec> specs = new ArrayList<>();
    specs.add(ParameterSpec.weight(in, Shape.of(width()), init, in, width(), trainable));
    specs.add(ParameterSpec.weight("listener", heads, Shape.of(units), init, units, 1, trainable));
    specs.add(ParameterSpec.weight("speaker", heads, Shape.of(units), init, units, 1, trainable));
    if (bias) {
      specs.add(ParameterSpec.bias(width(), trainable));
    }
    return specs;
  }

  @Override
  public long flops(List<Shape> inputs) {
    Shape features = GraphLayer.features(inputs);
    long nodes = features.size(0);
    return 2 * width() * (features.count() + nodes * nodes + 2 * nodes);
  }

  @Override
  public long inputFlops(List<Shape> inputs) {
    return 2L * width() * GraphLayer.features(inputs).count();
  }

  @Override
  public Tensor buildGraph(Builder builder, Tensor features, Tensor adjacency) {
    Tensor transformed = builder.add(new Affine(builder, "transformed", features, builder.parameter("weight"), null));
    Weights weights = new Weights(builder.parameter("listener"), builder.parameter("speaker"), builder.parameter("bias"));
    NeighbourAttention attend = new NeighbourAttention(builder, activation.before(), transformed, adjacency, weights, heads);
    return activation.build(builder, builder.add(attend));
  }

  @Override
  public Message summary() {
    return activation.after(heads == 1 ? String.valueOf(units) : heads + "×" + units);
  }

  @Override
  public String formula() {
    return """
        e_{ij} = \\mathrm{LeakyReLU}(u^{\\top} W x_i + v^{\\top} W x_j)
        \\alpha_{ij} = \\mathrm{softmax}_j(e_{ij})
        a_i = f\\left(\\sum_j \\alpha_{ij}\\,W x_j + b\\right)""";
  }
}
