package studio.backprop.ui.compare.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backprop.compare.ComparisonRunner;
import studio.backprop.compare.ComparisonRunner.State;
import studio.backprop.data.DataSettings;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.network.Edit;
import studio.backprop.optim.Sgd;
import studio.backprop.project.Project;
import studio.backprop.run.Status;
import studio.backprop.run.Trainer;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.SampleProject;
import studio.backprop.store.Saved;
import studio.backprop.text.Message;
import studio.backprop.train.Session;
import studio.backprop.train.record.EpochRecord;
import studio.backprop.train.record.RunRecord;
import studio.backprop.train.record.RunRecord.Ending;
import studio.backprop.ui.kit.ManualPulse;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.Curve;
import studio.backprop.ui.workspace.run.RunModel;
import studio.backprop.ui.workspace.run.WorkModel;

class RunsModelTest {
  private final AtomicLong clock = new AtomicLong();
  private final ManualPulse pulse = pulse(clock);
  private final DocumentModel document = new DocumentModel();
  private final Kernels kernels = KernelChoice.create(1);
  private final RunModel run = new RunModel(document, new Trainer(kernels), pulse);
  private final ComparisonModel twins = new ComparisonModel(document, run, new ComparisonRunner(kernels, 2), pulse);
  private final RunsModel tries = new RunsModel(document, run, twins, pulse, clock::get);

  /** A frame takes as long as passes between two looks at the runs: each of them looks. */
  private static ManualPulse pulse(AtomicLong clock) {
    ManualPulse pulse = new ManualPulse();
    pulse.subscribe(() -> clock.addAndGet(RunsModel.NANOS_BETWEEN));
    return pulse;
  }

  @BeforeEach
  void open() throws Exception {
    Project circles = SampleProject.of("circles");
    run.files().open(() -> document.open(circles, "circles", Optional.empty()), Optional.empty(), Optional.empty());
    pulse.until(() -> run.snapshot().isPresent() && run.statusProperty().get().state() == Status.State.PAUSED);
  }

  /** Saves, and opens the file in another window. */
  private <T> T reopened(Path folder, String name, Function<RunsModelTest, T> look) throws Exception {
    Path file = folder.resolve(name + ProjectFile.SUFFIX);
    ProjectFile.write(file, run.files().toSave().get());
    Saved saved = ProjectFile.read(file).saved();
    RunsModelTest other = new RunsModelTest();
    try {
      other.run.files().open(() -> other.document.open(saved.project(), name, Optional.of(file)), saved);
      return look.apply(other);
    } finally {
      other.close();
    }
  }

  @AfterEach
  void close() {
    tries.close();
    twins.close();
    run.close();
  }

  private void trainAnEpoch() {
    run.control().stepEpoch();
    pulse.until(() -> run.history().epochs().size() == 1 && run.statusProperty().get().state() == Status.State.PAUSED);
  }

  private void twinAnEpoch() {
    twins.open();
    pulse.until(() -> twins.lanes().stream().allMatch(lane -> lane.snapshot().isPresent()) && twins.statusProperty().get()
        .state() == State.PAUSED);
    twins.stepEpoch();
    pulse.until(() -> twins.epoch() == 1 && twins.statusProperty().get().state() == State.PAUSED);
  }

  @Test
  void aRunThatTookNoStepIsNoTry() {
    pulse.tick();
    assertThat(tries.tries()).isEmpty();
  }

  @Test
  void everyRunIsKeptAlsoAfterTheNextHasBegun() {
    trainAnEpoch();
    double loss = run.history().epochs().get(0).validation().loss();
    run.restarts().reset();
    pulse.until(() -> run.history().isEmpty());
    run.control().stepBatch();
    pulse.until(() -> tries.tries().size() == 2);
    assertThat(tries.tries().get(0).record().validation().loss()).isEqualTo(loss);
    assertThat(tries.tries()).extracting(RunRow::number).containsExactly(1, 2);
    assertThat(tries.tries().get(1).record().steps()).isEqualTo(1);
  }

  @Test
  void fourTwinsAreFourTries() {
    twinAnEpoch();
    pulse.until(() -> tries.tries().size() == 4 && tries.tries().stream()
        .allMatch(row -> row.record().epochs().size() == 1 && row.record().ending() == Ending.PAUSED));
    assertThat(tries.tries()).extracting(row -> row.record().name().toString()).containsExactly("Twin A", "Twin B", "Twin C", "Twin D");
    assertThat(tries.tries()).extracting(row -> row.record().project().training().rate()).containsExactly(0.0075, 0.03, 0.12, 0.48);
  }

