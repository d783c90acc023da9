package studio.backprop.layer;

import java.util.ArrayList;
import java.util.List;
import studio.backprop.op.Affine;
import studio.backprop.op.Builder;
import studio.backprop.op.NormalizeGraph;
import studio.backprop.op.SumNeighbours;
import studio.backprop.setting.Range;
import studio.backprop.tensor.Init;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;
import studio.backprop.text.Message;

/**
 * Graph convolution: features of a node and its neighbours, weighted by the normalized adjacency. y = f(Â·X·W + b), Â = D^−½·(A + I)·D^−½;
 * X: [nodes, in], A: [nodes, nodes], W: [in, units]. Kipf and Welling 2017.
 *
 * @param units features of a node in the output
 * @param init of the weights
 */
public record GraphConv(
    @Range(min = 1, max = 2048) int units, Activation activation, Init init, boolean bias, boolean trainable) implements GraphLayer {

  /** With a bias and the initialization of the paper. */
  public static GraphConv of(int units, Activation activation) {
    return new GraphConv(units, activation, Init.of(Init.Kind.GLOROT_UNIFORM), true, true);
  }

  @Override
  public Inference inferGraph(Shape features) {
    return Inference.gives(Shape.of(features.size(0), units));
  }

  @Override
  public List<ParameterSpec> parameters(List<Shape> inputs) {
    int in = GraphLayer.features(inputs).size(1);
    List<ParameterSpec> specs = new ArrayList<>();
    specs.add(ParameterSpec.weight(in, Shape.of(units), init, in, units, trainable));
    if (bias) {
      specs.add(ParameterSpec.bias(units, trainable));
    }
    return specs;
  }

  @Override
  public long flops(List<Shape> inputs) {
    Shape features = GraphLayer.features(inputs);
    long nodes = features.size(0);
    return 2 * units * (features.count() + nodes * nodes);
  }

  @Override
  public long inputFlops(List<Shape> inputs) {
    return 2L * units * GraphLayer.features(inputs).count();
  }

  @Override
  public Tensor buildGraph(Builder builder, Tensor features, Tensor adjacency) {
    Tensor weights = builder.add(new NormalizeGraph(builder, "normalized_adjacency", adjacency));
    Tensor transformed = builder.add(new Affine(builder, "transformed", features, builder.parameter("weight"), null));
    SumNeighbours sum = new SumNeighbours(builder, activation.before(), transformed, weights, builder.parameter("bias"));
    return activation.build(builder, builder.add(sum));
  }

  @Override
  public Message summary() {
    return activation.after(String.valueOf(units));
  }

  @Override
  public String formula() {
    return """
        \\hat{A} = D^{-1/2}\\,(A + I)\\,D^{-1/2}
        a = f(\\hat{A}\\,x\\,W + b)""";
  }
}
