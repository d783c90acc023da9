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
 * How numbers of one kind were spread at some moments, over one axis. Of each moment the outer half percent on both sides may lie beyond
 * the axis, so that one outlier does not squeeze all else.
 *
 * @param ridges the oldest first
 * @param least the left end of the axis
 * @param most its right end
 */
record Ridges(List<Ridge> ridges, double least, double most) {
  /** Places along the axis. */
  static final int PLACES = 64;

  private static final double OUTER = 0.005;

  /**
   * One moment.
   *
   * @param heights at each place, the root of the share of the numbers that lie there, so that rare ones can be seen; 1 is the highest of
   *     all
   */
  record Ridge(long step, float[] heights) {}

  /** @param axis whose spreads the axis reaches over: those of the node alone or of all nodes */
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

  /** The axis always holds 0: from there all numbers are judged. */
  private static double end(List<Map<Integer, Histogram>> axis, ToDoubleFunction<Histogram> quantile, BinaryOperator<Double> further) {
    Stream<Double> ends = axis.stream().flatMap(spreads -> spreads.values().stream()).map(quantile::applyAsDouble);
    return ends.reduce(0.0, further);
  }

  private static void scale(float[] heights, float unit) {
    for (int i = 0; i < heights.length; i++) {
      heights[i] *= unit;
    }
  }

  /** Deals each bin's count out over the places that it covers. */
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
