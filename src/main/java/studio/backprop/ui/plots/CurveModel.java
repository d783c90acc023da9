package studio.backprop.ui.plots;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import studio.backprop.train.EpochRecord;
import studio.backprop.train.Run;
import studio.backprop.train.schedule.Constant;
import studio.backprop.ui.run.Course;
import studio.backprop.ui.run.Curve;
import studio.backprop.ui.run.RunModel;

/**
 * One measured quantity over a run: what each batch gave, its smoothed course, the validation part after each epoch, and pale behind them
 * the runs before. Says what a plot shows of it, how far its axes reach, and what stands at a place.
 */
public final class CurveModel {
  /** A loss of 0 has no place on a logarithmic axis, so its axis ends somewhere. */
  private static final double MOST_RATIO = 1e12;
  /** A line at 100 % is seen whole. */
  private static final double MOST_PERCENT = 102;
  /** Fewer epochs may be worse by chance. */
  private static final int TREND = 5;

  private final RunModel run;
  private final StepAxis axis;
  private final boolean ofLoss;
  private final ObjectProperty<Quantity> chosen = new SimpleObjectProperty<>(this, "chosen");
  private final ReadOnlyObjectWrapper<Quantity> quantity = new ReadOnlyObjectWrapper<>(this, "quantity");
  private final BooleanProperty logarithmic = new SimpleBooleanProperty(this, "logarithmic");
  private final ReadOnlyStringWrapper target = new ReadOnlyStringWrapper(this, "target");
  private final Bins bins = new Bins();
  private final EpochPoints epochPoints = new EpochPoints();
  private final Points batch = new Points();
  private final Points line = new Points();
  private final Points validation = new Points();
  private final List<Points> past = new ArrayList<>();

  private CurveModel(RunModel run, StepAxis axis, boolean ofLoss) {
    this.run = run;
    this.axis = axis;
    this.ofLoss = ofLoss;
    logarithmic.set(ofLoss);
    run.runProperty().subscribe(
        now -> {
          target.set(now == null ? "" : now.data().dataset().about().targetName());
          choose();
        });
    chosen.subscribe((before, now) -> choose());
  }

  static CurveModel loss(RunModel run, StepAxis axis) {
    return new CurveModel(run, axis, true);
  }

  /** The accuracy, or the mean absolute error of a regression, or what a person chooses in its place. */
  static CurveModel measure(RunModel run, StepAxis axis) {
    return new CurveModel(run, axis, false);
  }

  private void choose() {
    List<Quantity> choices = choices();
    Quantity wanted = chosen.get();
    quantity.set(wanted != null && choices.contains(wanted) ? wanted : choices.get(0));
  }

  // --- what a person chooses

  /** What can be shown here, the usual one first. The learning rate only where it changes. */
  public List<Quantity> choices() {
    if (ofLoss) {
      return List.of(Quantity.LOSS);
    }
    Run now = run.runProperty().get();
    List<Quantity> choices = new ArrayList<>(
        run.course().classes() ? List.of(Quantity.ACCURACY) : List.of(Quantity.ERROR, Quantity.R2));
    if (run.course().rateVaries() || now != null && !(now.project().training().schedule() instanceof Constant)) {
      choices.add(Quantity.RATE);
    }
    return choices;
  }

  /** What a person wants to see; the usual one where there is no such thing. */
  public ObjectProperty<Quantity> chosenProperty() {
    return chosen;
  }

  public ReadOnlyObjectProperty<Quantity> quantityProperty() {
    return quantity.getReadOnlyProperty();
  }

  /** Whether the values' axis should be logarithmic; it is, where that helps. */
  public BooleanProperty logarithmicProperty() {
    return logarithmic;
  }

  boolean logarithmic() {
    return logarithmic.get() && quantity.get().logarithmic();
  }

  /** How much of the smoothed value is kept at each step; the same for all plots. */
  public DoubleProperty smoothingProperty() {
    return run.smoothingProperty();
  }

  public StepAxis axis() {
    return axis;
  }

  /** The runs before this one, which may be removed. */
  public ObservableList<Course> earlier() {
    return run.earlier();
  }

  Course course() {
    return run.course();
  }

  // --- what there is to see

  /** What the data call the number that is predicted; empty before there is a run. */
  public ReadOnlyStringProperty targetProperty() {
    return target.getReadOnlyProperty();
  }

