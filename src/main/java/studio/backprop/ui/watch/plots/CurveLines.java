package studio.backprop.ui.watch.plots;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import studio.backprop.train.record.EpochRecord;
import studio.backprop.ui.workspace.run.RunHistory;

/**
 * Lines of one plot, refilled before each drawing from a {@link CurveModel}: batches, smoothed curve, validation, and earlier runs.
 * Computes their ranges and the values at a position.
 */
final class CurveLines {
  /** Maximum range of a logarithmic axis, as a loss of 0 has no place on it. */
  private static final double MOST_RATIO = 1e12;
  /** Factor by which earlier runs may extend the axis beyond the values of the current one. */
  private static final double WIDENED = 2;
  private static final double WIDENED_LOG = 100;
  /** Leaves room for a line at 100 %. */
  private static final double MOST_PERCENT = 102;
  /** Leaves room for a line at the top. */
  private static final double ROOMY = 1.05;

  private final CurveModel model;
  private final StepAxis axis;
  private final CurveBins bins = new CurveBins();
  private final EpochPoints epochPoints = new EpochPoints();
  private final Points batch = new Points();
  private final Points line = new Points();
  private final Points validation = new Points();
  private final Points generator = new Points();
  private final Points unseen = new Points();
  private final List<Points> past = new ArrayList<>();

  CurveLines(CurveModel model) {
    this.model = model;
    this.axis = model.axis();
  }

  /** Range of the batch values at each position. */
  Points batch() {
    return batch;
  }

  /** Smoothed batch values, or means of epochs. */
  Points line() {
    return line;
  }

  Points validation() {
    return validation;
  }

  /** Smoothed loss of a generator. */
  Points generator() {
    return generator;
  }

  /** Main lines of earlier runs, in the order of {@link CurveModel#drawn}; empty for runs without this quantity. */
  List<Points> past() {
    return past;
  }

  /** Fills the lines for the visible range. @param columns maximum number of points, such as pixels */
  void fill(int columns) {
    axis.reach(end());
    batch.clear();
    line.clear();
    validation.clear();
    generator.clear();
    RunHistory now = model.history();
    while (past.size() < model.drawn().size()) {
      past.add(new Points());
    }
    past.subList(model.drawn().size(), past.size()).clear();
    for (int i = 0; i < past.size(); i++) {
      past.get(i).clear();
      if (quantity() == CurveKind.COVERED) {
        model.adversarial().fillCovered(model.drawn().get(i), past.get(i), unseen);
        unseen.clear();
      } else if (model.ofLoss() || model.drawn().get(i).classes() == now.classes()) {
        fillLine(model.drawn().get(i), past.get(i), columns);
      }
    }
    if (quantity() == CurveKind.COVERED) {
      model.adversarial().fillCovered(now, line, validation);
      return;
    }
    if (model.ofLoss()) {
      model.adversarial().fillGenerator(generator);
    }
    fillLine(now, line, columns);
    if (model.smoothed()) {
      for (int bin = 0; bin < bins.size(); bin++) {
        liftBefore(bin, batch);
        batch.add(bins.first(bin), bins.least(bin));
        batch.add(bins.first(bin), bins.most(bin));
      }
    }
    if (quantity().scored() && !model.adversarial().there()) {
      epochPoints.fill(validation, now.epochs(), axis, model::validated, columns);
    }
  }

  private CurveKind quantity() {
    return model.kindProperty().get();
  }

  private void fillLine(RunHistory of, Points points, int columns) {
    if (model.stepByStep()) {
      bins.fill(of, quantity(), axis.from(), axis.to(), columns);
      for (int bin = 0; bin < bins.size(); bin++) {
        liftBefore(bin, points);
        points.add(bins.last(bin), bins.smooth(bin));
      }
    } else {
      epochPoints.fill(points, of.epochs(), axis, model::trained, columns);
    }
  }

  private void liftBefore(int bin, Points points) {
    if (bins.restedBefore(bin)) {
      points.lift();
    }
  }

  private double end() {
    double end = endOf(model.history());
    for (RunHistory before : model.drawn()) {
      end = Math.max(end, endOf(before));
    }
    return end;
  }

  private double endOf(RunHistory of) {
    if (of.epochs().isEmpty()) {
      return axis.bySteps() ? of.lastStep() : 0;
    }
    EpochRecord last = of.epochs().get(of.epochs().size() - 1);
    return axis.bySteps() ? Math.max(of.lastStep(), last.step()) : last.epoch(); // imported runs have epochs only
  }

  /** Range of the value axis: the user's, else one that fits everything. */
  ValueRange reach() {
    return model.values().chosenProperty().get().orElseGet(this::fitting);
  }

