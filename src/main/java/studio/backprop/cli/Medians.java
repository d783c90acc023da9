package studio.backprop.cli;

import java.util.stream.DoubleStream;

/** The middle of some figures. */
final class Medians {
  private Medians() {}

  /** Of an even number the mean of the two in the middle. */
  static double of(DoubleStream figures) {
    double[] sorted = figures.sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
