package studio.backprop.ui.watch.plots;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import studio.backprop.data.Dataset;
import studio.backprop.project.Project;
import studio.backprop.run.Run;
import studio.backprop.schedule.Constant;
import studio.backprop.train.record.EpochRecord;
import studio.backprop.ui.kit.Smoothing;
import studio.backprop.ui.workspace.run.Branch;
import studio.backprop.ui.workspace.run.Curve;
import studio.backprop.ui.workspace.run.RunHistory;
import studio.backprop.ui.workspace.run.RunModel;

/**
 * Model of one measured quantity over a run: batch values, smoothed curve, and validation score of each epoch. Provides the available
 * quantities and the newest values; its {@link CurveLines} are drawn. JavaFX thread only.
 */
public final class CurveModel {
  /** Minimum number of epochs of a trend; fewer may be chance. */
  private static final int TREND = 5;

  private final RunModel run;
  private final StepAxis axis;
  private final boolean ofLoss;
  private final ObjectProperty<CurveKind> chosen = new SimpleObjectProperty<>(this, "chosen");
  private final ReadOnlyObjectWrapper<CurveKind> kind = new ReadOnlyObjectWrapper<>(this, "kind");
  private final BooleanProperty logarithmic = new SimpleBooleanProperty(this, "logarithmic");
  private final BooleanProperty namedOnly = new SimpleBooleanProperty(this, "namedOnly");
  private final ObservableValue<Dataset> dataset;
  private final EpochPoints epochPoints = new EpochPoints();
  private final ValueAxis values = new ValueAxis();
  private final CurveLines lines;
  private final AdversarialCurves adversarial;

  private CurveModel(RunModel run, StepAxis axis, boolean ofLoss) {
    this.run = run;
    this.axis = axis;
    this.ofLoss = ofLoss;
    this.adversarial = new AdversarialCurves(run, axis);
    this.lines = new CurveLines(this);
    this.dataset = run.runProperty().map(now -> now.data().dataset());
    logarithmic.set(ofLoss);
    run.runProperty().subscribe(
        now -> {
          choose();
          values.follow();
        });
    chosen.subscribe((before, now) -> choose());
    kind.subscribe(values::follow);
    logarithmic.subscribe(values::follow);
  }

  static CurveModel loss(RunModel run, StepAxis axis) {
    return new CurveModel(run, axis, true);
  }

  /** Accuracy, or mean absolute error of a regression, or the quantity that the user selects instead. */
  static CurveModel measure(RunModel run, StepAxis axis) {
    return new CurveModel(run, axis, false);
  }

  private void choose() {
    List<CurveKind> choices = choices();
    CurveKind wanted = chosen.get();
    kind.set(wanted != null && choices.contains(wanted) ? wanted : choices.get(0));
  }

  // --- settings

  /** Available quantities, the default first. The learning rate only where it varies. */
  public List<CurveKind> choices() {
    if (ofLoss) {
      return List.of(CurveKind.LOSS);
    }
    Run now = run.runProperty().get();
    List<CurveKind> choices = new ArrayList<>(
        run.history().classes() ? List.of(CurveKind.ACCURACY) : List.of(CurveKind.ERROR, CurveKind.R2));
    if (adversarial.there()) {
      choices.add(0, CurveKind.COVERED);
    }
    if (run.history().rateVaries() || now != null && !(now.project().training().schedule() instanceof Constant)) {
      choices.add(CurveKind.RATE);
    }
    return choices;
  }

  /** Quantity selected by the user; the default where it does not exist. */
  public ObjectProperty<CurveKind> chosenProperty() {
    return chosen;
  }

  public ReadOnlyObjectProperty<CurveKind> kindProperty() {
    return kind.getReadOnlyProperty();
  }

  /** Whether the value axis should be logarithmic, where that is useful. */
  public BooleanProperty logarithmicProperty() {
    return logarithmic;
  }

  boolean logarithmic() {
    return logarithmic.get() && kind.get().logarithmic() && !(ofLoss && adversarial.there()); // a minimax loss is negative
  }

  /** Smoothing, common to all plots. */
  public ObjectProperty<Smoothing> smoothingProperty() {
    return run.smoothingProperty();
  }

  private Optional<Curve> curve(CurveKind kind) {
    return kind.ofStep().flatMap(history()::curve);
  }

  /** Share of the smoothed value kept at each step, adapted to the length of the run. */
  double factor() {
    return curve(kind.get()).map(Curve::factor).orElseGet(() -> run.smoothingProperty().get().factor(0));
  }

  public StepAxis axis() {
    return axis;
  }

  /** Visible range of values. */
  public ValueAxis values() {
    return values;
  }

  /** Resets the zoom and follows the run. */
  public void followAll() {
    values.follow();
    axis.followAll();
  }

  /** Whether all of the run and its values are shown. */
  public boolean following() {
    return axis.following() && values.following();
  }

  /** Earlier runs; removable. */
  public ObservableList<RunHistory> earlier() {
    return run.earlier();
  }