  @Test
  void aBrokenRunKeepsItsRowWithStepAndReason() {
    run.files().open(() -> document.open(
        document.project().withTraining(t -> t.withRate(1e30).withOptimizer(Sgd.STANDARD)), "broken", Optional.empty()), Optional.empty(),
        Optional.empty());
    pulse.until(() -> run.snapshot().isPresent() && run.statusProperty().get().state() == Status.State.PAUSED);
    run.control().play();
    pulse.until(() -> tries.tries().stream().anyMatch(row -> row.record().ending() == Ending.BROKEN));
    RunRow broken = tries.tries().get(0);
    assertThat(broken.record().reason()).isEqualTo(run.statusProperty().get().reason());
    assertThat(broken.record().projectName()).isEqualTo("broken");
  }

  @Test
  void twoToSixArePickedAndTheFirstIsTheOneToCompareWith() {
    trainAnEpoch();
    twinAnEpoch();
    pulse.until(() -> tries.tries().size() == 5);
    assertThat(tries.reference(tries.tries().get(4)).orElseThrow().number()).isEqualTo(1);
    tries.pick(3);
    tries.pick(5);
    assertThat(tries.reference(tries.tries().get(0)).orElseThrow().number()).isEqualTo(3);
    tries.pick(3);
    assertThat(tries.picked()).containsExactly(5);
    for (int number = 10; number < 20; number++) {
      tries.pick(number);
    }
    assertThat(tries.picked()).hasSize(RunsModel.MOST_PICKED);
  }

  @Test
  void theFileHoldsTheNumbersOfTheEngine() throws Exception {
    trainAnEpoch();
    twinAnEpoch();
    pulse.until(() -> tries.tries().size() == 5 && tries.tries().stream().allMatch(row -> row.record().epochs().size() == 1));
    StringWriter out = new StringWriter();
    new RunsCsv(tries.tries()).writeTo(out, Optional.of(tries.tries().get(0)));
    List<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(out.toString()).stream().toList();
    assertThat(rows).hasSize(5);

    EpochRecord engine = run.trainer().ask(Session::epochs).get().orElseThrow().get(0);
    assertThat(rows.get(0).getField("run")).isEqualTo("Run");
    assertThat(Double.parseDouble(rows.get(0).getField("train_loss"))).isEqualTo(engine.train().loss());
    assertThat(Double.parseDouble(rows.get(0).getField("validation_loss"))).isEqualTo(engine.validation().loss());
    assertThat(Double.parseDouble(rows.get(0).getField("validation_accuracy"))).isEqualTo(engine.validation().accuracy());
    assertThat(rows.get(0).getField("differs")).isEmpty();
    assertThat(rows.get(0).getField("validation_r2")).isEmpty();
    assertThat(rows.get(3).getField("differs")).isEqualTo("Learning rate=0.12");
    assertThat(rows.get(3).getField("learning_rate")).isEqualTo("0.12");
    assertThat(Double.parseDouble(rows.get(3).getField("train_loss"))).isEqualTo(twins.lanes().get(2).epochs().get(0).train().loss());
    assertThat(rows.get(3).getField("steps")).isEqualTo(String.valueOf(twins.step()));
    assertThat(rows.get(2).getField("train_loss")).as("the lane as drawn learns what the run has learned")
        .isEqualTo(rows.get(0).getField("train_loss"));
  }

  @Test
  void aKeptTwinHasNoSecondRowUntilItTrainsOn() {
    twinAnEpoch();
    pulse.until(() -> tries.tries().size() == 4);
    twins.keep(2, "C");
    pulse.until(() -> run.history().lastStep() == twins.step());
    pulse.tick();
    pulse.tick();
    assertThat(tries.tries()).hasSize(4);
    run.control().stepBatch();
    pulse.until(() -> tries.tries().size() == 5);
    assertThat(tries.tries().get(4).record().steps()).isEqualTo(twins.step() + 1);
    assertThat(tries.tries().get(4).record().seconds()).as("most of it was trained as a twin").isNaN();
  }

