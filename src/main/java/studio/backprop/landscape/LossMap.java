package studio.backprop.landscape;

import java.util.Arrays;

/**
 * Loss on a grid over a part of a plane. Immutable; arrays are not copied.
 *
 * @param side grid points along each axis
 * @param losses row-major from the bottom left; interpolated where a coarse pass has not computed them; not finite on overflow
 * @param computed number of computed losses
 * @param seconds CPU time of the calling thread
 * @param rows number of training rows
 */
public record LossMap(WeightPlane plane, MapFrame frame, int side, double[] losses, int computed, double seconds, int rows) {
  private static final double NOTABLE = 0.1;

  /** Coordinate of a column. */
  public double a(int column) {
    return frame.left() + (frame.right() - frame.left()) * column / (side - 1);
  }

  /** Coordinate of a row. */
  public double b(int row) {
    return frame.bottom() + (frame.top() - frame.bottom()) * row / (side - 1);
  }

  public double loss(int column, int row) {
    return losses[row * side + column];
  }

  /** Whether this is the last pass. */
  public boolean complete() {
    return computed == side * side;
  }

  /**
   * Share of the inner grid points with negative curvature: smaller Hessian eigenvalue (central differences) below −0.1 times the larger
   * (ratio of Li et al. 2018). 0 if convex.
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

  /** Smallest finite loss; NaN if none. */
  public double least() {
    return Arrays.stream(losses).filter(Double::isFinite).min().orElse(Double.NaN);
  }

  /** Largest finite loss; NaN if none. */
  public double most() {
    return Arrays.stream(losses).filter(Double::isFinite).max().orElse(Double.NaN);
  }
}
