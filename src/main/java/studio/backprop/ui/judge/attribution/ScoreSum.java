package studio.backprop.ui.judge.attribution;

/**
 * Sum of attributions and the difference of scores that it should equal, rounded to the decimals of the larger score so that the displayed
 * numbers add up.
 *
 * @param score of the example
 * @param baseline score of the baseline
 */
record ScoreSum(AttributionTexts words, double score, double baseline) {
  /** Formatted term of the sum. */
  String said(double value) {
    return words.sumInColumn(value, largest());
  }

  /** Formatted subtrahend, in brackets if negative. */
  String taken() {
    return baseline < 0 ? "(" + said(baseline) + ")" : said(baseline);
  }

  /** Difference of the rounded scores. */
  double difference() {
    double unit = Math.min(1, Math.pow(10, Math.floor(Math.log10(largest())) + 1 - AttributionTexts.SUM_DIGITS));
    return largest() == 0 ? 0 : (Math.rint(score / unit) - Math.rint(baseline / unit)) * unit;
  }

  private double largest() {
    return Math.max(Math.abs(score), Math.abs(baseline));
  }
}
