package studio.backprop.kernel;

import java.util.Arrays;

/** Average pooling of row-major images in plain Java. */
final class ScalarAveragePooling implements Pooling {
  private final int pixels;
  private final int[][] windows;

  ScalarAveragePooling(int pixels, int[][] windows) {
    this.pixels = pixels;
    this.windows = windows;
  }

  @Override
  public void forward(int from, int to, float[] x, float[] y) {
    for (int plane = from; plane < to; plane++) {
      int out = plane * windows.length;
      for (int[] window : windows) {
        y[out++] = mean(x, plane * pixels, window);
      }
    }
  }

  private static float mean(float[] x, int at, int[] window) {
    if (window.length == 4) {
      return 0.25f * (x[at + window[0]] + x[at + window[1]] + x[at + window[2]] + x[at + window[3]]);
    }
    float sum = 0;
    for (int pixel : window) {
      sum += x[at + pixel];
    }
    return sum / window.length;
  }

  @Override
  public void backward(int from, int to, float[] x, float[] y, float[] dy, float[] dx, boolean add) {
    if (!add) {
      Arrays.fill(dx, from * pixels, to * pixels, 0);
    }
    for (int plane = from; plane < to; plane++) {
      int out = plane * windows.length;
      for (int[] window : windows) {
        spread(dy[out++] / window.length, window, plane * pixels, dx);
      }
    }
  }

  private static void spread(float share, int[] window, int at, float[] dx) {
    for (int pixel : window) {
      dx[at + pixel] += share;
    }
  }
}
