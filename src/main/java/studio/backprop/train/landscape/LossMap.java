package studio.backprop.train.landscape;

import java.util.Arrays;

/**
 * The loss over a part of a plane, at the crossings of a grid. It no longer changes.
 *
 * @param side crossings along each axis
 * @param losses row by row from the bottom, each from left to right; what a coarse pass has not computed is interpolated between its
 *     neighbours. Where the network overflows, a loss is not finite
 * @param computed how many of the losses were computed
 * @param seconds of the processor that they have taken, on the thread that asked
 * @param rows training rows over which each is taken
 */
public record LossMap(WeightPlane plane, MapFrame frame, int side, double[] losses, int computed, double seconds, int rows) {
  /** Where a column of the grid stands on the first axis. */
  public double a(int column) {
    return frame.left() + (frame.right() - frame.left()) * column / (side - 1);
  }

  /** Where a row of the grid stands on the second axis. */
  public double b(int row) {
    return frame.bottom() + (frame.top() - frame.bottom()) * row / (side - 1);
  }

  public double loss(int column, int row) {
    return losses[row * side + column];
  }

  /** Whether no finer pass follows. */
  public boolean complete() {
    return computed == side * side;
  }

  /** The least finite loss, NaN where there is none. */
  public double least() {
    return Arrays.stream(losses).filter(Double::isFinite).min().orElse(Double.NaN);
  }

  /** The greatest finite loss, NaN where there is none. */
  public double most() {
    return Arrays.stream(losses).filter(Double::isFinite).max().orElse(Double.NaN);
  }
}
