package studio.backprop.ui.inside.lens.dense;

import java.util.stream.IntStream;

/**
 * What the products of one neuron have in common, which stand below each other: all have the decimals of the largest number, and bars are
 * as long as the largest single term asks for. What is summed up has no bar, for it would leave none to the terms.
 *
 * @param rest what the inputs without a line add
 * @param bars the size of the largest term that has a bar
 * @param largest the size of the largest number
 */
record DenseColumn(double rest, double bars, double largest) {
  /** @param listed the inputs that have a line */
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
