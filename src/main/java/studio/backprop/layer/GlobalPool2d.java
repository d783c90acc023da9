package studio.backprop.layer;

import java.util.List;
import studio.backprop.tensor.Shape;

/** Base of global pooling layers: an image of any size becomes a row of channels. */
interface GlobalPool2d extends Layer {
  @Override
  default Inference infer(List<Shape> inputs) {
    Shape in = inputs.get(0);
    return in.rank() == 3 ? Inference.gives(Shape.of(in.size(0))) : Inference.refuses("refuse.needs_image", in);
  }

  @Override
  default Ties ties(List<Shape> inputs) {
    return Ties.rows(inputs.get(0).size(1) * inputs.get(0).size(2), 1);
  }

  @Override
  default Layout layout() {
    return Layout.EITHER;
  }
}
