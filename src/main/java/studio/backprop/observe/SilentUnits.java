package studio.backprop.observe;

import java.util.Arrays;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/**
 * Detector of ReLU units that are zero for all observed examples (dead ReLUs). A unit is a component of a row, a feature over all time
 * steps, or a channel. Observing allocates nothing.
 */
public final class SilentUnits {
  private final boolean image;
  private final boolean[] spoke;
  private long heard;

  /** @param shape of one example */
  public SilentUnits(Shape shape) {
    this.image = shape.rank() == 3;
    this.spoke = new boolean[shape.rank() == 0 ? 1 : image ? shape.size(0) : shape.size(shape.rank() - 1)];
  }

  /** Share of silent units in one batch. */
  static double share(Tensor output) {
    SilentUnits units = new SilentUnits(output.shape());
    units.listen(output);
    return units.share();
  }

  /** Observes a batch. */
  public void listen(Tensor output) {
    int places = output.rowCount() / spoke.length;
    heard += (long) places * output.rows();
    for (int unit = 0; unit < spoke.length; unit++) {
      int first = image ? unit * places : unit;
      spoke[unit] = spoke[unit] || !isSilent(output, first, image ? 1 : spoke.length, places);
    }
  }

  /** Share of units that were silent in all observed batches. */
  public double share() {
    int silent = 0;
    for (boolean heard : spoke) {
      silent += heard ? 0 : 1;
    }
    return (double) silent / spoke.length;
  }

  /** Observed values per unit. */
  public long heard() {
    return heard;
  }

  public void clear() {
    heard = 0;
    Arrays.fill(spoke, false);
  }

  private static boolean isSilent(Tensor output, int first, int step, int places) {
    return output.sideBySide() ? isSilentInRuns(output, first, step, places) : isSilentAnywhere(output, first, step, places);
  }

  /** For contiguous values of all examples. */
  private static boolean isSilentInRuns(Tensor output, int first, int step, int places) {
    int lanes = output.lanes();
    int run = step == 1 ? places * lanes : lanes;
    int runs = step == 1 ? 1 : places;
    for (int row = 0; row < output.rows(); row += lanes) {
      for (int i = 0; i < runs; i++) {
        if (!isZero(output.values(), output.index(row, first + i * step), run)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isZero(float[] values, int at, int n) {
    for (int i = at; i < at + n; i++) {
      if (values[i] != 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSilentAnywhere(Tensor output, int first, int step, int places) {
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
