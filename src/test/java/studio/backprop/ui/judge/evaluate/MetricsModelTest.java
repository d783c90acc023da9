package studio.backprop.ui.judge.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.backprop.data.Part;
import studio.backprop.evaluate.BinaryEvaluation;
import studio.backprop.evaluate.EvaluationMetric;
import studio.backprop.evaluate.MetricEstimate;
import studio.backprop.evaluate.ModelEvaluation;
import studio.backprop.evaluate.MulticlassEvaluation;
import studio.backprop.network.Edit;
import studio.backprop.project.DecisionThreshold;
import studio.backprop.project.DecisionThreshold.Rule;
import studio.backprop.project.Project;
import studio.backprop.run.Run;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.SampleProject;
import studio.backprop.store.Saved;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;
import studio.backprop.train.record.Adjustment;
import studio.backprop.ui.judge.evaluate.report.MetricsReport;
import studio.backprop.ui.judge.evaluate.report.ReportFiles;
import studio.backprop.ui.kit.Workers;
import studio.backprop.ui.panels.Desk;

/** What the page of metrics shows, and when. */
@Timeout(120)
class MetricsModelTest {
  @TempDir private Path folder;
  private Desk desk;
  private MetricsModel model;

  @AfterEach
  void close() {
    model.close();
    desk.close();
  }

  private void open(Project project, int steps) throws Exception {
    desk = new Desk(project);
    model = new MetricsModel(desk.document, desk.run, desk.pulse);
    desk.run.restarts().reset();
    desk.pulse.until(() -> desk.run.runProperty().get() != null);
    if (steps > 0) {
      desk.run.control().steps(steps);
      desk.pulse.until(() -> desk.run.snapshot().map(snapshot -> snapshot.step()).orElse(0L) == steps);
    }
    desk.rest();
    model.openProperty().set(true);
  }

  private void evaluated() {
    desk.pulse.until(model::isComplete);
  }

  private BinaryEvaluation two() {
    return (BinaryEvaluation) model.judgementProperty().get();
  }

  private MetricEstimate figure(EvaluationMetric metric) {
    return ModelEvaluation.byMetric(model.figuresProperty().get()).get(metric);
  }

  @Test
  void anUntrainedNetworkIsNotEvaluated() throws Exception {
    open(SampleProject.of("breast-cancer"), 0);
    desk.pulse.tick();
    assertThat(model.stateProperty().get()).isEqualTo(MetricsModel.State.UNTRAINED);
    assertThat(model.judgementProperty().get()).isNull();
  }

  /** What a person has set is no draw of the seed: the page and the commands say so of the same weights. */
  @Test
  void weightsSetByHandBeforeTheFirstStepAreEvaluatedAsByTheCommands() throws Exception {
    open(SampleProject.of("breast-cancer"), 0);
    int node = desk.run.runProperty().get().learned().get(0).node();
    desk.pulse.tick();
    assertThat(model.stateProperty().get()).as("its weights are those of the seed").isEqualTo(MetricsModel.State.UNTRAINED);
    desk.run.weights().set(node, "weight", 0, 3, false);
    evaluated();
    Saved saved = desk.run.files().toSave().get();
    assertThat(saved.beginning().isTrained(0)).isTrue();
    desk.document.undo();
    desk.pulse.until(() -> model.stateProperty().get() == MetricsModel.State.UNTRAINED);
    assertThat(desk.run.files().toSave().get().beginning().isTrained(0)).isFalse();
    Run before = desk.run.runProperty().get();
    desk.run.files().open(() -> desk.document.open(saved.project(), "set", Optional.empty()), saved);
    desk.pulse.until(() -> desk.run.runProperty().get() != null && desk.run.runProperty().get() != before);
    evaluated();
    assertThat(model.evaluationProperty().get().step()).isZero();
  }

  @Test
  void aPartWithoutExamplesSaysSo() throws Exception {
    Project project = SampleProject.of("breast-cancer");
    open(project.withData(project.data().withShares(0.2, 0)), 5);
    model.partProperty().set(Part.TEST);
    desk.pulse.tick();
    assertThat(model.stateProperty().get()).isEqualTo(MetricsModel.State.EMPTY);
  }

  @Test
  void nobodyIsAskedWhileThePageIsClosed() throws Exception {
    Set<Thread> ofOthers = Workers.named("metrics");
    open(SampleProject.of("breast-cancer"), 5);
    model.openProperty().set(false);
    desk.pulse.tick();
    desk.pulse.tick();
    assertThat(ofOthers).containsAll(Workers.named("metrics"));
    model.openProperty().set(true);
    desk.pulse.tick();
    assertThat(Workers.named("metrics").stream().filter(thread -> !ofOthers.contains(thread))).as("somebody looks").hasSize(1);
  }

