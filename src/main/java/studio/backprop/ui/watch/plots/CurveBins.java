package studio.backprop.ui.watch.plots;

import java.util.Arrays;
import studio.backprop.train.metric.Quantity;
import studio.backprop.ui.kit.Smoother;
import studio.backprop.ui.workspace.run.Curve;
import studio.backprop.ui.workspace.run.RunHistory;
import studio.backprop.ui.workspace.run.StepLog;

/**
 * Downsampled section of a curve with a bin per pixel column: the range of values, and the smoothed value at the end. At low zoom from the
 * stored curve, at high zoom from the steps, down to single steps.
 */
final class CurveBins {
  private double[] first = {};
  private double[] last = {};
  private double[] least = {};
  private double[] most = {};
  private double[] smooth = {};
  private int size;
  private StepLog log;
  private int place;

  /** @param columns maximum number of bins */
  void fill(RunHistory history, CurveKind kind, double from, double to, int columns) {
    size = 0;
    Quantity quantity = kind.ofStep().orElseThrow();
    Curve curve = history.curve(quantity).orElseThrow();
    log = history.log();
    place = history.column(quantity);
    if (first.length < columns + 2) {
      reserve(columns + 2);
    }
    if (curve.size() == 0 || from > curve.lastStep(curve.size() - 1)) {
      return;
    }
    int begin = curve.columnAt(from);
    int end = Math.min(curve.size(), curve.columnAt(to) + 2);
    boolean near = end - begin < columns && curve.stepsPerColumn() > 1 && log.size() > 0 && log.step(0) <= curve.step(begin);
    if (near) {
      fromSteps(history, quantity, kind.unit(), from, to, columns);
    } else {
      fromCurve(curve, kind.unit(), begin, end, columns);
    }
  }

  private void fromCurve(Curve curve, double unit, int begin, int end, int columns) {
    int together = Math.max(1, (end - begin + columns - 1) / columns);
    int after;
    for (int column = begin; column < end; column = after) {
      after = column + 1;
      while (after < Math.min(end, column + together) && !pauses(curve, after, together)) {
        after++;
      }
      add(
          curve.step(column), curve.lastStep(after - 1), unit * curve.least(column, after), unit * curve.most(column, after),
          unit * curve.smooth(after - 1));
    }
  }

  /** Whether there is a gap before a column longer than a pixel. */
  private boolean pauses(Curve curve, int column, int together) {
    double before = curve.lastStep(column - 1);
    return curve.step(column) - before > (double) together * curve.stepsPerColumn() && rests(before + 1);
  }

  /** Smoothed values are known at the ends of the curve's columns and continued from there. */
  private void fromSteps(RunHistory history, Quantity quantity, double unit, double from, double to, int columns) {
    Curve curve = history.curve(quantity).orElseThrow();
    int column = curve.columnAt(from);
    Smoother smoother = new Smoother(curve.smoothing(), column == 0 ? Double.NaN : curve.smooth(column - 1), curve.valuesBefore(column));
    int start = log.rowAt(curve.step(column));
    int begin = Math.max(start, log.rowAt(from) - 1);
    int end = Math.min(log.size(), log.rowAt(to) + 1);
    for (int row = Math.max(0, start - Smoother.RECENT); row < start; row++) {
      smoother.recall(log.value(row, place));
    }
    for (int row = start; row < begin; row++) {
      next(smoother, log.value(row, place));
    }
    int together = Math.max(1, (end - begin + columns - 1) / columns);
    for (int row = begin; row < end; row += together) {
      int after = Math.min(end, row + together);
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      int measured = 0;
      for (int r = row; r < after; r++) {
        double value = log.value(r, place);
        if (!Double.isNaN(value)) { // no update in this step, hence no loss
          low = Math.min(low, value);
          high = Math.max(high, value);
          smoother.next(value);
          measured++;
        }
      }
      if (measured > 0) {
        add(log.step(row), log.step(after - 1), unit * low, unit * high, unit * smoother.smoothed());
      }
    }
  }

  private static void next(Smoother smoother, double value) {
    if (!Double.isNaN(value)) {
      smoother.next(value);
    }
  }

  private void add(double from, double to, double low, double high, double smoothed) {
    if (size == first.length) { // another one begins after a gap
      reserve(2 * size);
    }
    first[size] = from;
    last[size] = to;
    least[size] = low;
    most[size] = high;
    smooth[size++] = smoothed;
  }

  /** Whether steps before have no value: one network of a GAN may pause. Steps missing from a file do not count. */
  boolean restedBefore(int bin) {
    return bin > 0 && first[bin] > last[bin - 1] + 1 && rests(last[bin - 1] + 1);
  }

  private boolean rests(double step) {
    int row = log.rowAt(step);
    return row < log.size() && Double.isNaN(log.value(row, place));
  }

  private void reserve(int bins) {
    first = Arrays.copyOf(first, bins);
    last = Arrays.copyOf(last, bins);
    least = Arrays.copyOf(least, bins);
    most = Arrays.copyOf(most, bins);
    smooth = Arrays.copyOf(smooth, bins);
  }

  int size() {
    return size;
  }

  double first(int bin) {
    return first[bin];
  }

  double last(int bin) {
    return last[bin];
  }

  double least(int bin) {
    return least[bin];
  }

  double most(int bin) {
    return most[bin];
  }

  double smooth(int bin) {
    return smooth[bin];
  }
}
