package studio.backprop.ui.twins;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.Sample;
import studio.backprop.train.EpochRecord;
import studio.backprop.train.Project;
import studio.backprop.train.Session;
import studio.backprop.train.Status;
import studio.backprop.train.Trainer;
import studio.backprop.train.optim.Sgd;
import studio.backprop.train.twins.TwinRunner;
import studio.backprop.train.twins.TwinRunner.State;
import studio.backprop.ui.document.DocumentModel;
import studio.backprop.ui.kit.ManualPulse;
import studio.backprop.ui.run.RunModel;
import studio.backprop.ui.twins.Try.Ending;

class TriesModelTest {
  private final ManualPulse pulse = new ManualPulse();
  private final DocumentModel document = new DocumentModel();
  private final Kernels kernels = KernelChoice.create(1);
  private final RunModel run = new RunModel(document, new Trainer(kernels), pulse);
  private final TwinsModel twins = new TwinsModel(document, run, new TwinRunner(kernels, 2), pulse);
  private final TriesModel tries = new TriesModel(document, run, twins, pulse);

  @BeforeEach
  void open() throws Exception {
    try (InputStream in = Sample.find("circles").orElseThrow().open()) {
      Project circles = ProjectFile.read("circles", in).saved().project();
      run.open(() -> document.open(circles, "circles", Optional.empty()), Optional.empty(), Optional.empty());
    }
    pulse.until(() -> run.snapshot().isPresent() && run.statusProperty().get().state() == Status.State.PAUSED);
  }

  @AfterEach
  void close() {
    tries.close();
    twins.close();
    run.close();
  }

  private void trainAnEpoch() {
    run.stepEpoch();
    pulse.until(() -> run.epochs().size() == 1 && run.statusProperty().get().state() == Status.State.PAUSED);
  }

  private void twinAnEpoch() {
    twins.open();
    pulse.until(() -> twins.lanes().stream().allMatch(lane -> lane.sight().isPresent()) && twins.statusProperty().get().state() == State.PAUSED);
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
    double loss = run.epochs().get(0).validation().loss();
    run.reset();
    pulse.until(() -> run.course().isEmpty());
    run.stepBatch();
    pulse.until(() -> tries.tries().size() == 2);
    assertThat(tries.tries().get(0).validation().loss()).isEqualTo(loss);
    assertThat(tries.tries()).extracting(Try::number).containsExactly(1, 2);
    assertThat(tries.tries().get(1).steps()).isEqualTo(1);
  }

  @Test
  void fourTwinsAreFourTries() {
    twinAnEpoch();
    pulse.until(() -> tries.tries().size() == 4 && tries.tries().stream().allMatch(row -> row.epochs().size() == 1 && row.ending() == Ending.PAUSED));
    assertThat(tries.tries()).extracting(row -> row.name().toString()).containsExactly("Twin A", "Twin B", "Twin C", "Twin D");
    assertThat(tries.tries()).extracting(row -> row.project().training().rate()).containsExactly(0.0075, 0.03, 0.12, 0.48);
  }

  @Test
  void aBrokenRunKeepsItsRowWithStepAndReason() {
    run.open(() -> document.open(
        document.project().withTraining(t -> t.withRate(1e30).withOptimizer(Sgd.STANDARD)), "broken", Optional.empty()), Optional.empty(), Optional.empty());
    pulse.until(() -> run.snapshot().isPresent() && run.statusProperty().get().state() == Status.State.PAUSED);
    run.play();
    pulse.until(() -> tries.tries().stream().anyMatch(row -> row.ending() == Ending.BROKEN));
    Try broken = tries.tries().get(0);
    assertThat(broken.reason()).isEqualTo(run.statusProperty().get().reason());
    assertThat(broken.projectName()).isEqualTo("broken");
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
    assertThat(tries.picked()).hasSize(TriesModel.MOST_PICKED);
  }

  @Test
  void theFileHoldsTheNumbersOfTheEngine() throws Exception {
    trainAnEpoch();
    twinAnEpoch();
    pulse.until(() -> tries.tries().size() == 5 && tries.tries().stream().allMatch(row -> row.epochs().size() == 1));
    StringWriter out = new StringWriter();
    new TriesCsv(tries.tries()).writeTo(out, Optional.of(tries.tries().get(0)));
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
    assertThat(rows.get(2).getField("train_loss")).as("the lane as drawn learns what the run has learned").isEqualTo(rows.get(0).getField("train_loss"));
  }

  @Test
  void aKeptTwinHasNoSecondRowUntilItTrainsOn() {
    twinAnEpoch();
    pulse.until(() -> tries.tries().size() == 4);
    twins.keep(2, "C");
    pulse.until(() -> run.course().lastStep() == twins.step());
    long looked = System.nanoTime();
    pulse.until(() -> System.nanoTime() - looked > TriesModel.NANOS_BETWEEN * 2);
    assertThat(tries.tries()).hasSize(4);
    run.stepBatch();
    pulse.until(() -> tries.tries().size() == 5);
    assertThat(tries.tries().get(4).steps()).isEqualTo(twins.step() + 1);
    assertThat(tries.tries().get(4).seconds()).as("most of it was trained as a twin").isNaN();
  }
}
