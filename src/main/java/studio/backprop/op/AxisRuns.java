package studio.backprop.op;

import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/**
 * A tensor seen from one axis: {@code outer} times come {@code size} runs, one for each place of the axis, of {@code inner} numbers each.
 * Examples that lie side by side in lanes make the runs longer, nothing else.
 */
record AxisRuns(int outer, int size, int inner) {
  static AxisRuns of(Tensor x, int axis) {
    Shape shape = x.shape();
    int inner = x.lanes();
    for (int i = axis + 1; i < shape.rank(); i++) {
      inner *= shape.size(i);
    }
    return new AxisRuns(x.count() / inner / shape.size(axis), shape.size(axis), inner);
  }

  /** Where the runs of an outer place begin. */
  int at(int place) {
    return place * size * inner;
  }
}
