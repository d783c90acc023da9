package studio.backprop.data.draw;

import java.util.Arrays;

/** Anti-aliased rasterizer of round lines with variable width: coverage per pixel, from 0 to 1. */
final class InkRaster {
  /** Samples along each side of a pixel. */
  private static final int SUBSAMPLES = 4;

  private final int height;
  private final int width;
  private final float[] samples;

  InkRaster(int height, int width) {
    this.height = height;
    this.width = width;
    this.samples = new float[height * SUBSAMPLES * width * SUBSAMPLES];
  }

  /**
   * Draws a line, in px from the top left corner.
   *
   * @param fromRadius half the width at its start
   * @param toRadius half the width at its end
   */
  void line(double fromX, double fromY, double fromRadius, double toX, double toY, double toRadius) {
    double reach = Math.max(fromRadius, toRadius) + 1.0 / SUBSAMPLES;
    int left = sample(Math.min(fromX, toX) - reach, width);
    int right = sample(Math.max(fromX, toX) + reach, width);
    int top = sample(Math.min(fromY, toY) - reach, height);
    int bottom = sample(Math.max(fromY, toY) + reach, height);
    for (int row = top; row <= bottom; row++) {
      for (int column = left; column <= right; column++) {
        double x = (column + 0.5) / SUBSAMPLES;
        double y = (row + 0.5) / SUBSAMPLES;
        double t = Stroke.along(fromX, fromY, toX, toY, x, y);
        double dx = fromX + t * (toX - fromX) - x;
        double dy = fromY + t * (toY - fromY) - y;
        double distance = Math.sqrt(dx * dx + dy * dy); // pixels: no overflow that Math.hypot, ten times as slow, would guard against
        double covered = (fromRadius + t * (toRadius - fromRadius) - distance) * SUBSAMPLES + 0.5;
        int at = row * width * SUBSAMPLES + column;
        samples[at] = (float) Math.max(samples[at], Math.min(1, covered));
      }
    }
  }

  private static int sample(double at, int size) {
    return Math.max(0, Math.min(size * SUBSAMPLES - 1, (int) Math.floor(at * SUBSAMPLES)));
  }

  /** Coverage of each pixel, row-major. */
  float[] covered() {
    float[] covered = new float[height * width];
    for (int i = 0; i < samples.length; i++) {
      int row = i / (width * SUBSAMPLES);
      int column = i % (width * SUBSAMPLES);
      covered[row / SUBSAMPLES * width + column / SUBSAMPLES] += samples[i] / (SUBSAMPLES * SUBSAMPLES);
    }
    return covered;
  }

  void clear() {
    Arrays.fill(samples, 0);
  }
}
