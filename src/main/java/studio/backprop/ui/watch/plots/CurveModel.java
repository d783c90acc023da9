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
 * One measured quantity over a run: what each batch gave, its smoothed course, the validation part after each epoch. Says what a plot can
 * show of it and what its newest numbers are; its {@link CurveLines} are what is drawn.
 */
public final class CurveModel {
  /** Fewer epochs may be worse by chance. */
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

  /** The accuracy, or the mean absolute error of a regression, or what a person chooses in its place. */
  static CurveModel measure(RunModel run, StepAxis axis) {
    return new CurveModel(run, axis, false);
  }

  private void choose() {
    List<CurveKind> choices = choices();
    CurveKind wanted = chosen.get();
    kind.set(wanted != null && choices.contains(wanted) ? wanted : choices.get(0));
  }

  // --- what a person chooses

  /** What can be shown here, the usual one first. The learning rate only where it changes. */
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

  /** What a person wants to see; the usual one where there is no such thing. */
  public ObjectProperty<CurveKind> chosenProperty() {
    return chosen;
  }

  public ReadOnlyObjectProperty<CurveKind> kindProperty() {
    return kind.getReadOnlyProperty();
  }

  /** Whether the values' axis should be logarithmic; it is, where that helps. */
  public BooleanProperty logarithmicProperty() {
    return logarithmic;
  }

  boolean logarithmic() {
    return logarithmic.get() && kind.get().logarithmic() && !(ofLoss && adversarial.there()); // a minimax loss is below zero
  }

  /** How curves are smoothed; the same for all plots. */
  public ObjectProperty<Smoothing> smoothingProperty() {
    return run.smoothingProperty();
  }

  private Optional<Curve> curve(CurveKind kind) {
    return kind.ofStep().flatMap(history()::curve);
  }

  /** How much of the smoothed value is kept at each step, now that the run is so long. */
  double factor() {
    return curve(kind.get()).map(Curve::factor).orElseGet(() -> run.smoothingProperty().get().factor(0));
  }

  public StepAxis axis() {
    return axis;
  }

  /** The part of the values that is shown. */
  public ValueAxis values() {
    return values;
  }

  /** Shows all of the run and its values again, and what is still to come. */
  public void followAll() {
    values.follow();
    axis.followAll();
  }

  /** Whether all of the run and its values are shown. */
  public boolean following() {
    return axis.following() && values.following();
  }

  /** The runs before this one, which may be removed. */
  public ObservableList<RunHistory> earlier() {
    return run.earlier();
  }

  /** Those of them that are drawn. */
  List<RunHistory> drawn() {
    return namedOnly.get() ? earlier().stream().filter(this::isBranch).toList() : earlier();
  }

  /** Whether runs that have no name but a number are left out, as before a class, to which nobody has named them. */
  public BooleanProperty namedOnlyProperty() {
    return namedOnly;
  }

  /** Whether an earlier run is a branch of the same tree, to be compared with this one. */
  boolean isBranch(RunHistory before) {
    return branch(before).isPresent();
  }

  /** The branch that a run is of, where there are several. */
  Optional<Branch> branch(RunHistory of) {
    return run.branches().all().size() > 1 ? run.branches().of(of) : Optional.empty();
  }

  /**
   * Where a branch left the run that is drawn as well, on the axis; before, both are the same. Negative infinity where there is no such
   * run.
   */
  double begins(RunHistory of) {
    Optional<Branch> parent = branch(of).flatMap(Branch::parent);
    boolean drawn = parent.filter(run.branches()::shown).isPresent();
    return !drawn ? Double.NEGATIVE_INFINITY : axis.bySteps() ? of.begins() : of.epochOf(of.begins());
  }

  /** The lines that a plot draws of this. */
  CurveLines lines() {
    return lines;
  }

  AdversarialCurves adversarial() {
    return adversarial;
  }

  boolean ofLoss() {
    return ofLoss;
  }

  /** The project of the run, or null before there is one. */
  Project project() {
    Run now = run.runProperty().get();
    return now == null ? null : now.project();
  }

  RunHistory history() {
    return run.history();
  }

  // --- what there is to see

  /** The data that are learned from; null before there is a run. */
  public ObservableValue<Dataset> datasetProperty() {
    return dataset;
  }

  public boolean isEmpty() {
    return history().isEmpty();
  }

  /** Whether each step has its place on the axis, rather than only each epoch. */
  boolean stepByStep() {
    return axis.bySteps() && kind.get() != CurveKind.R2 && kind.get() != CurveKind.COVERED;
  }

  /** Whether there are single batches behind a smoothed line. */
  boolean smoothed() {
    return stepByStep() && kind.get() != CurveKind.RATE;
  }

  /** Where on the axis the past step stands that is looked at. */
  OptionalDouble past() {
    Optional<Long> step = run.past().stepProperty().get();
    int each = step.isPresent() && !axis.bySteps() ? run.runProperty().get().batchesPerEpoch() : 1;
    return step.isPresent() ? OptionalDouble.of(step.get() / (double) each) : OptionalDouble.empty();
  }

  /**
   * The value of the main line at the newest step, or at the past one that is looked at: smoothed over batches, or the mean of an epoch.
   */
  public OptionalDouble latest() {
    CurveKind shown = kind.get();
    if (shown == CurveKind.COVERED) {
      return adversarial.at(seen()).map(count -> OptionalDouble.of(count.covered())).orElse(OptionalDouble.empty());
    }
    Optional<Curve> curve = stepByStep() ? curve(shown) : Optional.empty();
    double value = curve.isPresent() ? shown.unit() * curve.get().smoothedAt(seen()) : latestEpoch().map(this::trained).orElse(Double.NaN);
    return optional(value);
  }

  /** The round that {@link #latest} is of, where modes are counted. */
  OptionalLong latestRound() {
    return kind.get() == CurveKind.COVERED ? adversarial.roundAt(seen()) : OptionalLong.empty();
  }

  private long seen() {
    return run.past().stepProperty().get().orElse(Long.MAX_VALUE);
  }

  /** The score of the validation part after the last epoch by then. */
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

  /** An epoch with the best score of the validation part. */
  public record Best(int epoch, long step, double value) {}

  /** The first epoch that was not bettered. */
  public Optional<Best> best() {
    return adversarial.there() ? Optional.empty() : epochPoints.best(history(), kind.get())
        .map(best -> new Best(best.epoch(), best.step(), validated(best)));
  }

  /** For how many epochs in a row the validation loss has risen, where it is more than chance. */
  public OptionalInt worsening() {
    int rises = ofLoss && !adversarial.there() ? EpochPoints.rises(run.history().epochs()) : 0;
    return rises >= TREND ? OptionalInt.of(rises) : OptionalInt.empty();
  }

  /** Where an epoch stands on the axis. */
  double placeOf(int epoch, long step) {
    return axis.bySteps() ? step : epoch;
  }
}
