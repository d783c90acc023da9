package studio.backprop.layer;

import java.util.List;
import studio.backprop.tensor.Axis;
import studio.backprop.tensor.Shape;

/** What layers that work along one axis have in common: their input must have it. */
interface AlongAxis extends Layer {
  Axis axis();

  /** The shape it gives for an input that has the axis, or why it cannot take it. */
  Inference along(Shape in, int axis);

  @Override
  default Inference infer(List<Shape> inputs) {
    Shape in = inputs.get(0);
    int axis = axis(in);
    return axis < 0 ? Inference.refuses("refuse.no_axis", in, axis().title()) : along(in, axis);
  }

  /** Which axis of the shape it is, below 0 where there is none. */
  default int axis(Shape in) {
    for (int axis = 0; axis < in.rank(); axis++) {
      if (in.axis(axis) == axis()) {
        return axis;
      }
    }
    return -1;
  }

  @Override
  default Layout layout() {
    return Layout.EITHER;
  }
}
