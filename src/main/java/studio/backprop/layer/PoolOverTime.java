package studio.backprop.layer;

import java.util.List;
import studio.backprop.op.Builder;
import studio.backprop.op.Op;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/** Base of layers that reduce a sequence, or the nodes of a graph, to a row. Optional second input: a mask, 0 for padding. */
interface PoolOverTime extends Layer {
  /** @param counts null without a mask */
  Op pool(Builder builder, Tensor x, Tensor counts);

  @Override
  default Arity arity() {
    return new Arity(1, 2);
  }

  @Override
  default Inference infer(List<Shape> inputs) {
    Inlets inlets = Inlets.of(inputs);
    return inlets.refusal(inputs, 1).orElseGet(() -> Inference.gives(Shape.of(inputs.get(inlets.main()).size(1))));
  }

  @Override
  default Tensor build(Builder builder, List<Tensor> inputs) {
    Inlets inlets = Inlets.of(inputs.stream().map(Tensor::shape).toList());
    return builder.add(pool(builder, inputs.get(inlets.main()), inlets.mask().map(inputs::get).orElse(null)));
  }
}
