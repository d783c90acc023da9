package studio.backprop.ui.watch.doctor;

import java.util.List;
import java.util.stream.DoubleStream;
import studio.backprop.ui.kit.Health;

/**
 * Logarithmic scale of ‖∂L/∂W‖, common to both rows.
 *
 * @param low exponent of the power of ten at the bottom
 * @param high exponent of the power of ten at the top
 */
record RowScale(double low, double high) {
  private static final double LOWEST = -18;
  private static final double HIGHEST = 18;
  /** Minimum share of a visible bar. */
  private static final double STUMP = 0.04;

  static RowScale over(List<ExperimentRow> lanes) {
    double[] powers = lanes.stream().flatMapToDouble(lane -> lane.learning().stream().mapToDouble(ExperimentRow.Stop::gradient))
        .filter(gradient -> gradient > 0 && Double.isFinite(gradient)).map(Math::log10).toArray();
    double least = DoubleStream.of(powers).min().orElse(-1);
    double most = DoubleStream.of(powers).max().orElse(0);
    return new RowScale(Math.max(LOWEST, Math.min(-4, Math.floor(least))), Math.min(HIGHEST, Math.max(0, Math.ceil(most))));
  }

  /** From 0 at the bottom to 1 at the top. */
  double share(double gradient) {
    if (Health.of(gradient) == Health.EXPLODING && !Double.isFinite(gradient)) {
      return 1;
    }
    return gradient <= 0 ? 0 : Math.max(STUMP, Math.min(1, (Math.log10(gradient) - low) / (high - low)));
  }
}