  public boolean isEmpty() {
    return course().isEmpty();
  }

  /** Whether each step has its place on the axis, rather than only each epoch. */
  boolean stepByStep() {
    return axis.bySteps() && quantity.get() != Quantity.R2;
  }

  /** Whether there are single batches behind a smoothed line. */
  boolean smoothed() {
    return stepByStep() && quantity.get() != Quantity.RATE;
  }

  /** The newest value of the main line: smoothed over batches, or the mean of the last epoch. */
  public OptionalDouble latest() {
    Quantity shown = quantity.get();
    Optional<Curve> curve = stepByStep() ? shown.curve(course()) : Optional.empty();
    double value = curve.isPresent() ? shown.unit() * curve.get().smoothed() : latestEpoch().map(this::trained).orElse(Double.NaN);
    return optional(value);
  }

  /** The newest score of the validation part. */
  public OptionalDouble latestValidation() {
    return latestEpoch().map(epoch -> optional(validated(epoch))).orElse(OptionalDouble.empty());
  }

  private Optional<EpochRecord> latestEpoch() {
    List<EpochRecord> epochs = run.epochs();
    return epochs.isEmpty() ? Optional.empty() : Optional.of(epochs.get(epochs.size() - 1));
  }

  private double trained(EpochRecord epoch) {
    return quantity.get() == Quantity.RATE ? epoch.rate() : quantity.get().score(epoch.train());
  }

  private double validated(EpochRecord epoch) {
    return quantity.get().score(epoch.validation());
  }