  /** Clips outliers of single batches, and earlier runs far from the current one, which would flatten the rest. */
  private ValueRange fitting() {
    if (quantity() == CurveKind.COVERED) {
      return new ValueRange(0, ROOMY * model.adversarial().of());
    }
    double least = Math.min(Math.min(line.least(), validation.least()), generator.least());
    double most = Math.max(Math.max(line.most(), validation.most()), generator.most());
    boolean alone = least > most;
    double factor = model.logarithmic() ? WIDENED_LOG : WIDENED;
    double lowest = alone || !model.logarithmic() ? Double.NEGATIVE_INFINITY : least / factor;
    double highest = alone || !(most > 0) ? Double.POSITIVE_INFINITY : most * factor;
    for (Points earlier : past) {
      least = Math.min(least, Math.max(lowest, earlier.least()));
      most = Math.max(most, Math.min(highest, earlier.most()));
    }
    if (least > most) {
      return switch (quantity()) {
        case LOSS -> model.logarithmic() ? new ValueRange(0.02, 3) : new ValueRange(0, 3);
        case ACCURACY -> new ValueRange(0, MOST_PERCENT);
        case ERROR, R2, RATE, COVERED -> model.logarithmic() ? new ValueRange(0.01, 1) : new ValueRange(0, 1.02);
      };
    }
    if (model.logarithmic()) {
      double high = Math.max(1.6 * most, Float.MIN_NORMAL);
      return new ValueRange(Math.max(least / 2.5, Math.min(high / MOST_RATIO, 1 / MOST_RATIO)), high);
    }
    return switch (quantity()) {
      case ACCURACY -> axis.following() ? new ValueRange(Math.max(0, 20 * Math.floor((least - 5) / 20)), MOST_PERCENT)
          : close(least, most, 100);
      case R2 -> axis.following() ? new ValueRange(Math.min(0, Math.max(-1, least)), 1.02) : close(least, most, 1);
      case LOSS, ERROR, RATE, COVERED -> axis.following()
          ? new ValueRange(Math.min(0, least), 1.1 * Math.max(most, 1e-9)) : near(least, most);
    };
  }

  /** A range that does not start at zero if the values are far from it. */
  private ValueRange near(double least, double most) {
    double low = Math.min(least, batch.least());
    double high = Math.max(most, batch.most());
    double room = Math.max(0.08 * (high - low), 1e-9 + 1e-3 * Math.abs(high));
    return new ValueRange(low - room, high + room);
  }

  private ValueRange close(double least, double most, double best) {
    ValueRange near = near(least, most);
    return new ValueRange(near.low(), Math.min(near.high(), 1.02 * best));
  }

  // --- values at a position

  /** Value of an earlier run. */
  record Past(RunHistory of, double value) {}

  /**
   * Values at a position.
   *
   * @param at the snapped position on the axis
   * @param firstStep first of several steps that share the position
   * @param batch range of single batches, if shown
   */
  record Reading(
      double at, long firstStep, long lastStep, int epoch, Optional<ValueRange> batch, OptionalDouble line, OptionalDouble validation,
      List<Past> past) {}

  /** Values at the nearest position; empty before the first step. Requires {@link #fill}. */
  Optional<Reading> readingAt(double place) {
    int point = line.nearest(place);
    if (point < 0) {
      return Optional.empty();
    }
    double at = line.x(point);
    boolean steps = axis.bySteps();
    int epoch = steps ? model.history().epochOf(at) : (int) at;
    Optional<ValueRange> spread = Optional.empty();
    long first = (long) at;
    if (batch.size() > 0) {
      spread = Optional.of(new ValueRange(batch.y(2 * point), batch.y(2 * point + 1)));
      first = (long) batch.x(2 * point);
    }
    return Optional.of(
        new Reading(at, steps ? first : 0, steps ? (long) at : 0, epoch, spread, CurveModel.optional(line.y(point)), validationAt(at),
            pastAt(at)));
  }

  /** Score at a position: that of the last epoch before it. */
  private OptionalDouble validationAt(double at) {
    for (int i = validation.size() - 1; i >= 0; i--) {
      if (validation.x(i) <= at) {
        return CurveModel.optional(validation.y(i));
      }
    }
    return OptionalDouble.empty();
  }

  private List<Past> pastAt(double at) {
    List<Past> values = new ArrayList<>();
    for (int i = 0; i < past.size(); i++) {
      Points points = past.get(i);
      if (points.size() > 0 && at <= points.x(points.size() - 1)) {
        values.add(new Past(model.drawn().get(i), points.y(points.nearest(at))));
      }
    }
    return values;
  }

  /** Moves the cursor by a number of positions, from the newest one if there is none. */
  void moveCursor(int by) {
    if (line.size() == 0) {
      return;
    }
    int now = axis.cursor().isPresent() ? line.nearest(axis.cursor().getAsDouble()) + by : line.size() - 1;
    axis.look(OptionalDouble.of(line.x(Math.max(0, Math.min(line.size() - 1, now)))));
  }
}
