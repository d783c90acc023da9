package studio.backprop.op;

import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/**
 * View of a tensor along one axis: {@code outer} × {@code size} runs, of {@code inner} contiguous numbers each. Interleaved examples only
 * lengthen the runs.
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

  int at(int place) {
    return place * size * inner;
  }
}
