package studio.backprop.ui.judge.evaluate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.evaluate.BinaryEvaluation;
import studio.backprop.evaluate.DataSlices;
import studio.backprop.evaluate.MetricEstimate;
import studio.backprop.evaluate.ModelEvaluation;
import studio.backprop.evaluate.metric.RocBand;
import studio.backprop.observe.Example;
import studio.backprop.project.Project;
import studio.backprop.run.Run;
import studio.backprop.text.Message;
import studio.backprop.train.record.TestViews;
import studio.backprop.ui.judge.evaluate.report.MetricsReport;
import studio.backprop.ui.kit.Faults;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.kit.page.PageModel;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.PredictionRequests;
import studio.backprop.ui.workspace.run.RunModel;
import studio.backprop.ui.workspace.run.WeightsVersion;

/**
 * Model of the metrics page: a part of the data, evaluated at a threshold. Predictions are computed in the background and updated after
 * each step while the page is open; another threshold is evaluated at once from counts, bootstrap intervals follow. JavaFX thread only.
 */
public final class MetricsModel extends PageModel implements AutoCloseable {
  /** State of the page's content. */
  public enum State {
    NOT_READY,
    NOT_SUPERVISED,
    TOO_MANY,
    UNTRAINED,
    EMPTY,
    RESTS_ONLY,
    COMPUTING,
    FAILED,
    READY
  }

  /** Seconds between two evaluations while training runs. */
  private static final double REST = 0.25;