  @Test
  void aWeightSetByHandIsJudgedThoughTheStepIsTheSame() throws Exception {
    open(SampleProject.of("breast-cancer"), 20);
    evaluated();
    double before = figure(EvaluationMetric.LOG_LOSS).value();
    desk.run.weights().set(desk.run.runProperty().get().learned().get(0).node(), "weight", 0, 3, false);
    desk.pulse.until(() -> figure(EvaluationMetric.LOG_LOSS).value() != before);
    assertThat(model.evaluationProperty().get().step()).isEqualTo(20);
  }

  @Test
  void aThresholdIsJudgedAtOnceAndItsIntervalsFollow() throws Exception {
    open(SampleProject.of("breast-cancer"), 20);
    evaluated();
    double area = figure(EvaluationMetric.ROC_AUC).interval().low();
    model.threshold().set(0.2);
    assertThat(model.threshold().ruleProperty().get()).isEqualTo(Rule.CUSTOM);
    assertThat(two().threshold()).isEqualTo(0.2);
    assertThat(figure(EvaluationMetric.RECALL).interval().isDefined()).as("a proportion").isTrue();
    assertThat(figure(EvaluationMetric.ROC_AUC).interval().low()).as("what no threshold changes").isEqualTo(area);
    assertThat(figure(EvaluationMetric.F1).interval().isDefined()).as("resamples are still to be drawn").isFalse();
    evaluated();
    assertThat(figure(EvaluationMetric.F1).interval().isDefined()).isTrue();
  }

  @Test
  void theLargestF1IsThatOfTheValidationPart() throws Exception {
    open(SampleProject.of("breast-cancer"), 20);
    model.partProperty().set(Part.TRAIN);
    evaluated();
    model.threshold().ruleProperty().set(Rule.MAX_F1);
    double chosen = model.thresholdProperty().get();
    BinaryEvaluation validation = model.evaluationProperty().get().validation().orElseThrow();
    assertThat(Optional.of(chosen)).isEqualTo(validation.curve().bestF1());
    model.threshold().ruleProperty().set(Rule.LOSS);
    assertThat(two().threshold()).isEqualTo(0.5);
  }

  @Test
  void slicesAreAllExamplesOncePerColumnAndFollowTheThreshold() throws Exception {
    open(SampleProject.of("breast-cancer"), 20);
    evaluated();
    desk.pulse.until(() -> !model.slices().rowsProperty().get().isEmpty());
    int examples = model.slices().rowsProperty().get().stream().mapToInt(row -> row.slice().examples().length).sum();
    assertThat(examples).isEqualTo(two().total());
    model.threshold().set(1);
    double positives = model.slices().rowsProperty().get().stream()
        .mapToDouble(row -> ((BinaryEvaluation) row.judgement()).counts().tp()).sum();
    assertThat(positives).isEqualTo(two().counts().tp());
  }

  @Test
  void aLookAtTheTestPartCountsOnceForTheSameWeightsAndIsSaved() throws Exception {
    open(SampleProject.of("breast-cancer"), 20);
    evaluated();
    assertThat(model.testViews()).isZero();
    for (int look = 0; look < 2; look++) {
      model.partProperty().set(Part.TEST);
      evaluated();
      model.partProperty().set(Part.VALIDATION);
      evaluated();
    }
    assertThat(model.testViews()).isEqualTo(1);
    desk.run.control().stepBatch();
    desk.pulse.until(() -> model.evaluationProperty().get().step() == 21);
    model.partProperty().set(Part.TEST);
    evaluated();
    assertThat(model.testViews()).isEqualTo(2);
    desk.run.control().stepBatch();
    desk.pulse.until(() -> model.staleProperty().get());
    ticks();
    assertThat(model.evaluationProperty().get().step()).as("nobody wanted to see the next step").isEqualTo(21);
    assertThat(model.testViews()).isEqualTo(2);
    model.lookAgain();
    desk.pulse.until(() -> model.evaluationProperty().get().step() == 22);
    assertThat(model.staleProperty().get()).isFalse();
    assertThat(model.testViews()).isEqualTo(3);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ProjectFile.write(file, desk.run.files().toSave().get());
    Saved saved = ProjectFile.read("saved", new ByteArrayInputStream(file.toByteArray())).saved();
    assertThat(saved.testViews().counts()).isEqualTo(Map.of("breast-cancer", 3));
    desk.run.files().open(() -> {}, Saved.of(SampleProject.of("breast-cancer")));
    assertThat(model.testViews()).as("of another project").isZero();
  }

