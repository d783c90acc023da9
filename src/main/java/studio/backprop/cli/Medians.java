package studio.backprop.cli;

import java.util.stream.DoubleStream;

/** Median of an odd number of values, or the mean of the middle two. */
final class Medians {
  private Medians() {}

  static double of(DoubleStream figures) {
    double[] sorted = figures.sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
