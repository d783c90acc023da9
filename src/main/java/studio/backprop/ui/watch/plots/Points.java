package studio.backprop.ui.watch.plots;

import java.util.Arrays;

/** One line of a plot, from left to right, in arrays that are filled anew before each drawing. It may have gaps. */
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

  /** No line leads to the next point: nothing was measured between it and the one before. */
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

  /** Whether the line begins anew at a point. */
  boolean begins(int point) {
    return begins[point];
  }

  /** The point whose place is nearest; −1 if there is none. */
  int nearest(double x) {
    int found = Arrays.binarySearch(xs, 0, size, x);
    if (found >= 0 || size == 0) {
      return found >= 0 ? found : -1;
    }
    int after = -found - 1;
    boolean before = after == size || after > 0 && x - xs[after - 1] <= xs[after] - x;
    return before ? after - 1 : after;
  }

  /** The smallest finite value, infinity if there is none. */
  double least() {
    return Arrays.stream(ys, 0, size).filter(Double::isFinite).min().orElse(Double.POSITIVE_INFINITY);
  }

  /** The largest finite value, minus infinity if there is none. */
  double most() {
    return Arrays.stream(ys, 0, size).filter(Double::isFinite).max().orElse(Double.NEGATIVE_INFINITY);
  }
}
