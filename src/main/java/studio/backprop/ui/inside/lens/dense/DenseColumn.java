package studio.backprop.ui.inside.lens.dense;

import java.util.stream.IntStream;

/**
 * Common scale of one neuron's products: all numbers have the decimals of the largest one, and bars are scaled to the largest single term.
 * Sums have no bar, which would leave none to the terms.
 *
 * @param rest sum of the inputs without a line
 * @param bars magnitude of the largest term with a bar
 * @param largest magnitude of the largest number
 */
record DenseColumn(double rest, double bars, double largest) {
  /** @param listed inputs that have a line */
  static DenseColumn of(DenseLane lane, int[] listed) {
    double shown = IntStream.of(listed).mapToDouble(i -> lane.products()[i]).sum();
    double rest = IntStream.range(0, lane.products().length).mapToDouble(i -> lane.products()[i]).sum() - shown;
    double bars = Math.max(IntStream.of(listed).mapToDouble(i -> Math.abs(lane.products()[i])).max().orElse(0), size(lane.bias()));
    double sums = lane.back() ? 0 : Math.max(listed.length < lane.products().length ? size(rest) : 0, size(lane.sum()));
    return new DenseColumn(rest, bars, Math.max(bars, sums));
  }

  private static double size(double value) {
    return Double.isNaN(value) ? 0 : Math.abs(value);
  }
}
