package studio.backprop.layer;

import java.util.List;
import studio.backprop.tensor.Axis;
import studio.backprop.tensor.Shape;

/** Base of layers along one axis, which their input must have. */
interface AlongAxis extends Layer {
  Axis axis();

  /** Output shape for an input that has the axis, or an error. */
  Inference along(Shape in, int axis);

  @Override
  default Inference infer(List<Shape> inputs) {
    Shape in = inputs.get(0);
    int axis = axis(in);
    return axis < 0 ? Inference.refuses("refuse.no_axis", in, axis().title()) : along(in, axis);
  }

  /** Index of the axis in the shape; negative where missing. */
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
