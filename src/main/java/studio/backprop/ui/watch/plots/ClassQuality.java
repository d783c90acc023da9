package studio.backprop.ui.watch.plots;

/**
 * How well one class is told from the others.
 *
 * @param recall of its examples, the share that was recognised
 * @param precision of those taken for it, the share that is
 * @param f1 the harmonic mean of both; NaN, as each of them, where there is nothing to divide by
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
    // 2pr ÷ (p + r), which is also right where one of them is 0
    return new ClassQuality(right / truth, right / taken, 2 * right / (truth + taken));
  }
}
