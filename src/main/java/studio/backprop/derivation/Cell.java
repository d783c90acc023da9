package studio.backprop.derivation;

import studio.backprop.tensor.Tensor;

/**
 * One number of a plan.
 *
 * @param tensor where it stands, under any of its shapes
 * @param row the example; 0 in a parameter, whose rows are counted in {@code place}
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

  /** Whether both are the same number, maybe under two shapes. */
  boolean is(Cell other) {
    return tensor.storage() == other.tensor.storage() && row == other.row && place == other.place;
  }
}
