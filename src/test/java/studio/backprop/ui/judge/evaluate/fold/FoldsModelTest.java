package studio.backprop.ui.judge.evaluate.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.backprop.evaluate.fold.CrossValidation.Method;
import studio.backprop.evaluate.fold.FoldComparison;
import studio.backprop.evaluate.fold.FoldFigure;
import studio.backprop.evaluate.fold.FoldGroups;
import studio.backprop.evaluate.fold.FoldJob;
import studio.backprop.evaluate.fold.FoldResult;
import studio.backprop.evaluate.fold.FoldRunner;
import studio.backprop.evaluate.fold.FoldSummary;
import studio.backprop.evaluate.fold.PairedTest;
import studio.backprop.network.Edit;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.store.SampleProject;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;
import studio.backprop.train.metric.Metrics;
import studio.backprop.train.record.RunRecord;
import studio.backprop.ui.judge.evaluate.fold.FoldExperiment.Kind;
import studio.backprop.ui.judge.evaluate.fold.FoldsModel.State;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.panels.Desk;

/** What the page of cross-validation shows, and when. */
@Timeout(180)
class FoldsModelTest {
  private Desk desk;
  private FoldsModel model;

  @AfterEach
  void close() {
    model.close();
    desk.close();
  }

  private void open(Project project) {
    desk = new Desk(project);
    model = new FoldsModel(desk.document, desk.run, desk.pulse);
    desk.run.restarts().reset();
    desk.pulse.until(() -> desk.run.runProperty().get() != null);
    model.openProperty().set(true);
    desk.pulse.tick();
  }

  private void open(String sample, int epochs) throws Exception {
    open(SampleProject.of(sample).withTraining(training -> training.withEpochs(epochs)));
  }

  private void ended() {
    desk.pulse.until(() -> model.stateProperty().get() != State.RUNNING);
  }

  private List<FoldResult> ran() {
    model.start();
    ended();
    return model.results();
  }

  private static List<String> weights(List<FoldResult> results) {
    return results.stream().map(FoldResult::weightsSha256).toList();
  }

  @Test
  void theFormTakesWhatSuitsTheDataAndTheEpochsOfTheProject() throws Exception {
    open("breast-cancer", 3);
    assertThat(model.stateProperty().get()).isEqualTo(State.NOTHING);
    assertThat(model.form().methodProperty().get()).isEqualTo(Method.STRATIFIED);
    assertThat(model.form().epochs().value()).isEqualTo(3);
    assertThat(model.form().refusal(Method.GROUP).orElseThrow().key()).isEqualTo("folds.method.no_groups");
    assertThat(model.form().refusal(Method.TIME_SERIES)).isPresent();
    assertThat(model.form().refusal(Method.KFOLD)).isEmpty();
  }

  @Test
  void numbersAreNotStratified() throws Exception {
    open("auto-mpg", 2);
    assertThat(model.form().methodProperty().get()).isEqualTo(Method.KFOLD);
    assertThat(model.form().refusal(Method.STRATIFIED)).isPresent();
    assertThat(ran()).hasSize(5).allMatch(result -> Double.isFinite(FoldFigure.R2.test(result)));
  }

  @Test
  void theWindowsOwnRunIsLeftAlone() throws Exception {
    open("breast-cancer", 2);
    desk.run.control().steps(5);
    desk.pulse.until(() -> desk.run.snapshot().map(snapshot -> snapshot.step()).orElse(0L) == 5);
    String before = desk.run.trainer().ask(session -> session.parameters().sha256()).get().orElseThrow();
    assertThat(ran()).hasSize(5);
    assertThat(desk.run.trainer().ask(session -> session.parameters().sha256()).get().orElseThrow()).isEqualTo(before);
    assertThat(desk.run.snapshot().orElseThrow().step()).isEqualTo(5);
  }

  @Test
  void foldsGoIntoTheRunHistoryAndTheProjectsFile() throws Exception {
    open("breast-cancer", 2);
    List<FoldResult> results = ran();
    List<RunRecord> kept = desk.run.files().toSave().get().runs();
    RunRecord record = kept.get(kept.size() - 1);
    assertThat(record.name()).isEqualTo(Message.of("tries.folds", 5L, Message.of("folds.method.stratified"), 5L));
    assertThat(record.folds()).hasSize(5);
    assertThat(record.accuracyOrR2()).isCloseTo(FoldSummary.of(FoldFigure.ACCURACY, results).mean(), within(1e-12));
    assertThat(record.deviationOverFolds()).isCloseTo(FoldSummary.of(FoldFigure.ACCURACY, results).deviation(), within(1e-12));
    assertThat(record.ending()).isEqualTo(RunRecord.Ending.FINISHED);
  }

  @Test
  void howeverManyTrainAtOnceTheBitsAreTheSame() throws Exception {
    open("breast-cancer", 2);
    model.form().atOnce().valueProperty().set(1);
    List<String> one = weights(ran());
    model.form().atOnce().valueProperty().set(3);
    assertThat(weights(ran())).isEqualTo(one).doesNotHaveDuplicates();
  }

