package studio.backprop.ui.watch.plots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import studio.backprop.data.DataSettings;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Edit;
import studio.backprop.optim.Sgd;
import studio.backprop.project.Project;
import studio.backprop.run.Status;
import studio.backprop.schedule.Cosine;
import studio.backprop.text.Message;
import studio.backprop.train.Session;
import studio.backprop.train.metric.Quantity;
import studio.backprop.train.record.EpochRecord;
import studio.backprop.ui.workspace.run.Courses;
import studio.backprop.ui.workspace.run.RunHistory;

class CurveModelTest {
  private Studio studio;

  @AfterEach
  void close() {
    if (studio != null) {
      studio.close();
    }
  }

  private void train(Project project, int epochs) throws Exception {
    studio = new Studio(project.withTraining(t -> t.withEpochs(epochs)));
    studio.pulse.until(() -> studio.run.snapshot().isPresent());
    studio.run.control().togglePlay();
    studio.pulse.until(() -> studio.run.statusProperty().get().state() == Status.State.FINISHED);
  }

  @Test
  void accuracyIsInPercentAndEndsAtTheLastScores() throws Exception {
    train(Studio.circles(), 5);
    CurveModel accuracy = studio.plots.measure();
    assertThat(accuracy.kindProperty().get()).isEqualTo(CurveKind.ACCURACY);
    assertThat(accuracy.latest().orElseThrow()).isEqualTo(100 * studio.run.history().measure().smoothed(), within(1e-9));
    assertThat(accuracy.latestValidation().orElseThrow())
        .isEqualTo(100 * studio.run.history().epochs().get(4).validation().accuracy(), within(1e-9));
  }

  @Test
  void aRegressionIsMeasuredByItsErrorInTheTargetsUnit() throws Exception {
    train(
        Studio.project(DataSettings.of("auto-mpg"), 0.01, Input.row(9), Dense.of(1, Activation.NONE), Output.of(Loss.MSE)), 3);
    CurveModel error = studio.plots.measure();
    assertThat(error.kindProperty().get()).isEqualTo(CurveKind.ERROR);
    assertThat(error.datasetProperty().getValue().about().targetName()).isEqualTo("mpg");
    assertThat(error.latestValidation().orElseThrow()).isEqualTo(studio.run.history().epochs().get(2).validation().mae());
    error.lines().fill(400);
    assertThat(error.lines().reach().low()).isZero();
  }

