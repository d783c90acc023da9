package studio.backprop.ui.compare.comparison;

import java.util.List;
import studio.backprop.train.record.EpochRecord;
import studio.backprop.ui.kit.Ticks;

/** Axes of a plot: steps and values to px; values logarithmic where all are positive and span decades. */
final class PlotScale {
  static final double LEFT = 52;
  static final double TOP = 24;
  private static final double RIGHT = 22;
  private static final double BOTTOM = 22;
  private static final double LOG_RATIO = 8;
  private static final int APART = 34;
  private static final int APART_LEVEL = 70;

  private final double width;
  private final double height;
  private final double lastStep;
  private final boolean log;
  private double low = Double.POSITIVE_INFINITY;
  private double high = Double.NEGATIVE_INFINITY;

  /** @param share whether values are from 0 to 1 */
  PlotScale(List<VariantLine> lines, boolean share, double width, double height) {
    this.width = width;
    this.height = height;
    this.lastStep = Math.max(1, lines.stream().mapToDouble(VariantLine::lastStep).max().orElse(1));
    lines.forEach(this::measure);
    boolean none = low > high;
    low = none ? 0 : low;
    high = none ? 1 : share ? Math.min(1, high) : high;
    this.log = !share && low > 0 && high / low > LOG_RATIO;
    if (!log) {
      double room = Math.max(1e-9, high - low) * 0.05;
      low = share ? Math.max(0, low - room) : low - room;
      high = share ? Math.min(1, high + room) : high + room;
    }
  }

  private void measure(VariantLine line) {
    for (int column = 0; column < line.curve().size(); column++) {
      include(line.curve().smooth(column));
    }
    for (EpochRecord epoch : line.epochs()) {
      include(line.held().applyAsDouble(epoch));
    }
  }

  private void include(double value) {
    if (Double.isFinite(value)) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }

  boolean fits() {
    return width > LEFT + RIGHT + 20 && height > TOP + BOTTOM + 20;
  }

  boolean log() {
    return log;
  }

  double right() {
    return width - RIGHT;
  }

  double bottom() {
    return height - BOTTOM;
  }

  double lastStep() {
    return lastStep;
  }

  double x(double step) {
    return LEFT + (right() - LEFT) * step / lastStep;
  }

  /** Clamped to the last step. */
  double step(double x) {
    return Math.max(1, Math.min(lastStep, Math.round((x - LEFT) / (right() - LEFT) * lastStep)));
  }

  double y(double value) {
    double share = log ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
    return bottom() - Math.max(0, Math.min(1, share)) * (bottom() - TOP);
  }

  double[] values() {
    int most = Math.max(2, (int) ((bottom() - TOP) / APART));
    return log ? Ticks.log(low, high, most) : Ticks.linear(low, high, most);
  }

  double[] steps() {
    return Ticks.whole(0, lastStep, Math.max(2, (int) ((right() - LEFT) / APART_LEVEL)));
  }
}
