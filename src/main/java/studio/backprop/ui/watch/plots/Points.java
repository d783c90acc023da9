package studio.backprop.ui.watch.plots;

import java.util.Arrays;

/** Line of a plot, from left to right, possibly with gaps, in arrays that are refilled before each drawing. Not thread-safe. */
final class Points {
  private double[] xs = new double[64];
  private double[] ys = new double[64];
  private boolean[] begins = new boolean[64];
  private boolean lifted;
  private int size;

  void clear() {
    size = 0;
    lifted = false;
  }

  /** Starts a gap before the next point: nothing was measured in between. */
  void lift() {
    lifted = true;
  }

  void add(double x, double y) {
    if (size == xs.length) {
      xs = Arrays.copyOf(xs, 2 * size);
      ys = Arrays.copyOf(ys, 2 * size);
      begins = Arrays.copyOf(begins, 2 * size);
    }
    xs[size] = x;
    begins[size] = lifted;
    lifted = false;
    ys[size++] = y;
  }

  int size() {
    return size;
  }

  double x(int point) {
    return xs[point];
  }

  double y(int point) {
    return ys[point];
  }

  /** Whether a point follows a gap. */
  boolean begins(int point) {
    return begins[point];
  }

  /** Index of the point at the nearest position; −1 for none. */
  int nearest(double x) {
    int found = Arrays.binarySearch(xs, 0, size, x);
    if (found >= 0 || size == 0) {
      return found >= 0 ? found : -1;
    }
    int after = -found - 1;
    boolean before = after == size || after > 0 && x - xs[after - 1] <= xs[after] - x;
    return before ? after - 1 : after;
  }

  /** Smallest finite value, infinity for none. */
  double least() {
    return Arrays.stream(ys, 0, size).filter(Double::isFinite).min().orElse(Double.POSITIVE_INFINITY);
  }

  /** Largest finite value, minus infinity for none. */
  double most() {
    return Arrays.stream(ys, 0, size).filter(Double::isFinite).max().orElse(Double.NEGATIVE_INFINITY);
  }
}
