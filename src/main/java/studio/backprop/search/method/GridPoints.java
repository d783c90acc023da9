package studio.backprop.search.method;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import studio.backprop.search.space.Dimension;
import studio.backprop.search.space.Space;

/**
 * Grid search: all combinations of a few values of each setting. Successive points differ in all settings, so that a small budget covers
 * all values.
 */
public final class GridPoints {
  /** Values of a range, equidistant on its scale, ends included. */
  private static final int VALUES = 3;

  private GridPoints() {}

  /** Grid values of a setting. */
  static double[] values(Dimension dimension) {
    if (dimension.isChoice()) {
      return IntStream.range(0, dimension.choices().size()).asDoubleStream().toArray();
    }
    return IntStream.range(0, VALUES).mapToDouble(i -> {
      double from = dimension.inner(dimension.low());
      double to = dimension.inner(dimension.high());
      return dimension.value(from + i * (to - from) / (VALUES - 1));
    }).distinct().toArray();
  }

  /** Number of points. */
  public static long count(Space space) {
    return (long) space.dimensions().stream().mapToDouble(dimension -> values(dimension).length).reduce(1, (a, b) -> a * b);
  }

  /** @param place from 0; empty beyond the last */
  static Optional<List<Double>> at(Space space, long place) {
    if (place >= count(space)) {
      return Optional.empty();
    }
    double[] point = new double[space.dimensions().size()];
    long rest = place;
    int turn = 0; // the fastest digit shifts all others; each point still occurs once
    for (int d = point.length - 1; d >= 0; d--) {
      double[] values = values(space.dimensions().get(d));
      int digit = (int) (rest % values.length);
      point[d] = values[(digit + turn) % values.length];
      turn = d == point.length - 1 ? digit : turn;
      rest /= values.length;
    }
    return Optional.of(DoubleStream.of(point).boxed().toList());
  }
}