  @Test
  void whatIsDoneWhenItIsCancelledIsKept() throws Exception {
    open("breast-cancer", 60);
    model.close();
    CountDownLatch goOn = new CountDownLatch(1);
    model = new FoldsModel(desk.document, desk.run, desk.pulse, new FoldsWorker(desk.pulse, (jobs, side, stop, listener) ->
        new FoldRunner(side, 1).run(jobs, stop, new RestAfterTwo(listener, goOn))));
    model.openProperty().set(true);
    desk.pulse.tick();
    model.form().atOnce().valueProperty().set(1);
    model.start();
    desk.pulse.until(() -> model.results().size() >= 2);
    model.cancel();
    goOn.countDown();
    ended();
    assertThat(model.stateProperty().get()).isEqualTo(State.CANCELLED);
    assertThat(model.results().size()).isBetween(2, 4);
    assertThat(model.results()).allMatch(result -> result.epochs() == 60);
  }

  /** Listens, and when two folds are done keeps their thread from the next one until the latch is down. */
  private static final class RestAfterTwo implements FoldRunner.Listener {
    private final FoldRunner.Listener listener;
    private final CountDownLatch goOn;
    private int done;

    RestAfterTwo(FoldRunner.Listener listener, CountDownLatch goOn) {
      this.listener = listener;
      this.goOn = goOn;
    }

    @Override
    public void epoch(FoldJob job, int epoch, Supplier<Metrics> fold) {
      listener.epoch(job, epoch, fold);
    }