  /** The earlier runs that are drawn. */
  List<RunHistory> drawn() {
    return namedOnly.get() ? earlier().stream().filter(this::isBranch).toList() : earlier();
  }

  /** Whether runs with only a number for a name are hidden, as in a classroom. */
  public BooleanProperty namedOnlyProperty() {
    return namedOnly;
  }

  /** Whether an earlier run is a branch of the same tree, to be compared with this one. */
  boolean isBranch(RunHistory before) {
    return branch(before).isPresent();
  }

  /** Branch of a run, where there are several. */
  Optional<Branch> branch(RunHistory of) {
    return run.branches().all().size() > 1 ? run.branches().of(of) : Optional.empty();
  }

  /** Position on the axis where a branch left another drawn run; before, both are equal. Negative infinity for none. */
  double begins(RunHistory of) {
    Optional<Branch> parent = branch(of).flatMap(Branch::parent);
    boolean drawn = parent.filter(run.branches()::shown).isPresent();
    return !drawn ? Double.NEGATIVE_INFINITY : axis.bySteps() ? of.begins() : of.epochOf(of.begins());
  }

  /** Lines of the plot. */
  CurveLines lines() {
    return lines;
  }

  AdversarialCurves adversarial() {
    return adversarial;
  }

  boolean ofLoss() {
    return ofLoss;
  }

  /** Project of the run; null before there is one. */
  Project project() {
    Run now = run.runProperty().get();
    return now == null ? null : now.project();
  }

  RunHistory history() {
    return run.history();
  }

  // --- state

  /** Training data; null before there is a run. */
  public ObservableValue<Dataset> datasetProperty() {
    return dataset;
  }

  public boolean isEmpty() {
    return history().isEmpty();
  }

  /** Whether the axis counts steps, not epochs. */
  boolean stepByStep() {
    return axis.bySteps() && kind.get() != CurveKind.R2 && kind.get() != CurveKind.COVERED;
  }

  /** Whether the line is smoothed over single batches. */
  boolean smoothed() {
    return stepByStep() && kind.get() != CurveKind.RATE;
  }

  /** Position of the past step that is shown. */
  OptionalDouble past() {
    Optional<Long> step = run.past().stepProperty().get();
    int each = step.isPresent() && !axis.bySteps() ? run.runProperty().get().batchesPerEpoch() : 1;
    return step.isPresent() ? OptionalDouble.of(step.get() / (double) each) : OptionalDouble.empty();
  }

  /** Main line at the newest or the shown past step: smoothed over batches, or the mean of an epoch. */
  public OptionalDouble latest() {
    CurveKind shown = kind.get();
    if (shown == CurveKind.COVERED) {
      return adversarial.at(seen()).map(count -> OptionalDouble.of(count.covered())).orElse(OptionalDouble.empty());
    }
    Optional<Curve> curve = stepByStep() ? curve(shown) : Optional.empty();
    double value = curve.isPresent() ? shown.unit() * curve.get().smoothedAt(seen()) : latestEpoch().map(this::trained).orElse(Double.NaN);
    return optional(value);
  }

  /** Round of {@link #latest}, for mode coverage. */
  OptionalLong latestRound() {
    return kind.get() == CurveKind.COVERED ? adversarial.roundAt(seen()) : OptionalLong.empty();
  }

  private long seen() {
    return run.past().stepProperty().get().orElse(Long.MAX_VALUE);
  }

  /** Validation score of the last epoch by then. */
  public OptionalDouble latestValidation() {
    if (kind.get() == CurveKind.COVERED) {
      return adversarial.at(seen()).map(count -> OptionalDouble.of(count.share() * count.of())).orElse(OptionalDouble.empty());
    }
    return latestEpoch().map(epoch -> optional(validated(epoch))).orElse(OptionalDouble.empty());
  }

  private Optional<EpochRecord> latestEpoch() {
    List<EpochRecord> seen = run.epochsSeen();
    return seen.isEmpty() ? Optional.empty() : Optional.of(seen.get(seen.size() - 1));
  }

  double trained(EpochRecord epoch) {
    return kind.get() == CurveKind.RATE ? epoch.rate() : kind.get().shown(epoch.train());
  }

  double validated(EpochRecord epoch) {
    return kind.get().shown(epoch.validation());
  }

  static OptionalDouble optional(double value) {
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** Epoch with the best validation score. */
  public record Best(int epoch, long step, double value) {}

  /** The earliest of the best epochs. */
  public Optional<Best> best() {
    return adversarial.there() ? Optional.empty() : epochPoints.best(history(), kind.get())
        .map(best -> new Best(best.epoch(), best.step(), validated(best)));
  }

  /** Number of consecutive epochs with a rising validation loss, if more than chance. */
  public OptionalInt worsening() {
    int rises = ofLoss && !adversarial.there() ? EpochPoints.rises(run.history().epochs()) : 0;
    return rises >= TREND ? OptionalInt.of(rises) : OptionalInt.empty();
  }

  /** Position of an epoch on the axis. */
  double placeOf(int epoch, long step) {
    return axis.bySteps() ? step : epoch;
  }
}
