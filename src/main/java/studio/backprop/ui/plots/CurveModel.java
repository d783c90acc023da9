package studio.backprop.ui.plots;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import studio.backprop.data.Task;
import studio.backprop.train.EpochRecord;
import studio.backprop.train.Run;
import studio.backprop.train.Scores;
import studio.backprop.ui.run.Curve;
import studio.backprop.ui.run.RunModel;

/**
 * One measured quantity over the steps of a run: what each batch gave, its smoothed course, and the validation part after each epoch;
 * and how far the axes must reach to show them.
 */
public final class CurveModel {
  /** Enough for a point in each pixel of a plot; more could not be seen. */
  private static final int MOST_COLUMNS = 500;

  /** A loss of 0 has no place on a logarithmic axis, so its axis ends somewhere. */
  private static final double MOST_RATIO = 1e12;

  /** A line at 100 % is seen whole. */
  private static final double MOST_PERCENT = 102;

  /** What is measured. */
  public enum Quantity {
    LOSS,
    ACCURACY,
    ERROR
  }

  private final RunModel run;
  private final boolean ofLoss;
  private final ReadOnlyObjectWrapper<Quantity> quantity = new ReadOnlyObjectWrapper<>(this, "quantity");
  private final ReadOnlyStringWrapper target = new ReadOnlyStringWrapper(this, "target");
  private final Points batch = new Points("batch");
  private final Points smoothed = new Points("smoothed");
  private final Points validation = new Points("validation");

  private CurveModel(RunModel run, boolean ofLoss) {
    this.run = run;
    this.ofLoss = ofLoss;
    run.runProperty().subscribe(
        now -> {
          quantity.set(quantity(now));
          target.set(now == null ? "" : now.data().dataset().about().targetName());
        });
  }

  static CurveModel loss(RunModel run) {
    return new CurveModel(run, true);
  }

  /** The accuracy, or the mean absolute error of a regression. */
  static CurveModel measure(RunModel run) {
    return new CurveModel(run, false);
  }

  private Quantity quantity(Run now) {
    if (ofLoss) {
      return Quantity.LOSS;
    }
    return now == null || now.data().dataset().task() == Task.CLASSES ? Quantity.ACCURACY : Quantity.ERROR;
  }

  public ReadOnlyObjectProperty<Quantity> quantityProperty() {
    return quantity.getReadOnlyProperty();
  }

  /** What the data call the number that is predicted; empty before there is a run. */
  public ReadOnlyStringProperty targetProperty() {
    return target.getReadOnlyProperty();
  }

  // --- what there is to see

  /** How much of the smoothed value is kept at each step. */
  public double smoothing() {
    return curve().smoothing();
  }

  public boolean isEmpty() {
    return curve().size() == 0;
  }

  /** The newest smoothed value. */
  public OptionalDouble latestSmoothed() {
    return isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(unit() * curve().smoothed());
  }

  /** The newest score of the validation part. */
  public OptionalDouble latestValidation() {
    List<EpochRecord> epochs = run.epochs();
    return epochs.isEmpty() ? OptionalDouble.empty() : validationOf(epochs.get(epochs.size() - 1));
  }

  /** What was measured around one step. */
  public record Reading(long step, double least, double most, double smoothed, OptionalDouble validation) {}

  /** What the curves say at a place of the step axis; empty before the first step. */
  public Optional<Reading> readingAt(double step) {
    if (isEmpty()) {
      return Optional.empty();
    }
    Curve curve = curve();
    int column = curve.columnAt(step);
    double unit = unit();
    return Optional.of(
        new Reading(
            (long) curve.step(column), unit * curve.least(column), unit * curve.most(column), unit * curve.smooth(column),
            validationBefore(step)));
  }

  private OptionalDouble validationBefore(double step) {
    return shownEpochs()
        .takeWhile(epoch -> epoch.step() <= step)
        .reduce((before, last) -> last)
        .map(this::validationOf)
        .orElse(OptionalDouble.empty());
  }