  private final ObjectProperty<Part> part = new SimpleObjectProperty<>(this, "part", Part.VALIDATION);
  private final ThresholdModel threshold;
  private final DoubleProperty beta = new SimpleDoubleProperty(this, "beta", BinaryEvaluation.USUAL_BETA);
  private final SlicesModel slices;
  private final OneVsRestModel oneVsRest;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.NOT_READY);
  private final ReadOnlyObjectWrapper<Evaluation> evaluation = new ReadOnlyObjectWrapper<>(this, "evaluation");
  private final ReadOnlyObjectWrapper<ModelEvaluation> judgement = new ReadOnlyObjectWrapper<>(this, "judgement");
  private final ReadOnlyBooleanWrapper complete = new ReadOnlyBooleanWrapper(this, "complete");
  private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper(this, "stale");
  private final ReadOnlyObjectWrapper<List<MetricEstimate>> figures = new ReadOnlyObjectWrapper<>(this, "figures", List.of());

  private final DocumentModel document;
  private final RunModel run;
  private final PredictionRequests questions;
  private final DrawnIntervals intervals;
  private final ObservableValue<Optional<Message>> failure;
  private final Subscription subscriptions;
  private boolean again;
  /** Weights of the evaluation in progress; null without one. */
  private WeightsVersion evaluated;

  public MetricsModel(DocumentModel document, RunModel run, Pulse pulse) {
    this.document = document;
    this.run = run;
    this.threshold = new ThresholdModel(document);
    this.questions = new PredictionRequests(run, pulse, "metrics", REST);
    this.intervals = new DrawnIntervals(pulse);
    this.slices = new SlicesModel(pulse);
    this.oneVsRest = new OneVsRestModel(pulse);
    this.failure = Faults.first(
        questions.failureProperty(), intervals.failureProperty(), slices.failureProperty(), oneVsRest.failureProperty());
    subscriptions = Subscription.combine(
        pulse.subscribe(this::look),
        part.subscribe((before, now) -> forget()),
        openProperty().subscribe((before, now) -> begin(now)),
        run.runProperty().subscribe((before, now) -> begin(before, now)),
        threshold.valueProperty().subscribe((before, now) -> judge()), beta.subscribe((before, now) -> judge()));
  }

  // --- state

  /** The evaluated part of the data. */
  public ObjectProperty<Part> partProperty() {
    return part;
  }

  ThresholdModel threshold() {
    return threshold;
  }

  SlicesModel slices() {
    return slices;
  }

  OneVsRestModel oneVsRest() {
    return oneVsRest;
  }

  /** Decision threshold of two classes: scores at or above it predict the second. */
  public DoubleProperty thresholdProperty() {
    return threshold.valueProperty();
  }

  /** β of Fβ, the weight of recall against precision. */
  DoubleProperty betaProperty() {
    return beta;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** The last evaluation; null without one. */
  ReadOnlyObjectProperty<Evaluation> evaluationProperty() {
    return evaluation.getReadOnlyProperty();
  }

  /** The part at the threshold; null without an evaluation. */
  public ReadOnlyObjectProperty<ModelEvaluation> judgementProperty() {
    return judgement.getReadOnlyProperty();
  }

  /** Figures at the threshold, with their intervals once known. */
  public ReadOnlyObjectProperty<List<MetricEstimate>> figuresProperty() {
    return figures.getReadOnlyProperty();
  }

  /** See {@link #isComplete}. */
  ReadOnlyBooleanProperty completeProperty() {
    return complete.getReadOnlyProperty();
  }

  /** 95 % bootstrap band of the ROC curve of two classes; empty until computed. */
  ReadOnlyObjectProperty<Optional<RocBand>> bandProperty() {
    return intervals.bandProperty();
  }

  /** Error of the last computation; empty without one. */
  ObservableValue<Optional<Message>> failureProperty() {
    return failure;
  }

  /** Whether the figures are of earlier weights: the test part is not evaluated again automatically. */
  public ReadOnlyBooleanProperty staleProperty() {
    return stale.getReadOnlyProperty();
  }

  /** Number of views of the test data. */
  public int testViews() {
    return data().map(data -> run.files().testViewsProperty().get().of(data.dataset().name())).orElse(0);
  }

  ReadOnlyObjectProperty<TestViews> testViewsProperty() {
    return run.files().testViewsProperty();
  }

  /** Data of the run; empty without one. */
  Optional<PreparedData> data() {
    return Optional.ofNullable(run.runProperty().get()).map(Run::data);
  }

  /** Whether all obtainable intervals are known. */
  public boolean isComplete() {
    return intervals.areOf(judgement.get());
  }

  /** Base name of exported files. */
  String name() {
    return document.nameProperty().get();
  }

  /** Report of the current evaluation, with the settings of the run of its weights; empty without one. */
  Optional<MetricsReport> report(LocalDate date) {
    return Optional.ofNullable(evaluation.get()).map(now -> {
      Project learned = run.runProperty().get().project().withThreshold(any -> threshold.kept());
      return new MetricsReport(name(), learned, run.history().adjustments(), now.data(), now.part(), now.step(), now.weights(),
          judgement.get(), figures.get(), run.history().epochs(), slices.report(now), testViews(), date);
    });
  }

  // --- commands

  /** Evaluates the current weights; counts as another view of the test data. */
  public void lookAgain() {
    again = true;
    questions.forgive();
  }

  /** Selects an example by the index of its target, where each example has one. */
  void choose(int example) {
    Evaluation now = evaluation.get();
    if (now != null && now.hasOneTargetEach()) {
      run.observation().chooseExample(new Example(now.part(), DataSlices.rowOf(now.data(), now.part(), example)));
    }
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
    questions.close();
    intervals.close();
    slices.close();
    oneVsRest.close();
    threshold.close();
  }

  // --- updates

  private void begin(Run before, Run now) {
    leaveTest(now);
    boolean otherData = before == null || now == null || before.data().dataset() != now.data().dataset();
    forget();
    if (otherData) {
      slices.choose(Optional.ofNullable(now).map(Run::data));
    }
  }

  /** After a return with other weights the test part is not evaluated unrequested. */
  private void begin(boolean opened) {
    if (opened && evaluation.get() != null && run.isBehind(evaluated)) {
      leaveTest(run.runProperty().get());
    }
  }

  private void leaveTest(Run now) {
    if (part.get() == Part.TEST) {
      part.set(now == null || now.data().rows(Part.VALIDATION) > 0 ? Part.VALIDATION : Part.TRAIN);
    }
  }

  private void forget() {
    again = false;
    questions.forgive();
    complete.set(false);
    stale.set(false);
    evaluation.set(null);
    judgement.set(null);
    figures.set(List.of());
    slices.forget();
    oneVsRest.forget();
    intervals.forget();
  }

  /** Called in each frame: requests an evaluation or a bootstrap if needed. */
  private void look() {
    if (!isOpen()) {
      return;
    }
    Run now = run.runProperty().get();
    State next = EvaluationOffer.state(run, part.get(), evaluation.get() != null, questions.hasFailed());
    state.set(next);
    stale.set(part.get() == Part.TEST && evaluation.get() != null && run.isBehind(evaluated));
    boolean may = next == State.COMPUTING || next == State.READY;
    if (may && isOld() && questions.free()) {
      Part asked = part.get();
      questions.ask(replica -> Evaluation.of(replica, asked), this::take);
    }
    intervals.look(judgement.get(), !run.playing(), this::complete);
  }

  /** The test part is not updated from step to step: each view counts. */
  private boolean isOld() {
    return evaluation.get() == null || (part.get() == Part.TEST ? again : run.isBehind(evaluated));
  }

  private void take(Evaluation asked, WeightsVersion weights) {
    if (asked.part() != part.get() || !isOpen()) {
      return;
    }
    again = false;
    stale.set(false);
    evaluated = weights;
    evaluation.set(asked);
    count(asked);
    intervals.forget();
    threshold.begin(asked);
    judge();
    slices.show(asked, threshold.value(), !run.playing());
    oneVsRest.show(asked);
    state.set(State.READY);
  }

  /** Views of the test part count once per weights. */
  private void count(Evaluation asked) {
    if (asked.part() == Part.TEST) {
      run.files().viewTest(run.runProperty().get(), evaluated);
    }
  }

  /** Evaluates at the threshold, from counts. */
  private void judge() {
    Evaluation now = evaluation.get();
    if (now == null) {
      return;
    }
    boolean same = judgement.get() instanceof BinaryEvaluation before && now.binary().isPresent()
        && before.curve() == now.binary().get().curve() && before.threshold() == threshold.value() && before.beta() == beta.get();
    if (same) {
      return;
    }
    ModelEvaluation at = now.at(threshold.value(), beta.get());
    judgement.set(at);
    complete.set(false);
    figures.set(at.figures().stream().map(intervals::with).toList());
    slices.follow(threshold.value());
    intervals.stop();
  }

  private void complete(List<MetricEstimate> all) {
    figures.set(all);
    complete.set(true);
    if (evaluation.get().isRegression() && !slices.areDrawn()) {
      slices.show(evaluation.get(), threshold.value(), true);
    }
  }
}