  @Test
  void whoComesBackToOtherWeightsSeesTheValidationPart() throws Exception {
    open(SampleProject.of("breast-cancer"), 20);
    model.partProperty().set(Part.TEST);
    evaluated();
    model.openProperty().set(false);
    model.openProperty().set(true);
    ticks();
    assertThat(model.partProperty().get()).as("of the same weights").isEqualTo(Part.TEST);
    model.openProperty().set(false);
    desk.run.control().stepBatch();
    desk.pulse.until(() -> desk.run.snapshot().orElseThrow().step() == 21);
    model.openProperty().set(true);
    assertThat(model.partProperty().get()).isEqualTo(Part.VALIDATION);
    evaluated();
    assertThat(model.testViews()).isEqualTo(1);
    model.partProperty().set(Part.TEST);
    evaluated();
    desk.run.restarts().reset();
    desk.pulse.until(() -> model.partProperty().get() == Part.VALIDATION);
  }

  private void ticks() {
    for (int i = 0; i < 50; i++) {
      desk.pulse.tick();
    }
  }

  @Test
  void oneClassAgainstTheRestHasAThresholdOfItsOwn() throws Exception {
    open(SampleProject.of("iris"), 20);
    evaluated();
    model.oneVsRest().indexProperty().set(2);
    MulticlassEvaluation several = (MulticlassEvaluation) model.judgementProperty().get();
    desk.pulse.until(() -> model.oneVsRest().judgedProperty().get()
        .filter(rest -> rest.counts().equals(several.against(2, 0.5).counts())).isPresent());
    model.oneVsRest().setNear(0.304);
    assertThat(model.oneVsRest().judgedProperty().get().orElseThrow().counts()).isEqualTo(several.against(2, 0.3).counts());
    assertThat(desk.document.project().threshold()).as("nothing is predicted at it").isEqualTo(DecisionThreshold.OF_LOSS);
  }

  @Test
  void anotherStepIsEvaluatedAnew() throws Exception {
    open(SampleProject.of("auto-mpg"), 3);
    evaluated();
    assertThat(model.evaluationProperty().get().step()).isEqualTo(3);
    desk.run.control().stepBatch();
    desk.pulse.until(() -> model.evaluationProperty().get().step() == 4);
  }

  @Test
  void theCsvHasEveryFigureAsItIs() throws Exception {
    open(SampleProject.of("iris"), 20);
    evaluated();
    desk.pulse.until(() -> !model.slices().rowsProperty().get().isEmpty());
    List<String> lines = MetricsCsv.of(model).lines().toList();
    MetricEstimate accuracy = figure(EvaluationMetric.ACCURACY);
    assertThat(lines).contains("accuracy," + accuracy.value() + "," + accuracy.interval().low() + "," + accuracy.interval().high());
    assertThat(lines).contains("class,precision,recall,f1,iou,support,roc_auc,expected_calibration_error")
        .anyMatch(line -> line.startsWith("setosa,"));
    assertThat(lines).anyMatch(line -> line.startsWith("under ")).noneMatch(line -> line.contains("Infinity"));
  }

  @Test
  void aReportHasTheSettingsOfTheRunThatIsEvaluated() throws Exception {
    Project project = SampleProject.of("breast-cancer");
    open(project, 20);
    evaluated();
    desk.document.apply(new Edit<>(Message.of("x"), now -> now.withTraining(training -> training.withRate(0.123))));
    desk.rest();
    MetricsReport before = model.report(LocalDate.EPOCH).orElseThrow();
    assertThat(before.project().training()).as("nothing was learned at the other rate yet").isEqualTo(project.training());
    assertThat(before.adjustments()).isEmpty();
    desk.run.control().stepBatch();
    desk.pulse.until(() -> model.evaluationProperty().get().step() == 21);
    MetricsReport after = model.report(LocalDate.EPOCH).orElseThrow();
    assertThat(after.project().training()).isEqualTo(project.training());
    assertThat(after.adjustments()).extracting(Adjustment::step, Adjustment::rate).containsExactly(Assertions.tuple(20L, 0.123));
    Path file = folder.resolve("report.html");
    ReportFiles.write(after, Texts.ENGLISH, file);
    assertThat(Files.readString(file)).contains("from step 20: rate 0.123");
  }
}
