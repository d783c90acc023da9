package studio.backprop.ui.judge.evaluate.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.backprop.data.Columns;
import studio.backprop.data.CsvFile;
import studio.backprop.data.DataSettings;
import studio.backprop.data.DatasetCatalog;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.data.TableData;
import studio.backprop.data.Task;
import studio.backprop.evaluate.column.ColumnElimination;
import studio.backprop.evaluate.column.ColumnImportances;
import studio.backprop.evaluate.column.EliminationRound;
import studio.backprop.evaluate.column.FTest;
import studio.backprop.evaluate.column.FeatureTargetStatistics;
import studio.backprop.evaluate.column.Importance;
import studio.backprop.evaluate.column.ImportanceMetric;
import studio.backprop.evaluate.column.MutualInformation;
import studio.backprop.evaluate.column.TableColumns;
import studio.backprop.evaluate.column.TabularNetworkPredictor;
import studio.backprop.evaluate.metric.Correlation;
import studio.backprop.evaluate.metric.Statistics;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.lesson.command.LessonCommand;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.network.Node;
import studio.backprop.observe.predict.Replica;
import studio.backprop.project.Project;
import studio.backprop.store.SampleProject;
import studio.backprop.text.Message;
import studio.backprop.ui.design.palette.DataModel;
import studio.backprop.ui.design.palette.TableSettingsModel;
import studio.backprop.ui.judge.evaluate.column.FeaturesModel.Answer;
import studio.backprop.ui.judge.evaluate.column.FeaturesModel.State;
import studio.backprop.ui.panels.Desk;

/** What the page of features shows, and what it does to the project. */
@Timeout(180)
class FeaturesModelTest {
  private Desk desk;
  private DataModel data;
  private FeaturesModel model;

  @AfterEach
  void close() {
    model.close();
    data.close();
    desk.close();
  }

  /** The settings of the data tab. */
  private static ColumnEdits edits(TableSettingsModel table) {
    return new ColumnEdits() {
      @Override
      public boolean possible() {
        return table.leavesOutProperty().getValue();
      }

      @Override
      public List<String> columns() {
        return table.inputColumnsProperty().getValue();
      }

      @Override
      public List<String> leftOut() {
        return table.leftOutProperty().getValue();
      }

      @Override
      public void set(List<String> some, boolean out) {
        table.setLeftOut(some, out);
      }

      @Override
      public void replace(List<String> out) {
        table.replaceLeftOut(out);
      }
    };
  }

  private void open(Project project) {
    desk = new Desk(project);
    data = new DataModel(desk.document, desk.run, desk.pulse);
    model = new FeaturesModel(desk.document, desk.run, desk.pulse, edits(data.settings().table()));
    desk.run.restarts().reset();
    desk.pulse.until(() -> desk.run.runProperty().get() != null);
    model.openProperty().set(true);
    desk.pulse.tick();
  }

  private void openTable(String sample, int epochs) throws Exception {
    open(SampleProject.of(sample).withTraining(training -> training.withEpochs(epochs)));
    desk.pulse.until(() -> model.stateProperty().get() == State.READY);
  }

  private void train(int steps) {
    desk.run.control().steps(steps);
    desk.pulse.until(() -> desk.run.snapshot().map(now -> now.step()).orElse(0L) == steps && !desk.run.playing());
    desk.pulse.until(() -> model.answerProperty().get() == Answer.READY && model.importances().orElseThrow().step() == steps);
  }

  private FeatureRow row(String column) {
    return model.rows().stream().filter(row -> row.column().equals(column)).findFirst().orElseThrow();
  }

  private PreparedData prepared() {
    return desk.run.runProperty().get().data();
  }

  private double[] values(String column) {
    TableColumns columns = TableColumns.of(prepared().dataset()).orElseThrow();
    return columns.column(prepared().dataset(), columns.indexOf(column), prepared().split().rowsOf(Set.of(Part.TRAIN)));
  }

  private int[] classes() {
    return Arrays.stream(prepared().split().rowsOf(Set.of(Part.TRAIN))).map(row -> (int) prepared().dataset().target(row)).toArray();
  }

