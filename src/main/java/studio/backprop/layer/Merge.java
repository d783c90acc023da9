package studio.backprop.layer;

import java.util.List;
import studio.backprop.tensor.Shape;

/** Base of elementwise merging layers: all inputs, and the output, have the same shape. */
interface Merge extends Layer {
  @Override
  default Arity arity() {
    return Arity.SEVERAL;
  }

  @Override
  default Inference infer(List<Shape> inputs) {
    Shape first = inputs.get(0);
    for (int i = 1; i < inputs.size(); i++) {
      if (!inputs.get(i).equals(first)) {
        return Inference.refusesInput(i, "refuse.needs_equal_shapes", inputs.get(i), first);
      }
    }
    return Inference.gives(first);
  }

  @Override
  default Ties ties(List<Shape> inputs) {
    return Ties.same(inputs.size());
  }

  @Override
  default Layout layout() {
    return Layout.EITHER;
  }
}
