package studio.backprop.train;

import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/**
 * Finds the units of a ReLU that are zero for every example of a batch. No gradient passes through such a unit in that step; one that stays
 * so for good is called dead. A unit is a number of a row, a feature at all time steps of a sequence, or a channel with all its pixels.
 */
final class SilentUnits {
  private SilentUnits() {}

  /** The share of silent units, 0 to 1. */
  static double share(Tensor output) {
    Shape shape = output.shape();
    boolean image = shape.rank() == 3;
    int units = image ? shape.size(0) : shape.size(shape.rank() - 1);
    int places = output.rowCount() / units;
    int silent = 0;
    for (int unit = 0; unit < units; unit++) {
      int first = image ? unit * places : unit;
      silent += isSilent(output, first, image ? 1 : units, places) ? 1 : 0;
    }
    return (double) silent / units;
  }

  private static boolean isSilent(Tensor output, int first, int step, int places) {
    for (int row = 0; row < output.rows(); row++) {
      for (int place = 0; place < places; place++) {
        if (output.get(row, first + place * step) != 0) {
          return false;
        }
      }
    }
    return true;
  }
}
