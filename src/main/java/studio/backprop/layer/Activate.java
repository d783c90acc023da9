package studio.backprop.layer;

import java.util.List;
import studio.backprop.op.Builder;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;
import studio.backprop.text.Message;

/** Activation function as a node of its own: elementwise, except for the softmaxes, which are rowwise. */
public record Activate(Activation function) implements Layer {
  @Override
  public Inference infer(List<Shape> inputs) {
    return function.bends(inputs.get(0));
  }

  @Override
  public Layout layout() {
    return Layout.EITHER;
  }

  @Override
  public Ties ties(List<Shape> inputs) {
    Shape in = inputs.get(0);
    int row = in.rank() == 0 ? 1 : in.size(in.rank() - 1);
    return function.mixes() ? Ties.rows(row, row) : Ties.same(1);
  }

  @Override
  public String formula() {
    return "a = f(z)";
  }

  @Override
  public Activation activation() {
    return function;
  }

  @Override
  public boolean isCurve() {
    return !function.mixes();
  }

  @Override
  public Tensor build(Builder builder, List<Tensor> inputs) {
    return function.build(builder, inputs.get(0));
  }

  @Override
  public Message summary() {
    return function.title();
  }
}