    @Override
    public void done(FoldResult result) {
      listener.done(result);
      if (++done == 2) {
        try {
          goOn.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  @Test
  void whoCancelsTheNextRunKeepsTheResultsOfThisOne() throws Exception {
    open("breast-cancer", 2);
    List<FoldResult> before = ran();
    model.form().epochs().valueProperty().set(TrainingSettings.MOST_EPOCHS); // more than are trained before it is cancelled
    model.start();
    desk.pulse.until(() -> model.running().isPresent());
    model.cancel();
    ended();
    assertThat(model.results()).isEqualTo(before);
    assertThat(model.stateProperty().get()).isEqualTo(State.DONE);
  }

  @Test
  void theFoldsOfAMomentComeBackAfterTheProjectWasOpenedAnew() throws Exception {
    open("breast-cancer", 2);
    List<FoldResult> before = ran();
    Runnable back = model.moment();
    desk.document.open(desk.document.project(), "again", Optional.empty());
    assertThat(model.results()).isEmpty();
    back.run();
    assertThat(model.results()).isEqualTo(before);
    assertThat(model.stateProperty().get()).isEqualTo(State.DONE);
  }

  @Test
  void whatAPlotComesToIsSaidOnceItsTrainingsAreDone() throws Exception {
    open("breast-cancer", 4);
    FoldConclusions conclusions = new FoldConclusions(new Lang(Texts.ENGLISH));
    List<FoldResult> results = ran();
    FoldExperiment folds = model.experiment(Kind.FOLDS).orElseThrow();
    double highest = results.stream().mapToDouble(FoldFigure.LOSS::test).max().orElseThrow();
    int fold = results.stream().filter(one -> FoldFigure.LOSS.test(one) == highest).findFirst().orElseThrow().job().fold();
    assertThat(conclusions.ofLosses(folds)).startsWith("Fold " + (fold + 1) + " ends highest");
    model.learn();
    ended();
    FoldExperiment curve = model.experiment(Kind.LEARNING).orElseThrow();
    FoldComparison ends = FoldComparison.of(FoldFigure.ACCURACY, curve.results(3), curve.results(4));
    boolean better = ends.test().p() < 0.05 && ends.test().difference() > 0;
    assertThat(conclusions.ofLearning(curve, FoldFigure.ACCURACY)).startsWith("From 273 to 364 training examples")
        .contains(better ? "likely to help" : "No improvement can be shown");
  }

  @Test
  void theLossOfTheFoldIsKnownAfterEachEpoch() throws Exception {
    open("breast-cancer", 4);
    FoldResult first = ran().get(0);
    FoldTrack track = model.experiment(Kind.FOLDS).orElseThrow().tracks(0).get(0);
    assertThat(track.epochs()).containsExactly(1, 2, 3, 4);
    assertThat(track.losses()[3]).isCloseTo(first.test().loss(), Offset.offset(1e-6));
  }

  @Test
  void rowsOfOneGroupAreInOneFold() throws Exception {
    open("auto-mpg", 2);
    desk.pulse.until(() -> model.form().refusal(Method.GROUP).isEmpty());
    List<String> columns = model.form().groupColumnsProperty().getValue();
    assertThat(columns).contains("model_year", "origin");
    model.form().methodProperty().set(Method.GROUP);
    model.form().groupColumnProperty().set("origin");
    assertThat(model.problem().orElseThrow().key()).as("three origins, five folds").isEqualTo("folds.problem.groups");
    model.form().groupColumnProperty().set("model_year");
    assertThat(model.problem()).isEmpty();
    List<FoldResult> results = ran();
    int[] groups = FoldGroups.of(results.get(0).job().whole().dataset(), "model_year");
    for (FoldResult result : results) {
      Set<Integer> held = IntStream.of(result.job().test()).mapToObj(row -> groups[row]).collect(Collectors.toSet());
      assertThat(IntStream.of(result.job().train()).mapToObj(row -> groups[row])).doesNotContainAnyElementsOf(held);
    }
    model.learn();
    assertThat(model.experiment(Kind.LEARNING)).as("rows are not shuffled").isEmpty();
  }

  @Test
  void aSeriesIsDividedInTime() throws Exception {
    open("sine-rnn", 1);
    assertThat(model.form().methodProperty().get()).isEqualTo(Method.TIME_SERIES);
    model.form().folds().valueProperty().set(3);
    for (FoldResult result : ran()) {
      assertThat(IntStream.of(result.job().train()).max().orElseThrow()).isLessThan(IntStream.of(result.job().test()).min().orElseThrow());
    }
    assertThat(model.results()).hasSize(3);
  }

  @Test
  void tooManyFoldsAreRefusedWithTheReason() throws Exception {
    open("iris", 2);
    model.form().folds().valueProperty().set(100);
    assertThat(model.problem().orElseThrow().key()).isEqualTo("folds.problem.classes");
    model.form().methodProperty().set(Method.KFOLD);
    assertThat(model.problem()).isEmpty();
    model.form().repeats().valueProperty().set(2);
    assertThat(model.problem().orElseThrow().key()).isEqualTo("folds.problem.trainings");
    model.start();
    assertThat(model.stateProperty().get()).isEqualTo(State.NOTHING);
  }

  @Test
  void aSecondSettingIsComparedOnTheSameFolds() throws Exception {
    open("breast-cancer", 3);
    List<FoldResult> first = ran();
    model.compare(FoldSetting.RATE, 0.00001);
    ended();
    List<FoldResult> second = model.experiment(Kind.OTHER).orElseThrow().results();
    for (int fold = 0; fold < 5; fold++) {
      assertThat(second.get(fold).job().test()).isEqualTo(first.get(fold).job().test());
      assertThat(second.get(fold).job().project().training().rate()).isEqualTo(0.00001);
    }
    FoldComparison said = model.comparison(FoldFigure.LOSS).orElseThrow();
    assertThat(said.folds()).isEqualTo(5);
    assertThat(said.test()).isEqualTo(PairedTest.of(FoldFigure.LOSS.test(first), FoldFigure.LOSS.test(second), 0.25));
    assertThat(said.second()).isGreaterThan(said.first());
    assertThat(said.test().p()).isLessThan(0.05);
  }

  @Test
  void anEditOfTheProjectCanBeTheSecondSetting() throws Exception {
    open("breast-cancer", 2);
    ran();
    assertThat(model.changes()).isEmpty();
    desk.document.apply(new Edit<>(Message.of("edit.rate", 64),
        project -> project.withTraining(training -> training.withBatch(64))));
    desk.pulse.until(() -> model.problem().isEmpty());
    assertThat(model.changes()).hasSize(1);
    model.compareWithProject();
    ended();
    assertThat(model.experiment(Kind.OTHER).orElseThrow().results()).hasSize(5)
        .allMatch(result -> result.job().project().training().batch() == 64);
  }

  @Test
  void curvesGoAlongRowsAndAlongASetting() throws Exception {
    open("breast-cancer", 2);
    List<FoldResult> folds = ran();
    model.learn();
    ended();
    FoldExperiment learning = model.experiment(Kind.LEARNING).orElseThrow();
    assertThat(learning.places()).isEqualTo(FoldPlaces.SHARES.length);
    assertThat(learning.results(0)).allMatch(result -> result.job().trainRows() == 36);
    assertThat(weights(learning.results(4))).as("with all rows it is the same training").isEqualTo(weights(folds));
    model.validate();
    ended();
    FoldExperiment validation = model.experiment(Kind.VALIDATION).orElseThrow();
    double now = desk.document.project().training().rate();
    for (int place = 0; place < validation.places(); place++) {
      if (validation.x(place) == now) {
        assertThat(weights(validation.results(place))).isEqualTo(weights(folds));
      } else {
        assertThat(weights(validation.results(place))).doesNotContainAnyElementsOf(weights(folds));
      }
    }
    String csv = FoldsCsv.write(model);
    assertThat(csv.lines().filter(line -> line.startsWith("folds,stratified,,1,")).toList()).hasSize(5)
        .first().asString().contains("," + FoldFigure.ROC_AUC.test(folds.get(0)) + ",");
    assertThat(csv.lines().filter(line -> line.startsWith("validation rate,stratified,"))).hasSizeGreaterThan(20);
  }

  @Test
  void anotherProjectForgetsTheFolds() throws Exception {
    open("breast-cancer", 200);
    model.start();
    desk.pulse.until(() -> model.experiment(Kind.FOLDS).isPresent());
    desk.document.open(SampleProject.of("iris"), "iris", Optional.empty());
    assertThat(model.experiment(Kind.FOLDS)).isEmpty();
    desk.pulse.until(() -> model.stateProperty().get() == State.NOTHING);
    assertThat(model.results()).isEmpty();
  }
}
