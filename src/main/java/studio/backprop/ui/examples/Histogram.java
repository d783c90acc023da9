package studio.backprop.ui.examples;

import java.util.Arrays;
import studio.backprop.data.PreparedData;

/** How the values of a regression are spread, over all examples. */
final class Histogram {
  private final int[] counts;
  private final double low;
  private final double width;
  private final double mean;
  private final double meanDeviation;

  private Histogram(int[] counts, double low, double width, double mean, double meanDeviation) {
    this.counts = counts;
    this.low = low;
    this.width = width;
    this.mean = mean;
    this.meanDeviation = meanDeviation;
  }

  static Histogram of(PreparedData data, int bins) {
    double[] values = new double[data.dataset().rows()];
    Arrays.setAll(values, row -> data.dataset().target(row));
    double low = Arrays.stream(values).min().orElse(0);
    double high = Arrays.stream(values).max().orElse(0);
    double mean = Arrays.stream(values).average().orElse(0);
    double deviation = Arrays.stream(values).map(value -> Math.abs(value - mean)).average().orElse(0);
    double width = high > low ? (high - low) / bins : 1;
    int[] counts = new int[bins];
    for (double value : values) {
      counts[Math.min(bins - 1, (int) ((value - low) / width))]++;
    }
    return new Histogram(counts, low, width, mean, deviation);
  }

  int count(int bin) {
    return counts[bin];
  }

  int most() {
    return Arrays.stream(counts).max().orElse(1);
  }

  /** The least value that falls into a bin. */
  double from(int bin) {
    return low + bin * width;
  }

  double mean() {
    return mean;
  }

  /** How far the values are from their mean on average: the error of always answering the mean. */
  double meanDeviation() {
    return meanDeviation;
  }
}