  @Test
  void triesComeBackWithTheProjectAndUndoDoesNotTouchThem(@TempDir Path folder) throws Exception {
    trainAnEpoch();
    twinAnEpoch();
    pulse.until(() -> tries.tries().size() == 5 && tries.tries().stream().allMatch(row -> row.record().epochs().size() == 1));
    document.apply(new Edit<>(Message.of("edit.rate"), p -> p.withTraining(t -> t.withRate(0.5))));
    document.undo();
    List<RunRow> before = List.copyOf(tries.tries());
    reopened(folder, "mine", other -> {
      assertThat(other.tries.tries()).usingRecursiveComparison().withEqualsForType(Double::equals, Double.class)
          .ignoringFields("loss", "measure", "record.loss", "record.measure")
          .isEqualTo(before);
      Curve loss = other.tries.tries().get(3).loss();
      assertThat(loss.smoothed()).isCloseTo(before.get(3).loss().smoothed(), within(1e-6));
      assertThat(loss.lastStep(loss.size() - 1)).isEqualTo(before.get(3).record().steps());
      return null;
    });
  }

  @Test
  void aRunThatGoesOnTomorrowKeepsItsRow(@TempDir Path folder) throws Exception {
    trainAnEpoch();
    pulse.until(() -> tries.tries().size() == 1);
    RunRow before = tries.tries().get(0);
    reopened(folder, "mine", other -> {
      other.pulse.until(() -> other.run.history().lastStep() == before.record().steps());
      other.run.control().stepBatch();
      other.pulse.until(() -> other.tries.tries().get(0).record().steps() == before.record().steps() + 1);
      assertThat(other.tries.tries()).hasSize(1);
      assertThat(other.tries.tries().get(0).record().begun()).isEqualTo(before.record().begun());
      assertThat(other.tries.tries().get(0).record().seconds()).isGreaterThanOrEqualTo(before.record().seconds());
      return null;
    });
  }

  @Test
  void whatTwinsHaveTrainedIsWorkThatWouldBeLost() {
    try (WorkModel work = new WorkModel(document, run, pulse)) {
      pulse.tick();
      assertThat(work.isUnsaved()).isFalse();
      twinAnEpoch();
      pulse.until(() -> tries.tries().size() == 4 && work.isUnsaved());
      double seconds = tries.tries().stream().mapToDouble(row -> row.record().seconds()).sum();
      pulse.tick();
      assertThat(work.secondsTrained()).isCloseTo(seconds, within(1e-6));
      work.savedAt(work.moment());
      twins.reset();
      pulse.tick();
      assertThat(work.isUnsaved()).isFalse();
    }
  }

  @Test
  void aFileHoldsTheTriesOfItsOwnProjectOnly() throws Exception {
    trainAnEpoch();
    List<RunRecord> ofCircles = run.files().toSave().get().runs();
    assertThat(ofCircles).hasSize(1);
    Saved spirals = Saved.of(document.project().withData(DataSettings.of("spirals")));
    run.files().open(() -> document.open(spirals.project(), "spirals", Optional.empty()), spirals);
    assertThat(run.files().toSave().get().runs()).isEmpty();
    pulse.until(() -> run.snapshot().isPresent() && run.history().isEmpty() && run.statusProperty().get().state() == Status.State.PAUSED);
    run.control().stepBatch();
    pulse.until(() -> tries.tries().size() == 2);
    assertThat(run.files().toSave().get().runs()).extracting(RunRecord::projectName).containsExactly("spirals");
  }

  @Test
  void aFileThatIsOpenedAgainAddsNoSecondRow() throws Exception {
    trainAnEpoch();
    Saved saved = run.files().toSave().get();
    run.files().open(() -> document.open(saved.project(), "mine", Optional.empty()), saved);
    pulse.until(() -> run.history().recalled() > 0);
    run.control().stepBatch();
    pulse.until(() -> tries.tries().get(0).record().steps() == saved.runs().get(0).steps() + 1);
    assertThat(tries.tries()).hasSize(1);
  }

