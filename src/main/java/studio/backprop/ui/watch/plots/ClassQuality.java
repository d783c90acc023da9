package studio.backprop.ui.watch.plots;

/**
 * Recall, precision and F1 of one class.
 *
 * @param f1 the harmonic mean of both; each is NaN where its denominator is 0
 */
record ClassQuality(double recall, double precision, double f1) {
  /** @param counts [true class][predicted class] */
  static ClassQuality of(int[][] counts, int index) {
    double right = counts[index][index];
    double truth = 0;
    double taken = 0;
    for (int c = 0; c < counts.length; c++) {
      truth += counts[index][c];
      taken += counts[c][index];
    }
    // 2pr ÷ (p + r), also right where one of them is 0
    return new ClassQuality(right / truth, right / taken, 2 * right / (truth + taken));
  }
}