  private static OptionalDouble optional(double value) {
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** An epoch with the best score of the validation part. */
  public record Best(int epoch, long step, double value) {}

  /** The first epoch that was not bettered. */
  public Optional<Best> best() {
    return epochPoints.best(course(), quantity.get()).map(best -> new Best(best.epoch(), best.step(), validated(best)));
  }

  /** For how many epochs in a row the validation loss has risen, where it is more than chance. */
  public OptionalInt worsening() {
    int rises = ofLoss ? EpochPoints.rises(run.epochs()) : 0;
    return rises >= TREND ? OptionalInt.of(rises) : OptionalInt.empty();
  }

  // --- as a plot draws it

  /** The batches, from the smallest to the largest value at each place. */
  Points batch() {
    return batch;
  }

  /** Smoothed over batches, or the means of epochs. */
  Points line() {
    return line;
  }

  Points validation() {
    return validation;
  }

  /** The main lines of the runs before, in the order of {@link #earlier}; empty ones for runs that know nothing of this quantity. */
  List<Points> past() {
    return past;
  }

  /** Where an epoch stands on the axis. */
  double placeOf(int epoch, long step) {
    return axis.bySteps() ? step : epoch;
  }

  /** Fills the lines with what is to be seen now. @param columns pixels, or as many as there may be points */
  void fill(int columns) {
    axis.reach(end());
    batch.clear();
    line.clear();
    validation.clear();
    Course now = course();
    while (past.size() < earlier().size()) {
      past.add(new Points());
    }
    past.subList(earlier().size(), past.size()).clear();
    for (int i = 0; i < past.size(); i++) {
      past.get(i).clear();
      if (ofLoss || earlier().get(i).classes() == now.classes()) {
        fillLine(earlier().get(i), past.get(i), columns);
      }
    }
    fillLine(now, line, columns);
    if (smoothed()) {
      for (int bin = 0; bin < bins.size(); bin++) {
        batch.add(bins.first(bin), bins.least(bin));
        batch.add(bins.first(bin), bins.most(bin));
      }
    }
    if (quantity.get().scored()) {
      epochPoints.fill(validation, now.epochs(), axis, this::validated, columns);
    }
  }

  private void fillLine(Course of, Points points, int columns) {
    if (stepByStep()) {
      bins.fill(of, quantity.get(), axis.from(), axis.to(), columns);
      for (int bin = 0; bin < bins.size(); bin++) {
        points.add(bins.last(bin), bins.smooth(bin));
      }
    } else {
      epochPoints.fill(points, of.epochs(), axis, this::trained, columns);
    }
  }

  private double end() {
    double end = endOf(course());
    for (Course before : earlier()) {
      end = Math.max(end, endOf(before));
    }
    return end;
  }

  private double endOf(Course of) {
    return axis.bySteps() ? of.lastStep() : of.epochs().isEmpty() ? 0 : of.epochs().get(of.epochs().size() - 1).epoch();
  }

  /** Where the values' axis begins and ends. */
  record Extent(double low, double high) {}

  /** Single batches may be far off; they are cut off rather than letting them flatten what matters. */
  Extent extent() {
    double least = Math.min(line.least(), validation.least());
    double most = Math.max(line.most(), validation.most());
    if (least > most) {
      return switch (quantity.get()) {
        case LOSS -> logarithmic() ? new Extent(0.02, 3) : new Extent(0, 3);
        case ACCURACY -> new Extent(0, MOST_PERCENT);
        case ERROR, R2, RATE -> logarithmic() ? new Extent(0.01, 1) : new Extent(0, 1.02);
      };
    }
    if (logarithmic()) {
      double high = Math.max(1.6 * most, Float.MIN_NORMAL);
      return new Extent(Math.max(least / 2.5, high / MOST_RATIO), high);
    }
    return switch (quantity.get()) {
      case ACCURACY -> axis.following() ? new Extent(Math.max(0, 20 * Math.floor((least - 5) / 20)), MOST_PERCENT) : close(least, most, 100);
      case R2 -> axis.following() ? new Extent(Math.min(0, Math.max(-1, least)), 1.02) : close(least, most, 1);
      case LOSS, ERROR, RATE -> axis.following() ? new Extent(Math.min(0, least), 1.1 * Math.max(most, 1e-9)) : near(least, most);
    };
  }

  /** Near, the axis need not begin at zero. */
  private Extent near(double least, double most) {
    double low = Math.min(least, batch.least());
    double high = Math.max(most, batch.most());
    double room = Math.max(0.08 * (high - low), 1e-9 + 1e-3 * Math.abs(high));
    return new Extent(low - room, high + room);
  }

  private Extent close(double least, double most, double best) {
    Extent near = near(least, most);
    return new Extent(near.low(), Math.min(near.high(), 1.02 * best));
  }

  // --- what stands at a place

  /** The value of an earlier run. */
  public record Past(Course of, double value) {}

  /**
   * What was measured at a place.
   *
   * @param at the place on the axis that it belongs to
   * @param firstStep where several steps share the place, the first of them
   * @param batch the smallest and the largest value of single batches, if they are shown
   */
  public record Reading(
      double at, long firstStep, long lastStep, int epoch, Optional<Extent> batch, OptionalDouble line, OptionalDouble validation, List<Past> past) {}

  /** What the curves say at the place that is nearest; empty before the first step. To be asked after {@link #fill}. */
  public Optional<Reading> readingAt(double place) {
    int point = line.nearest(place);
    if (point < 0) {
      return Optional.empty();
    }
    double at = line.x(point);
    boolean steps = axis.bySteps();
    int epoch = steps ? course().epochOf(at) : (int) at;
    Optional<Extent> spread = Optional.empty();
    long first = (long) at;
    if (batch.size() > 0) {
      spread = Optional.of(new Extent(batch.y(2 * point), batch.y(2 * point + 1)));
      first = (long) batch.x(2 * point);
    }
    return Optional.of(
        new Reading(at, steps ? first : 0, steps ? (long) at : 0, epoch, spread, optional(line.y(point)), validationAt(at), pastAt(at)));
  }

  /** The score that held at a place: that of the last epoch before it. */
  private OptionalDouble validationAt(double at) {
    for (int i = validation.size() - 1; i >= 0; i--) {
      if (validation.x(i) <= at) {
        return optional(validation.y(i));
      }
    }
    return OptionalDouble.empty();
  }

  private List<Past> pastAt(double at) {
    List<Past> values = new ArrayList<>();
    for (int i = 0; i < past.size(); i++) {
      Points points = past.get(i);
      if (points.size() > 0 && at <= points.x(points.size() - 1)) {
        values.add(new Past(earlier().get(i), points.y(points.nearest(at))));
      }
    }
    return values;
  }

  /** Moves the cursor over so many places, from where it is or else from the newest one. */
  public void moveCursor(int by) {
    if (line.size() == 0) {
      return;
    }
    int now = axis.cursor().isPresent() ? line.nearest(axis.cursor().getAsDouble()) + by : line.size() - 1;
    axis.look(OptionalDouble.of(line.x(Math.max(0, Math.min(line.size() - 1, now)))));
  }
}
