package studio.backprop.kernel;

import java.util.Arrays;

/** Max pooling of row-major images in plain Java. */
final class ScalarMaxPooling implements Pooling {
  private final int pixels;
  private final int[][] windows;

  ScalarMaxPooling(int pixels, int[][] windows) {
    this.pixels = pixels;
    this.windows = windows;
  }

  @Override
  public void forward(int from, int to, float[] x, float[] y) {
    for (int plane = from; plane < to; plane++) {
      int out = plane * windows.length;
      for (int[] window : windows) {
        y[out++] = x[winner(x, plane * pixels, window)];
      }
    }
  }

  @Override
  public void backward(int from, int to, float[] x, float[] y, float[] dy, float[] dx, boolean add) {
    if (!add) {
      Arrays.fill(dx, from * pixels, to * pixels, 0);
    }
    for (int plane = from; plane < to; plane++) {
      int out = plane * windows.length;
      for (int[] window : windows) {
        dx[winner(x, plane * pixels, window)] += dy[out++];
      }
    }
  }

  private static int winner(float[] x, int at, int[] window) {
    int best = at + window[0];
    if (window.length == 4) {
      int above = best + (window[1] - window[0]) * less(x[best], x[at + window[1]]);
      int third = at + window[2];
      int below = third + (window[3] - window[2]) * less(x[third], x[at + window[3]]);
      return above + (below - above) * less(x[above], x[below]);
    }
    for (int pixel : window) {
      best = x[at + pixel] > x[best] ? at + pixel : best;
    }
    return best;
  }

  /**
   * 1 if a < b, otherwise 0: the sign bit of a − b, where adding 0 makes a zero difference positive. Branch-free, as the branch would be
   * unpredictable.
   */
  private static int less(float a, float b) {
    return Float.floatToRawIntBits(a - b + 0f) >>> 31;
  }
}