  @Test
  void ofALongRunTheBestAndTheLastEpochAreKept() throws Exception {
    document.apply(new Edit<>(Message.of("edit.epochs"), p -> p.withTraining(t -> t.withEpochs(200).withRate(0.2))));
    run.control().play();
    pulse.until(() -> tries.tries().size() == 1 && tries.tries().get(0).record().ending() == Ending.FINISHED);
    RunRow row = tries.tries().get(0);
    RunRecord kept = row.record().forFile(true);
    assertThat(kept.epochs().size()).isLessThan(row.record().epochs().size());
    assertThat(kept.best()).isEqualTo(row.record().best());
    assertThat(kept.validation()).isEqualTo(row.record().validation());
    assertThat(kept.epochsDone()).isEqualTo(200);
  }

  private void setRate(double rate, String merge) {
    document.apply(new Edit<>(Message.of("edit.rate"), merge, p -> p.withTraining(t -> t.withRate(rate))));
  }

  private void stepTo(long step) {
    run.control().stepBatch();
    pulse.until(() -> !run.playing() && run.history().lastStep() == step
        && tries.tries().stream().anyMatch(row -> row.record().steps() == step));
  }

  private List<NamedCsvRecord> csv() throws Exception {
    StringWriter out = new StringWriter();
    new RunsCsv(tries.tries()).writeTo(out, tries.reference(tries.tries().get(0)));
    return CsvReader.builder().ofNamedCsvRecord(out.toString()).stream().toList();
  }

  @Test
  void aRunHasTheSettingsOfItsFirstStep() throws Exception {
    run.restarts().reset();
    setRate(0.001, "");
    stepTo(1);
    assertThat(tries.tries().get(0).record().project().training().rate()).isEqualTo(0.001);
    assertThat(csv().get(0).getField("learning_rate")).isEqualTo("0.001");
    run.restarts().reset();
    pulse.until(() -> run.history().isEmpty());
    setRate(0.3, "");
    run.control().stepBatch();
    pulse.until(() -> tries.tries().size() == 2);
    assertThat(tries.tries()).extracting(row -> row.record().project().training().rate()).containsExactly(0.001, 0.3);
    assertThat(csv().get(1).getField("differs")).isEqualTo("Learning rate=0.3");
    assertThat(csv()).allMatch(row -> row.getField("changes").isEmpty());
  }

  @Test
  void whatIsChangedOnTheWayIsListedWithItsStep() throws Exception {
    stepTo(1);
    setRate(0.02, "slider");
    stepTo(2);
    setRate(0.015, "slider");
    stepTo(3);
    document.settle();
    setRate(0.3, "slider");
    setRate(0.015, "slider"); // back again before the next step
    stepTo(4);
    document.settle();
    setRate(0.05, "");
    stepTo(5);
    RunRow row = tries.tries().get(0);
    assertThat(row.record().project().training().rate()).isEqualTo(0.03);
    assertThat(row.record().adjustments()).extracting(one -> one.step() + ": " + one.rate()).containsExactly("2: 0.015", "4: 0.05");
    assertThat(csv().get(0).getField("changes")).isEqualTo("step 2: learning_rate=0.015; step 4: learning_rate=0.05");
  }

  @Test
  void settingsAndChangesComeBackWithTheFileAndGoOn(@TempDir Path folder) throws Exception {
    stepTo(1);
    setRate(0.01, "");
    stepTo(2);
    setRate(0.5, ""); // after the last step
    reopened(folder, "mine", other -> {
      other.pulse.until(() -> other.run.history().lastStep() == 2);
      other.stepTo(3);
      assertThat(other.tries.tries()).singleElement().satisfies(row -> {
        assertThat(row.record().project().training().rate()).isEqualTo(0.03);
        assertThat(row.record().adjustments()).extracting(one -> one.step() + ": " + one.rate()).containsExactly("1: 0.01", "2: 0.5");
      });
      return null;
    });
  }

  @Test
  void aRunHasOneNumberInPlotsAndTable() {
    run.restarts().reset();
    run.restarts().reset(); // runs without a step have none
    stepTo(1);
    twinAnEpoch();
    pulse.until(() -> tries.tries().size() == 5);
    run.restarts().reset();
    pulse.until(() -> run.history().isEmpty());
    stepTo(1);
    pulse.until(() -> tries.tries().size() == 6);
    assertThat(run.history().number()).isEqualTo(6).isEqualTo(tries.tries().get(5).number());
    assertThat(run.earlier()).singleElement().satisfies(before -> assertThat(before.number()).isEqualTo(tries.tries().get(0).number())
        .isEqualTo(1));
  }
}
