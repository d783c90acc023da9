package studio.backprop.observe;

import java.util.Arrays;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/**
 * Finds the units of a ReLU that are zero for every example that was listened to. No gradient passes through such a unit; one that stays
 * so for good is called dead. A unit is a number of a row, a feature at all time steps of a sequence, or a channel with all its pixels.
 * Listening allocates nothing.
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

  /** The share of units that are silent in one batch, 0 to 1. */
  static double share(Tensor output) {
    SilentUnits units = new SilentUnits(output.shape());
    units.listen(output);
    return units.share();
  }

  /** Listens to a batch. Units that have spoken need not be heard again. */
  public void listen(Tensor output) {
    int places = output.rowCount() / spoke.length;
    heard += (long) places * output.rows();
    for (int unit = 0; unit < spoke.length; unit++) {
      int first = image ? unit * places : unit;
      spoke[unit] = spoke[unit] || !isSilent(output, first, image ? 1 : spoke.length, places);
    }
  }

  /** The share of units that were silent in all batches since the beginning, 0 to 1. */
  public double share() {
    int silent = 0;
    for (boolean heard : spoke) {
      silent += heard ? 0 : 1;
    }
    return (double) silent / spoke.length;
  }

  /** How many numbers of each unit were listened to since the beginning. */
  public long heard() {
    return heard;
  }

  /** Begins anew. */
  public void clear() {
    heard = 0;
    Arrays.fill(spoke, false);
  }

  private static boolean isSilent(Tensor output, int first, int step, int places) {
    return output.sideBySide() ? isSilentInRuns(output, first, step, places) : isSilentAnywhere(output, first, step, places);
  }

  /** Where the numbers of all examples side by side follow each other, no place needs to be looked up. */
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
