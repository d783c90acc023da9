package studio.backprop.data.draw;

/** Area-averaging resampling of a pixel grid; zero outside. */
record Resampling(float[] pixels, int width, int height) {
  /**
   * @param scaleX width of a new pixel in old ones
   * @param scaleY its height
   * @param left edge of the first new pixel, in old ones; may be below 0
   * @param top the same from the top
   */
  float[] into(int rows, int columns, double scaleX, double scaleY, double left, double top) {
    float[] across = new float[height * columns];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < columns; x++) {
        across[y * columns + x] = mean(y * width, 1, width, left + x * scaleX, left + (x + 1) * scaleX, pixels);
      }
    }
    float[] to = new float[rows * columns];
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        to[y * columns + x] = mean(x, columns, height, top + y * scaleY, top + (y + 1) * scaleY, across);
      }
    }
    return to;
  }

  /** Mean over an interval of a line of numbers. */
  private static float mean(int first, int stride, int count, double from, double to, float[] numbers) {
    double sum = 0;
    int last = Math.min(count - 1, (int) Math.ceil(to) - 1);
    for (int i = Math.max(0, (int) Math.floor(from)); i <= last; i++) {
      sum += numbers[first + i * stride] * Math.max(0, Math.min(i + 1, to) - Math.max(i, from));
    }
    return (float) (sum / (to - from));
  }
}