  /** A table with words, a gap and a constant. */
  private static Project words(String target) throws Exception {
    StringBuilder text = new StringBuilder("id,colour,size,same,label,price\n");
    String[] colours = {"red", "green", "blue"};
    for (int i = 0; i < 90; i++) {
      int size = i * 37 % 50;
      text.append(i).append(',').append(i % 11 == 0 ? "" : colours[i * 7 % 3]).append(',').append(i % 13 == 5 ? "" : String.valueOf(size))
          .append(",4,").append(size > 25 ? "big" : "small").append(',').append(size * 2 + i % 3).append('\n');
    }
    TableData table = CsvFile.read("own.csv", new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)), Progress.NONE);
    DataSettings settings = DataSettings.of(DatasetCatalog.OWN_TABLE).withColumns(
        Columns.INFERRED.withTarget(target).withLeftOut(List.of("id", target.equals("label") ? "price" : "label")));
    boolean classes = target.equals("label");
    return Project.EMPTY.withTable(table).withData(settings).withNetwork(empty -> Desk.chain(Input.row(5), Dense.of(8, Activation.TANH),
        Dense.of(1, classes ? Activation.SIGMOID : Activation.NONE),
        Output.of(classes ? Loss.BINARY_CROSS_ENTROPY : Loss.MSE)));
  }

  @Test
  void figuresOfNumbersAndClassesAreTheEngines() throws Exception {
    openTable("breast-cancer", 2);
    assertThat(model.rows()).hasSize(30);
    FeatureRow area = row("worst_area");
    assertThat(area.variance()).isEqualTo(Statistics.variance(values("worst_area")));
    assertThat(area.information()).isEqualTo(MutualInformation.ofClasses(values("worst_area"), classes(), 3));
    assertThat(area.figures().orElseThrow().test()).isEqualTo(FTest.ofClasses(values("worst_area"), classes()));
    assertThat(area.p()).isBetween(0.0, 1e-20).isNotZero();
    assertThat(area.importance()).isEmpty();
    assertThat(model.answerProperty().get()).isEqualTo(Answer.UNTRAINED);
  }

  @Test
  void columnsOfWordsAreOneColumnWithoutARank() throws Exception {
    open(words("label"));
    desk.pulse.until(() -> model.stateProperty().get() == State.READY);
    assertThat(model.rows()).extracting(FeatureRow::column).containsExactly("id", "colour", "size", "same", "price");
    FeatureRow colour = row("colour");
    assertThat(colour.words().orElseThrow()).isEqualTo(3);
    assertThat(colour.variance()).isBetween(0.6, 0.67); // 1 − Σ p² of three words
    assertThat(colour.figures().orElseThrow().lack(true, true)).isEqualTo(FeatureTargetStatistics.Lack.WORDS);
    assertThat(row("same").variance()).isZero();
    assertThat(row("same").f()).isNaN();
    assertThat(row("same").figures().orElseThrow().lack(false, true)).isEqualTo(FeatureTargetStatistics.Lack.CONSTANT);
    assertThat(row("price").out()).isTrue();
    assertThat(row("price").information()).as("what is left out is compared, too").isPositive();
    train(3);
    assertThat(row("colour").importance()).isPresent();
    assertThat(row("price").importance()).as("the network does not see it").isEmpty();
    assertThat(row("same").mean()).as("shuffling a constant changes nothing").isZero();
  }

  @Test
  void aTargetOfNumbersHasFOfWords() throws Exception {
    open(words("price"));
    desk.pulse.until(() -> model.stateProperty().get() == State.READY);
    assertThat(model.choices().metricProperty().get()).isEqualTo(ImportanceMetric.R2);
    assertThat(row("colour").f()).isPositive();
    assertThat(row("size").f()).as("price is twice the size").isGreaterThan(100);
  }

  /** A network that never predicts the rare class has the accuracy of the others, and the balanced accuracy of a guess. */
  @Test
  void ofARareClassRocAucSaysWhatTheNetworkUses() throws Exception {
    open(LessonFolder.bundled("rare-class").project(new LessonCommand.Open("snow.backprop")).saved().project());
    train(140);
    assertThat(model.choices().metricProperty().get()).isEqualTo(ImportanceMetric.ROC_AUC);
    double byAuc = row("temp_min").mean();
    model.choices().metricProperty().set(ImportanceMetric.ACCURACY);
    desk.pulse.until(() -> model.answerProperty().get() == Answer.READY);
    assertThat(byAuc).isGreaterThan(0.05).isGreaterThan(10 * Math.abs(row("temp_min").mean()));
    model.choices().metricProperty().set(ImportanceMetric.BALANCED_ACCURACY);
    desk.pulse.until(() -> model.answerProperty().get() == Answer.READY);
    assertThat(row("temp_min").importance().orElseThrow().baseline()).isEqualTo(0.5);
  }

  @Test
  void importanceIsTheEnginesOnceTheNetworkHasLearned() throws Exception {
    openTable("breast-cancer", 2);
    train(40);
    Importance shown = row("worst_area").importance().orElseThrow();
    ColumnImportances asked = desk.run.trainer().ask(session -> {
      TableColumns columns = TableColumns.of(session.data().dataset()).orElseThrow();
      TabularNetworkPredictor network = new TabularNetworkPredictor(Replica.of(session, null), columns, () -> false);
      return ColumnImportances.of(network, Part.VALIDATION, ImportanceMetric.ACCURACY, 10, ColumnImportances.alone(columns.count()));
    }).get().orElseThrow();
    int place = TableColumns.of(prepared().dataset()).orElseThrow().indexOf("worst_area");
    assertThat(shown.losses()).containsExactly(asked.all().get(place).losses());
    double accuracy = desk.run.trainer().ask(session -> session.evaluate(Part.VALIDATION).accuracy()).get().orElseThrow();
    assertThat(shown.baseline()).as("the accuracy that the window says").isEqualTo(accuracy);
    model.choices().metricProperty().set(ImportanceMetric.LOSS);
    desk.pulse.until(() -> model.answerProperty().get() == Answer.READY);
    double loss = desk.run.trainer().ask(session -> session.evaluate(Part.VALIDATION).loss()).get().orElseThrow();
    assertThat(-row("worst_area").importance().orElseThrow().baseline()).isCloseTo(loss, Offset.offset(1e-6));
  }

  @Test
  void correlatedColumnsCanBeShuffledTogether() throws Exception {
    openTable("breast-cancer", 2);
    train(40);
    double alone = row("mean_radius").mean();
    model.choices().togetherProperty().set(true);
    desk.pulse.until(() -> model.answerProperty().get() == Answer.READY);
    assertThat(row("mean_radius").together()).isPositive();
    assertThat(row("mean_radius").mean()).isGreaterThan(alone);
    assertThat(row("error_texture").together()).isZero();
  }

  @Test
  void theMatrixHoldsEveryPairAndPutsSimilarOnesSideBySide() throws Exception {
    openTable("breast-cancer", 2);
    var all = model.correlations().orElseThrow();
    assertThat(all.order()).hasSize(30).doesNotHaveDuplicates();
    List<String> names = model.report().orElseThrow().columns().names();
    int radius = names.indexOf("mean_radius");
    int area = names.indexOf("mean_area");
    assertThat(all.values()[radius][area]).isCloseTo(Correlation.pearson(values("mean_radius"), values("mean_area")), Offset.offset(1e-12));
    List<Integer> order = Arrays.stream(all.order()).boxed().toList();
    assertThat(Math.abs(order.indexOf(radius) - order.indexOf(names.indexOf("mean_perimeter")))).isEqualTo(1);
    assertThat(all.pairs(0.9).get(0).value()).isGreaterThan(0.99);
    model.choices().byRankProperty().set(true);
    assertThat(model.correlations().orElseThrow().values()[radius][area])
        .isCloseTo(Correlation.spearman(values("mean_radius"), values("mean_area")), Offset.offset(1e-12));
  }

  @Test
  void leavingOutIsOneUndo() throws Exception {
    openTable("breast-cancer", 2);
    train(5);
    Project before = desk.document.project();
    model.turn(List.of("mean_area", "worst_area"));
    desk.pulse.until(() -> row("mean_area").out());
    assertThat(desk.document.project().data().columns().leftOut()).containsExactly("mean_area", "worst_area");
    assertThat(desk.document.ready()).as("the input follows").isTrue();
    assertThat(((Input) desk.document.network().nodes().get(0).layer()).shape().count()).isEqualTo(28);
    desk.pulse.until(() -> desk.run.runProperty().get() != null && desk.run.runProperty().get().data().dataset().width() == 28);
    assertThat(row("mean_area").figures()).as("its figures stay").isPresent();
    assertThat(row("mean_radius").importance()).as("those of the network do not").isEmpty();
    desk.document.undo();
    assertThat(desk.document.project()).isEqualTo(before);
    assertThat(row("mean_area").out()).isFalse();
    desk.document.redo();
    assertThat(row("worst_area").out()).isTrue();
    model.turn(List.of("worst_area"));
    desk.pulse.until(() -> !row("worst_area").out());
    assertThat(desk.document.project().data().columns().leftOut()).containsExactly("mean_area");
  }

  @Test
  void theLastColumnStays() throws Exception {
    openTable("breast-cancer", 2);
    List<String> all = model.rows().stream().map(FeatureRow::column).toList();
    assertThat(model.mayLeaveOut(all)).isFalse();
    assertThat(model.mayLeaveOut(all.subList(1, 30))).isTrue();
  }

  @Test
  void eliminationEndsWithOneColumnAndKeepingIsOneUndo() throws Exception {
    openTable("wine", 3);
    Project before = desk.document.project();
    model.eliminate();
    desk.pulse.until(() -> model.elimination().state() != EliminationModel.State.RUNNING);
    assertThat(model.elimination().state()).isEqualTo(EliminationModel.State.DONE);
    List<EliminationRound> rounds = model.elimination().rounds();
    assertThat(rounds).extracting(round -> round.columns().size()).containsExactly(13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1);
    assertThat(desk.document.project()).isEqualTo(before);
    EliminationRound five = rounds.get(8);
    model.elimination().keep(five);
    desk.pulse.until(() -> !desk.document.project().equals(before));
    assertThat(model.rows().stream().filter(row -> !row.out()).map(FeatureRow::column)).containsExactlyElementsOf(five.columns());
    desk.pulse.until(() -> desk.run.runProperty().get() != null && desk.run.runProperty().get().data().dataset().width() == 5);
    desk.run.control().play();
    desk.pulse.until(() -> desk.run.trainer().ask(session -> session.finished()).join().orElse(false));
    String weights = desk.run.trainer().ask(session -> session.parameters().sha256()).get().orElseThrow();
    assertThat(weights).as("training the window gives what the elimination saw").isEqualTo(five.weightsSha256());
    desk.document.undo();
    assertThat(desk.document.project()).isEqualTo(before);
  }

  @Test
  void whatIsDoneWhenItIsCancelledIsKept() throws Exception {
    openTable("breast-cancer", 20);
    CountDownLatch goOn = new CountDownLatch(1);
    AtomicInteger done = new AtomicInteger();
    try (EliminationModel elimination = new EliminationModel(desk.document, desk.pulse, model.edits(),
        (project, stop, heard) -> new ColumnElimination(1).run(project, stop, round -> {
          heard.accept(round);
          if (done.incrementAndGet() == 2) {
            await(goOn);
          }
        }))) {
      elimination.start(30, Task.CLASSES);
      desk.pulse.until(() -> elimination.rounds().size() >= 2);
      elimination.cancel();
      goOn.countDown();
      desk.pulse.until(() -> elimination.state() != EliminationModel.State.RUNNING);
      assertThat(elimination.state()).isEqualTo(EliminationModel.State.CANCELLED);
      assertThat(elimination.rounds().size()).isBetween(2, 29);
      assertThat(elimination.best()).isPresent();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void resultsStayWhileThePageIsClosedAndAnotherNetworkMakesThemOld() throws Exception {
    openTable("iris", 2);
    train(5);
    model.eliminate();
    desk.pulse.until(() -> model.elimination().state() == EliminationModel.State.DONE);
    List<EliminationRound> rounds = model.elimination().rounds();
    AskedColumns.Importances importances = model.importances().orElseThrow();
    model.openProperty().set(false);
    desk.pulse.tick();
    model.openProperty().set(true);
    desk.pulse.tick();
    assertThat(model.importances().orElseThrow() == importances).as("nothing is asked anew").isTrue();
    assertThat(model.answerProperty().get()).isEqualTo(Answer.READY);
    assertThat(model.elimination().rounds()).isEqualTo(rounds);
    assertThat(model.elimination().isOld()).isFalse();
    Node dense = desk.document.network().nodes().stream().filter(node -> node.layer() instanceof Dense).findFirst().orElseThrow();
    desk.document.edit(Message.of("x"), network -> network.with(dense.id(), node -> node.movedTo(7, 7).withName("other")));
    assertThat(model.elimination().isOld()).as("its name and place").isFalse();
    model.elimination().keep(rounds.get(1));
    desk.pulse.until(() -> !desk.document.project().data().columns().leftOut().isEmpty());
    assertThat(model.elimination().isOld()).as("other columns, and so another input").isFalse();
    desk.document.edit(Message.of("x"), network -> network.with(dense.id(), node -> node.withLayer(Dense.of(3, Activation.TANH))));
    assertThat(model.elimination().isOld()).as("another layer").isTrue();
    assertThat(model.elimination().rounds()).isEqualTo(rounds);
  }

  @Test
  void partialDependenceIsOfOneColumnOrTwo() throws Exception {
    openTable("wine", 2);
    train(20);
    model.choices().selectionProperty().set(List.of("proline"));
    desk.pulse.until(() -> model.dependence().isPresent());
    var one = model.dependence().orElseThrow().values();
    assertThat(one.one().orElseThrow().average()).hasSize(one.first().length);
    assertThat(Arrays.stream(one.one().orElseThrow().average())).allMatch(value -> value >= 0 && value <= 1);
    model.choices().outputProperty().set(1);
    desk.pulse.until(() -> model.dependence().isPresent());
    assertThat(model.dependence().orElseThrow().values().one().orElseThrow().average()[0])
        .isNotEqualTo(one.one().orElseThrow().average()[0]);
    model.choices().selectionProperty().set(List.of("proline", "alcohol"));
    desk.pulse.until(() -> model.dependence().isPresent());
    assertThat(model.dependence().orElseThrow().values().two()).hasDimensions(16, 16);
  }

  @Test
  void whatIsNoTableSaysSo() throws Exception {
    open(SampleProject.of("digits-cnn"));
    desk.pulse.tick();
    assertThat(model.stateProperty().get()).isEqualTo(State.IMAGES);
    model.close();
    data.close();
    desk.close();
    open(SampleProject.of("names-lstm"));
    desk.pulse.tick();
    assertThat(model.stateProperty().get()).isEqualTo(State.TEXT);
    model.close();
    data.close();
    desk.close();
    open(SampleProject.of("karate-club"));
    desk.pulse.tick();
    assertThat(model.stateProperty().get()).isEqualTo(State.GRAPH);
  }

  @Test
  void anEliminationThatFailsSaysSoAndCanBeBegunAgain() throws Exception {
    openTable("iris", 2);
    AtomicInteger tried = new AtomicInteger();
    try (EliminationModel elimination = new EliminationModel(desk.document, desk.pulse, model.edits(), (project, stop, done) -> {
      if (tried.incrementAndGet() == 1) {
        throw new StackOverflowError("too deep");
      }
    })) {
      elimination.start(4, Task.CLASSES);
      desk.pulse.until(() -> elimination.state() != EliminationModel.State.RUNNING);
      assertThat(elimination.state()).isEqualTo(EliminationModel.State.FAILED);
      assertThat(elimination.failure()).contains(Message.of("features.problem.failed", "too deep"));
      elimination.start(4, Task.CLASSES);
      desk.pulse.until(() -> elimination.state() == EliminationModel.State.DONE);
      assertThat(elimination.failure()).isEmpty();
    }
  }

  @Test
  void columnsThatCannotBeComparedSaySo() throws Exception {
    openTable("iris", 2);
    try (FeaturesModel failing = new FeaturesModel(desk.document, desk.run, desk.pulse, model.edits(), (project, data, stop) -> {
      throw new IndexOutOfBoundsException("column 9");
    })) {
      failing.openProperty().set(true);
      desk.pulse.until(() -> failing.stateProperty().get() == State.FAILED);
      assertThat(failing.failureProperty().getValue()).contains(Message.of("work.failed", "column 9"));
    }
  }
}
