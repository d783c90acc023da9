package studio.backprop.derivation;

import studio.backprop.tensor.Tensor;

/**
 * Element of a tensor in a plan.
 *
 * @param tensor tensor, in any of its shapes
 * @param row example; 0 for a parameter, whose rows are part of {@code place}
 * @param place row-major within the example
 */
record Cell(Tensor tensor, int row, int place) {
  Cell {
    if (row < 0 || row >= tensor.rows() || place < 0 || place >= tensor.rowCount()) {
      throw new IllegalArgumentException(tensor + " has no number " + place + " in row " + row);
    }
  }

  int at() {
    return tensor.index(row, place);
  }

  float value() {
    return tensor.values()[at()];
  }

  /** Whether both are the same element, possibly in two shapes. */
  boolean is(Cell other) {
    return tensor.storage() == other.tensor.storage() && row == other.row && place == other.place;
  }
}
