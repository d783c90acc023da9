package studio.backprop.ui.judge.attribution;

/**
 * What attributions sum to, and the difference of scores that they should sum to, all with the decimals of the larger score: a reader who
 * subtracts what is written finds what is written.
 *
 * @param score of the example
 * @param baseline score of the baseline
 */
record ScoreSum(AttributionTexts words, double score, double baseline) {
  /** A number of the sum. */
  String said(double value) {
    return words.sumInColumn(value, largest());
  }

  /** What is subtracted, in brackets where it is negative. */
  String taken() {
    return baseline < 0 ? "(" + said(baseline) + ")" : said(baseline);
  }

  /** Of the scores as they are written. */
  double difference() {
    double unit = Math.min(1, Math.pow(10, Math.floor(Math.log10(largest())) + 1 - AttributionTexts.SUM_DIGITS));
    return largest() == 0 ? 0 : (Math.rint(score / unit) - Math.rint(baseline / unit)) * unit;
  }

  private double largest() {
    return Math.max(Math.abs(score), Math.abs(baseline));
  }
}
