package studio.backprop.ui.compare.landscape;

import java.util.Arrays;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import studio.backprop.landscape.surface.Racer;

/**
 * The way of one lane over a map, as far as it has come. It no longer changes.
 *
 * @param steps at which it was seen, from its start
 * @param xs where it was then on the map
 * @param ys the same upwards
 * @param losses its true losses then; not a number where not known yet
 * @param drawn the losses of the map there; not a number where not known yet
 * @param off how far it was off the plane of the map
 * @param lengths of the step that led there
 * @param ways how far it had walked until then
 * @param crow how far it was from its start, as the crow flies
 * @param diverged the step at which it left everything behind; empty where it did not
 */
record DrawnTrail(
    long[] steps, double[] xs, double[] ys, double[] losses, double[] drawn, double[] off, double[] lengths, double[] ways, double[] crow,
    OptionalLong diverged) {
  /** A difference between true and drawn loss that is worth a warning, as a share of the true one. */
  private static final double NOTABLE = 0.1;
  /** Below this share of the way a distance is rounding. */
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

  /** Whether the map can show it; not where its network has another architecture. */
  boolean placed() {
    return !Double.isNaN(xs[0]);
  }

  /** The same at other places. */
  DrawnTrail at(double[] otherXs, double[] otherYs) {
    return new DrawnTrail(steps, otherXs, otherYs, losses, drawn, off, lengths, ways, crow, diverged);
  }

  /**
   * The part of a step that lies on a map, as shares of its way; empty where none does. Liang and Barsky 1984.
   *
   * @param place in the arrays of where it begins
   */
  double[] within(int place, DrawnMap map) {
    double[] part = {0, 1};
    boolean some = cut(part, xs[place], xs[place + 1] - xs[place], map.left(), map.right())
        && cut(part, ys[place], ys[place + 1] - ys[place], map.bottom(), map.top());
    return some && part[0] <= part[1] ? part : new double[0];
  }

  /** The place in the arrays up to which it is drawn: of one that diverged the first one after it was on the map for the last time. */
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

  /** Whether all its true losses are known. */
  boolean measured() {
    return Arrays.stream(losses).noneMatch(Double::isNaN);
  }

  int size() {
    return steps.length;
  }

  long lastStep() {
    return steps[steps.length - 1];
  }

  /** The place in the arrays of the last time that it was seen up to a step. */
  int placeAt(long step) {
    int found = Arrays.binarySearch(steps, step);
    return Math.max(0, found >= 0 ? found : -found - 2);
  }

  double loss(long step) {
    return losses[placeAt(step)];
  }

  /** Whether what the map shows at a place in the arrays differs from the true loss by more than a tenth of it. */
  boolean differs(int place) {
    return Math.abs(drawn[place] - losses[place]) > NOTABLE * Math.abs(losses[place]);
  }

  /** Whether it had left everything behind at a step. */
  boolean gone(long step) {
    return diverged.isPresent() && step >= diverged.getAsLong();
  }

  /** Whether training itself stopped there: the step is none that was seen. */
  boolean broke() {
    return diverged.isPresent() && diverged.getAsLong() > lastStep();
  }

  /** How far it was off the plane; what is nothing but rounding of its way is 0. */
  double offPlane(int place) {
    return off[place] < ROUNDING * Math.max(1, ways[place]) ? 0 : off[place];
  }

  /** How many times as long as the straight line its way is; NaN at the start. */
  double detour(int place) {
    return crow[place] == 0 ? Double.NaN : ways[place] / crow[place];
  }

  /** Between two of its steps that were seen; the last may follow sooner. */
  long stride() {
    return size() > 2 ? steps[1] - steps[0] : 1;
  }

  /** Whether the step before one of its own was seen too; else what is true of it may have been true of a step before. */
  boolean seenBefore(long step) {
    int place = placeAt(step);
    return place == 0 || steps[place - 1] == step - 1 && !Double.isNaN(losses[place - 1]);
  }

  /** The first step with a loss below a value; empty where none was seen. */
  OptionalLong firstBelow(double value) {
    return IntStream.range(0, size()).filter(place -> losses[place] < value).mapToLong(place -> steps[place]).findFirst();
  }
}