  @Test
  void aLongRunIsDrawnWithFewPointsAndNoneIsLost() throws Exception {
    train(Studio.circles(), 1200);
    CurveModel loss = studio.plots.loss();
    loss.lines().fill(500);
    assertThat(loss.lines().batch().size()).isLessThanOrEqualTo(2000);
    assertThat(loss.lines().line().size()).isLessThanOrEqualTo(1000);
    assertThat(loss.lines().validation().size()).isBetween(250, 500);
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < loss.lines().batch().size(); i++) {
      most = Math.max(most, loss.lines().batch().y(i));
    }
    assertThat(most).isEqualTo(studio.run.history().loss().most(0, studio.run.history().loss().size()));
    assertThat(loss.lines().validation().x(loss.lines().validation().size() - 1)).isEqualTo(loss.history().lastStep());
  }

  @Test
  void aReadingHoldsWhatWasMeasuredAtItsStep() throws Exception {
    train(Studio.circles(), 3);
    studio.plots.loss().lines().fill(400);
    CurveLines.Reading reading = studio.plots.loss().lines().readingAt(6.4).orElseThrow();
    assertThat(reading.lastStep()).isEqualTo(6);
    assertThat(reading.batch().orElseThrow().low()).isEqualTo(reading.batch().orElseThrow().high());
    assertThat(reading.validation().orElseThrow()).isEqualTo(studio.run.history().epochs().get(0).validation().loss());
  }

  @Test
  void theSmoothedCurveAndTheScoresLieWithinTheAxis() throws Exception {
    train(Studio.circles(), 5);
    studio.plots.loss().lines().fill(400);
    ValueRange extent = studio.plots.loss().lines().reach();
    assertThat(studio.run.history().loss().smoothed()).isBetween(extent.low(), extent.high());
    assertThat(studio.run.history().epochs())
        .allSatisfy(epoch -> assertThat(epoch.validation().loss()).isBetween(extent.low(), extent.high()));
  }

  @Test
  void beforeTheFirstStepThereIsNothingToRead() {
    studio = new Studio(Studio.circles());
    assertThat(studio.plots.loss().isEmpty()).isTrue();
    assertThat(studio.plots.loss().lines().readingAt(0)).isEmpty();
    assertThat(studio.plots.loss().latest()).isEmpty();
    assertThat(studio.plots.loss().latestValidation()).isEmpty();
  }

  @Test
  void theTableHoldsTheVeryNumbersOfTheEngine() throws Exception {
    Project project = Studio.circles().withTraining(t -> t.withEpochs(4).withSchedule(Cosine.STANDARD));
    train(project, 4);
    StringWriter table = new StringWriter();
    new CurveTable(studio.run.history()).writeTo(table);
    List<String[]> rows = table.toString().lines().skip(1).map(line -> line.split(",", -1)).toList();
    Session session = session(project);
    for (String[] row : rows) {
      double rate = session.currentRate();
      assertThat(session.step()).isTrue();
      assertThat(Long.parseLong(row[0])).isEqualTo(session.steps());
      assertThat(Integer.parseInt(row[1])).isEqualTo(session.batch() == 0 ? session.epoch() : session.epoch() + 1);
      assertThat(Double.parseDouble(row[2])).isEqualTo(rate);
      assertThat(Double.parseDouble(row[3])).isEqualTo(session.loss());
      assertThat(Double.parseDouble(row[4])).isEqualTo(session.measure());
      if (session.batch() == 0) {
        EpochRecord epoch = session.epochs().get(session.epoch() - 1);
        assertThat(Double.parseDouble(row[5])).isEqualTo(epoch.train().loss());
        assertThat(Double.parseDouble(row[7])).isEqualTo(epoch.validation().loss());
      } else {
        assertThat(row[7]).isEmpty();
      }
    }
    assertThat(session.step()).isFalse();
  }

  private static Session session(Project project) throws Exception {
    PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
    return new Session(project, data, KernelChoice.create(1), Session.initialParameters(project));
  }

  @Test
  void aRunBeforeTheResetStaysBehindTheNewOneUntilItIsRemoved() throws Exception {
    train(Studio.circles(), 3);
    double steps = studio.run.history().lastStep();
    studio.document.apply(new Edit<>(Message.of("edit.rate", 0.1), p -> p.withTraining(t -> t.withRate(0.1))));
    studio.run.restarts().reset();
    CurveModel loss = studio.plots.loss();
    studio.pulse.until(() -> loss.isEmpty() && loss.earlier().size() == 1);
    RunHistory before = loss.earlier().get(0);
    assertThat(before.lastStep()).isEqualTo(steps);
    assertThat(new CurveTexts(loss, studio.lang).named(before)).isEqualTo("run 1: learning rate 0.03");
    loss.lines().fill(400);
    assertThat(loss.lines().past().get(0).size()).isEqualTo((int) steps);
    loss.earlier().remove(before);
    loss.lines().fill(400);
    assertThat(loss.lines().past()).isEmpty();
  }

  @Test
  void theBestEpochIsTheOneWithTheSmallestValidationLoss() throws Exception {
    train(Studio.circles(), 12);
    double least = studio.run.history().epochs().stream().mapToDouble(epoch -> epoch.validation().loss()).min().orElseThrow();
    CurveModel.Best best = studio.plots.loss().best().orElseThrow();
    assertThat(best.value()).isEqualTo(least);
    assertThat(studio.run.history().epochs().get(best.epoch() - 1).validation().loss()).isEqualTo(least);
  }

  @Test
  void risingValidationIsCountedFromItsTurn() {
    RunHistory history = Courses.withEpochs(Courses.of(9, step -> step), 0.9, 0.5, 0.3, 0.4, 0.5, 0.6);
    assertThat(EpochPoints.rises(history.epochs())).isEqualTo(3);
    assertThat(EpochPoints.rises(Courses.withEpochs(history, 0.6).epochs())).isZero();
  }

  @Test
  void byEpochsThereIsAPointForEach() throws Exception {
    train(Studio.circles(), 5);
    CurveModel loss = studio.plots.loss();
    loss.axis().unitProperty().set(StepAxis.Unit.EPOCH);
    loss.lines().fill(400);
    assertThat(loss.lines().batch().size()).isZero();
    assertThat(loss.lines().line().size()).isEqualTo(5);
    assertThat(loss.lines().line().y(4)).isEqualTo(studio.run.history().epochs().get(4).train().loss());
    assertThat(loss.lines().readingAt(2.2).orElseThrow().epoch()).isEqualTo(2);
  }

  @Test
  void theLearningRateIsOfferedWhereAScheduleMovesIt() throws Exception {
    train(Studio.circles(), 2);
    assertThat(studio.plots.measure().choices()).containsExactly(CurveKind.ACCURACY);
    studio.close();
    train(Studio.circles().withTraining(t -> t.withSchedule(Cosine.STANDARD)), 2);
    assertThat(studio.plots.measure().choices()).containsExactly(CurveKind.ACCURACY, CurveKind.RATE);
    studio.plots.measure().chosenProperty().set(CurveKind.RATE);
    studio.plots.measure().lines().fill(400);
    RunHistory history = studio.run.history();
    assertThat(studio.plots.measure().lines().line().y(0)).isEqualTo(history.log().value(0, history.column(Quantity.RATE)));
  }

  @Test
  void aVectorPictureIsXmlWithTextsAndLines() throws Exception {
    train(Studio.circles(), 3);
    CurveModel loss = studio.plots.loss();
    CurveFiles files = new CurveFiles(loss, new CurveTexts(loss, studio.lang), studio.lang, studio.theme, studio.pulse);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    files.content(CurveFiles.Kind.SVG).writeTo(out);
    Document svg = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(out.toByteArray()));
    assertThat(svg.getElementsByTagName("text").item(0).getTextContent()).isEqualTo("Loss");
    assertThat(svg.getElementsByTagName("polyline").getLength()).isGreaterThan(5);
  }

  @Test
  void anEarlierRunStaysOnTheAxisAndHasItsName() throws Exception {
    train(Studio.circles().withTraining(t -> t.withRate(0.3)), 12);
    double reached = studio.run.history().loss().smoothed();
    studio.document.apply(new Edit<>(Message.of("x"), p -> p.withTraining(t -> t.withRate(1e-6))));
    studio.run.restarts().reset();
    studio.pulse.until(() -> studio.run.history().isEmpty());
    studio.run.control().stepEpoch();
    studio.pulse.until(() -> studio.run.history().epochs().size() == 1);
    CurveModel loss = studio.plots.loss();
    loss.lines().fill(400);
    assertThat(reached).isBetween(loss.lines().reach().low(), loss.lines().reach().high());
    SvgInk ink = new SvgInk(400, 200);
    new CurvePainter(loss, new CurveTexts(loss, studio.lang)).paint(ink, 0, 0, 400, 200, studio.theme.palette(), studio.lang.numbers());
    assertThat(ink.finished()).contains("run 1").contains("run 2");
  }

  @Test
  void aDivergedRunIsSeenFromItsStartAndDoesNotFlattenTheNextOne() throws Exception {
    studio = new Studio(Studio.project(DataSettings.of("auto-mpg"), 3, Input.row(9), Dense.of(1, Activation.NONE), Output.of(Loss.MSE))
        .withTraining(t -> t.withOptimizer(Sgd.STANDARD).withEpochs(30)));
    studio.pulse.until(() -> studio.run.snapshot().isPresent());
    studio.run.control().togglePlay();
    studio.pulse.until(() -> studio.run.statusProperty().get().state() == Status.State.FAULT);
    CurveModel loss = studio.plots.loss();
    loss.lines().fill(400);
    double begun = loss.lines().line().y(0);
    assertThat(loss.lines().line().most()).isGreaterThan(1e20 * begun);
    assertThat(begun).isBetween(loss.lines().reach().low(), loss.lines().reach().high());
    studio.document.apply(new Edit<>(Message.of("x"), p -> p.withTraining(t -> t.withRate(0.01))));
    studio.run.restarts().reset();
    studio.pulse.until(() -> loss.isEmpty() && loss.earlier().size() == 1);
    studio.run.control().stepEpoch();
    studio.pulse.until(() -> studio.run.history().epochs().size() == 1);
    loss.lines().fill(400);
    assertThat(loss.lines().line().least()).isGreaterThan(loss.lines().reach().low());
    assertThat(loss.lines().reach().high()).isBetween(loss.lines().line().most(), 1000 * loss.lines().line().most());
    SvgInk ink = new SvgInk(400, 200);
    new CurvePainter(loss, new CurveTexts(loss, studio.lang)).paint(ink, 0, 0, 400, 200, studio.theme.palette(), studio.lang.numbers());
    assertThat(ink.finished()).contains("run 1 ↑");
  }
}
