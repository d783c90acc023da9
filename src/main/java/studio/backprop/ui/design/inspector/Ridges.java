package studio.backprop.ui.design.inspector;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import studio.backprop.observe.Histogram;
import studio.backprop.observe.HistogramSnapshot;

/**
 * Histograms of one kind of values at several steps over one axis. Up to 0.5 % of the values of each step may lie beyond either end, so
 * that outliers do not squeeze the rest.
 *
 * @param ridges the oldest first
 */
record Ridges(List<Ridge> ridges, double least, double most) {
  /** Grid points of the axis. */
  static final int PLACES = 64;

  private static final double OUTER = 0.005;

  /**
   * One step.
   *
   * @param heights for each grid point the square root of the share of values there, which keeps rare ones visible; 1 is the highest of all
   */
  record Ridge(long step, float[] heights) {}

  /** @param axis histograms that the axis covers: those of the node alone or of all nodes */
  static Optional<Ridges> of(List<HistogramSnapshot> moments, HistogramSnapshot.Kind kind, int node, List<Map<Integer, Histogram>> axis) {
    List<HistogramSnapshot> known = moments.stream().filter(moment -> moment.spread(kind, node).isPresent()).toList();
    if (known.isEmpty()) {
      return Optional.empty();
    }
    double least = end(axis, spread -> spread.quantile(OUTER), Math::min);
    double most = end(axis, spread -> spread.quantile(1 - OUTER), Math::max);
    double room = most > least ? 0 : Math.max(Math.abs(most), 1e-6) / 2;
    double from = least - room;
    double to = most + room;
    List<Ridge> ridges = known.stream().map(m -> new Ridge(m.step(), heights(m.spread(kind, node).get(), from, to))).toList();
    float highest = 0;
    for (Ridge ridge : ridges) {
      for (float height : ridge.heights) {
        highest = Math.max(highest, height);
      }
    }
    float unit = highest > 0 ? 1 / highest : 0;
    ridges.forEach(ridge -> scale(ridge.heights, unit));
    return Optional.of(new Ridges(ridges, from, to));
  }

  /** The axis always includes 0. */
  private static double end(List<Map<Integer, Histogram>> axis, ToDoubleFunction<Histogram> quantile, BinaryOperator<Double> further) {
    Stream<Double> ends = axis.stream().flatMap(spreads -> spreads.values().stream()).map(quantile::applyAsDouble);
    return ends.reduce(0.0, further);
  }

  private static void scale(float[] heights, float unit) {
    for (int i = 0; i < heights.length; i++) {
      heights[i] *= unit;
    }
  }

  /** Distributes the count of each bin over the grid points that it covers. */
  private static float[] heights(Histogram spread, double from, double to) {
    double[] shares = new double[PLACES];
    for (int bin = 0; bin < Histogram.BINS; bin++) {
      double left = place(spread.edge(bin), from, to);
      double right = place(spread.edge(bin + 1), from, to);
      for (int place = (int) Math.max(0, Math.floor(left)); place < PLACES && (place < right || place == (int) left); place++) {
        double covered = right > left ? (Math.min(right, place + 1) - Math.max(left, place)) / (right - left) : 1;
        shares[place] += spread.count(bin) * covered / spread.total();
      }
    }
    float[] heights = new float[PLACES];
    for (int place = 0; place < PLACES; place++) {
      heights[place] = (float) Math.sqrt(shares[place]);
    }
    return heights;
  }

  private static double place(double number, double from, double to) {
    return Math.min((number - from) / (to - from), 1 - 1e-9) * PLACES;
  }
}
