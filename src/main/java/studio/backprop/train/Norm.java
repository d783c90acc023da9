package studio.backprop.train;

import studio.backprop.kernel.Kernels;

/**
 * ‖x‖ = √Σx² of very many numbers at every step, for the eye. The squares are summed as floats, a few thousand at a time, which keeps six
 * digits; where they are too large or too small for floats, as double.
 */
final class Norm {
  private static final int CHUNK = 1 << 12;

  /** Below this sum of squares, floats may have lost some of them. */
  private static final double LEAST = 1e-24;

  private Norm() {}

  /** Of the first n numbers; not finite exactly if one of them is not. */
  static double of(float[] x, int n, Kernels kernels) {
    double squares = 0;
    for (int at = 0; at < n; at += CHUNK) {
      squares += kernels.sumOfSquares(x, at, Math.min(CHUNK, n - at), 0);
    }
    return Math.sqrt(squares > LEAST && squares < Double.POSITIVE_INFINITY ? squares : kernels.sumOfSquares(x, n));
  }
}