  // --- as a chart draws it

  Points batch() {
    return batch;
  }

  Points smoothed() {
    return smoothed;
  }

  Points validation() {
    return validation;
  }

  /** Fills the series with what lies between two steps. */
  void fill(double from, double to) {
    batch.clear();
    smoothed.clear();
    validation.clear();
    Curve curve = curve();
    double unit = unit();
    int first = isEmpty() ? 0 : curve.columnAt(from);
    int last = isEmpty() ? 0 : Math.min(curve.size(), curve.columnAt(to) + 2);
    int together = Math.max(1, (last - first + MOST_COLUMNS - 1) / MOST_COLUMNS);
    for (int column = first; column < last; column += together) {
      int end = Math.min(last, column + together);
      batch.add(curve.step(column), unit * curve.least(column, end));
      batch.add(curve.step(column), unit * curve.most(column, end));
      smoothed.add(curve.lastStep(end - 1), unit * curve.smooth(end - 1));
    }
    shownEpochs().forEach(epoch -> validationOf(epoch).ifPresent(score -> validation.add(epoch.step(), score)));
  }

  /** All epochs, or every so manieth where they are too many; counted from the newest, which must not be left out. */
  private Stream<EpochRecord> shownEpochs() {
    List<EpochRecord> epochs = run.epochs();
    int each = Math.max(1, epochs.size() / MOST_COLUMNS);
    int first = (epochs.size() + each - 1) % each;
    return IntStream.iterate(first, i -> i < epochs.size(), i -> i + each).mapToObj(epochs::get);
  }

  /** The last step; at least 1, so that an axis has a length. */
  double lastStep() {
    return isEmpty() ? 1 : Math.max(1, curve().lastStep(curve().size() - 1));
  }

  /** Where the values' axis begins and ends. */
  record Extent(double low, double high) {}

  Extent extent() {
    if (isEmpty()) {
      return switch (quantity.get()) {
        case LOSS -> new Extent(0.02, 3);
        case ACCURACY -> new Extent(0, MOST_PERCENT);
        case ERROR -> new Extent(0, 1);
      };
    }
    return switch (quantity.get()) {
      case LOSS -> lossExtent();
      case ACCURACY -> new Extent(Math.max(0, 20 * Math.floor((smoothedFrom() - 5) / 20)), MOST_PERCENT);
      case ERROR -> new Extent(0, Math.max(1e-6, 1.1 * smoothedTo()));
    };
  }

  /** Single batches may be far off; they are cut off rather than letting them flatten what matters. */
  private Extent lossExtent() {
    double high = Math.max(1.6 * smoothedTo(), Float.MIN_NORMAL);
    double low = Math.max(smoothedFrom() / 2.5, high / MOST_RATIO);
    return new Extent(low, high);
  }

  private double smoothedFrom() {
    return scores().min().orElse(0);
  }

  private double smoothedTo() {
    return scores().max().orElse(1);
  }

  private DoubleStream scores() {
    Curve curve = curve();
    double unit = unit();
    return DoubleStream.concat(
            IntStream.range(0, curve.size()).mapToDouble(column -> unit * curve.smooth(column)),
            shownEpochs().map(this::validationOf).filter(OptionalDouble::isPresent).mapToDouble(OptionalDouble::getAsDouble))
        .filter(Double::isFinite);
  }

  private Curve curve() {
    return ofLoss ? run.loss() : run.measure();
  }

  /** Accuracy is shown in percent. */
  private double unit() {
    return quantity.get() == Quantity.ACCURACY ? 100 : 1;
  }

  private OptionalDouble validationOf(EpochRecord epoch) {
    ToDoubleFunction<Scores> score = switch (quantity.get()) {
      case LOSS -> Scores::loss;
      case ACCURACY -> Scores::accuracy;
      case ERROR -> Scores::mae;
    };
    double value = unit() * score.applyAsDouble(epoch.validation());
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
