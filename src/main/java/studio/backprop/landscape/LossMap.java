package studio.backprop.landscape;

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
  private static final double NOTABLE = 0.1;

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

  /**
   * The share of the inner crossings at which the loss bends downward in some direction of the plane: where the smaller of its two second
   * derivatives, by central differences, is below minus a tenth of the larger. 0 of a bowl; Li et al. 2018 look at the same ratio.
   */
  public double bentDown() {
    int bent = 0;
    for (int row = 1; row < side - 1; row++) {
      for (int column = 1; column < side - 1; column++) {
        double across = loss(column - 1, row) + loss(column + 1, row) - 2 * loss(column, row);
        double up = loss(column, row - 1) + loss(column, row + 1) - 2 * loss(column, row);
        double mixed = (loss(column + 1, row + 1) + loss(column - 1, row - 1) - loss(column + 1, row - 1) - loss(column - 1, row + 1)) / 4;
        double half = (across + up) / 2;
        double root = Math.sqrt((across - up) * (across - up) / 4 + mixed * mixed);
        bent += half - root < -NOTABLE * Math.abs(half + root) ? 1 : 0;
      }
    }
    return (double) bent / ((side - 2) * (side - 2));
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
