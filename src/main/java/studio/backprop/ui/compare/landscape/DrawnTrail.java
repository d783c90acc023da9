package studio.backprop.ui.compare.landscape;

import java.util.Arrays;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import studio.backprop.landscape.surface.Racer;

/**
 * Trajectory of a variant, projected onto the plane of a map. Immutable.
 *
 * @param steps recorded steps
 * @param xs first coordinate at each recorded step
 * @param ys second coordinate
 * @param losses true loss; NaN where not yet known
 * @param drawn loss of the map at the projection; NaN where not yet known
 * @param off distance from the plane
 * @param lengths length of the last step
 * @param ways path length from the start
 * @param crow straight-line distance from the start
 * @param diverged step of divergence; empty where it did not diverge
 */
record DrawnTrail(
    long[] steps, double[] xs, double[] ys, double[] losses, double[] drawn, double[] off, double[] lengths, double[] ways, double[] crow,
    OptionalLong diverged) {
  /** Relative difference between true and drawn loss that is worth a warning. */
  private static final double NOTABLE = 0.1;
  /** Distances below this share of the path length are rounding errors. */
  private static final double ROUNDING = 1e-6;

  static DrawnTrail of(Racer racer) {
    int count = racer.steps() + 1;
    double[] losses = IntStream.range(0, count).mapToDouble(racer::loss).toArray();
    return new DrawnTrail(
        LongStream.range(0, count).toArray(),
        IntStream.range(0, count).mapToDouble(step -> racer.at(step).x()).toArray(),
        IntStream.range(0, count).mapToDouble(step -> racer.at(step).y()).toArray(),
        losses, losses, new double[count],
        IntStream.range(0, count).mapToDouble(racer::length).toArray(),
        IntStream.range(0, count).mapToDouble(racer::way).toArray(),
        IntStream.range(0, count).mapToDouble(racer::distance).toArray(),
        racer.diverged().stream().mapToLong(step -> step).findFirst());
  }

  /** Whether the map can show it; false for another architecture. */
  boolean placed() {
    return !Double.isNaN(xs[0]);
  }

  DrawnTrail at(double[] otherXs, double[] otherYs) {
    return new DrawnTrail(steps, otherXs, otherYs, losses, drawn, off, lengths, ways, crow, diverged);
  }

  /**
   * The part of a step within the map, as two fractions of the segment; empty where none is. Liang and Barsky 1984.
   *
   * @param place index of the segment's first point
   */
  double[] within(int place, DrawnMap map) {
    double[] part = {0, 1};
    boolean some = cut(part, xs[place], xs[place + 1] - xs[place], map.left(), map.right())
        && cut(part, ys[place], ys[place + 1] - ys[place], map.bottom(), map.top());
    return some && part[0] <= part[1] ? part : new double[0];
  }

  /** Last index to be drawn: of a diverged variant the first one after it left the map for good. */
  int drawnTo(DrawnMap map) {
    int last = size() - 1;
    while (diverged.isPresent() && last > 0 && !map.contains(xs[last], ys[last])) {
      last--; // later jumps from one side of the map to the other would cover it
    }
    return Math.min(size() - 1, last + 1);
  }

  private static boolean cut(double[] part, double at, double way, double low, double high) {
    if (!Double.isFinite(at) || !Double.isFinite(way)) {
      return false;
    }
    if (way == 0) {
      return at >= low && at <= high;
    }
    part[0] = Math.max(part[0], Math.min((low - at) / way, (high - at) / way));
    part[1] = Math.min(part[1], Math.max((low - at) / way, (high - at) / way));
    return true;
  }

  boolean measured() {
    return Arrays.stream(losses).noneMatch(Double::isNaN);
  }

  int size() {
    return steps.length;
  }

  long lastStep() {
    return steps[steps.length - 1];
  }

  /** Last index recorded up to a step. */
  int placeAt(long step) {
    int found = Arrays.binarySearch(steps, step);
    return Math.max(0, found >= 0 ? found : -found - 2);
  }

  double loss(long step) {
    return losses[placeAt(step)];
  }

  /** Whether drawn and true loss differ by more than a tenth of the true one. */
  boolean differs(int place) {
    return Math.abs(drawn[place] - losses[place]) > NOTABLE * Math.abs(losses[place]);
  }

  /** Whether it had diverged at a step. */
  boolean gone(long step) {
    return diverged.isPresent() && step >= diverged.getAsLong();
  }

  /** Whether training stopped there with an error: the step is not recorded. */
  boolean broke() {
    return diverged.isPresent() && diverged.getAsLong() > lastStep();
  }

  /** Distance from the plane; 0 where only rounding error. */
  double offPlane(int place) {
    return off[place] < ROUNDING * Math.max(1, ways[place]) ? 0 : off[place];
  }

  /** Ratio of path length to straight-line distance; NaN at the start. */
  double detour(int place) {
    return crow[place] == 0 ? Double.NaN : ways[place] / crow[place];
  }

  /** Recording interval in steps; the last interval may be shorter. */
  long stride() {
    return size() > 2 ? steps[1] - steps[0] : 1;
  }

  /** Whether the preceding step was recorded too; else an event may have happened earlier. */
  boolean seenBefore(long step) {
    int place = placeAt(step);
    return place == 0 || steps[place - 1] == step - 1 && !Double.isNaN(losses[place - 1]);
  }

  /** First recorded step with a loss below a value; empty where there is none. */
  OptionalLong firstBelow(double value) {
    return IntStream.range(0, size()).filter(place -> losses[place] < value).mapToLong(place -> steps[place]).findFirst();
  }
}
