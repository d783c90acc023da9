package studio.backprop.ui.watch.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.backprop.data.CsvFile;
import studio.backprop.data.DataSettings;
import studio.backprop.data.DatasetCatalog;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.data.TableData;
import studio.backprop.doctor.ClassRecall;
import studio.backprop.doctor.Doctor;
import studio.backprop.doctor.Experiment;
import studio.backprop.doctor.Experiment.Variant;
import studio.backprop.doctor.Finding;
import studio.backprop.doctor.HealthMonitor;
import studio.backprop.doctor.HealthStats;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.observe.predict.Replica;
import studio.backprop.project.ClassBalance;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.text.Message;
import studio.backprop.train.Session;
import studio.backprop.train.metric.Metrics;
import studio.backprop.ui.watch.doctor.ExperimentLines.Line;

class ExperimentLinesTest {
  private static boolean favoursB(Boolean... better) {
    return ExperimentLines.favoursB(Arrays.stream(better)
        .map(one -> new Line(Message.of("doctor.line.loss"), 1, 2, false, Optional.ofNullable(one))).toList());
  }

  @Test
  void whatHelpsInOneNumberAndHarmsInTwoIsNotRecommended() {
    assertThat(favoursB(true, false, false)).isFalse();
    assertThat(favoursB(true, true, false)).isTrue();
    assertThat(favoursB(null, false, true)).as("dropout: a higher training loss, a lower validation loss").isTrue();
    assertThat(favoursB(null, null)).isFalse();
  }

  /** Each row of a table twice, so that some are learned from and held back. */
  private static Project doubled() throws Exception {
    StringBuilder text = new StringBuilder("a,b,y\n");
    for (int row = 0; row < 40; row++) {
      text.append((Math.sin(row) + "," + Math.cos(3 * row) + "," + (row % 3 == 0 ? "yes" : "no") + "\n").repeat(2));
    }
    TableData table = CsvFile.read("own.csv", new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)), Progress.NONE);
    Network network = Network.EMPTY.add(Input.row(2), 0, 0).add(Dense.of(1, Activation.SIGMOID), 0, 0)
        .add(Output.of(Loss.BINARY_CROSS_ENTROPY), 0, 0)
        .wire(1, 2).wire(2, 3);
    return new Project(network, DataSettings.of(DatasetCatalog.OWN_TABLE), Optional.of(table), TrainingSettings.STANDARD.withEpochs(1000));
  }

  @Test
  void withoutTheLeakedExamplesScoresAreOfOthersAndNoWorse() throws Exception {
    Project project = doubled();
    Session session = new Session(
        project, PreparedData.load(project.data(), project.table(), Progress.NONE), KernelChoice.create(1),
        Session.initialParameters(project));
    HealthMonitor monitor = new HealthMonitor(session);
    while (session.steps() < HealthMonitor.EVERY && session.step()) {
      monitor.see(session);
    }
    Finding leak = new Doctor(project, session.data()).examine(monitor.newest().orElseThrow()).stream()
        .filter(finding -> finding.kind() == Finding.Kind.LEAKAGE).findFirst().orElseThrow();
    Experiment twin = Experiment.of(leak.experiments().get(0), project, Replica.of(session, null), 2 * HealthMonitor.EVERY, Progress.NONE,
        seen -> {});
    assertThat(ExperimentLines.of(leak, twin)).hasSizeGreaterThan(1).allMatch(line -> line.better().isEmpty());
  }

  private static Experiment ofRare(int before, int after) throws Exception {
    Project project = doubled();
    Project weighted = project.withTraining(training -> training.withBalance(ClassBalance.WEIGHTS));
    return new Experiment(null, 100, 100, variant(project, before), variant(weighted, after));
  }

  private static Variant variant(Project project, int found) {
    ClassRecall recall = new ClassRecall(List.of("no", "yes"), List.of(100, found), List.of(125, 19));
    Metrics scores = new Metrics(0.5, (100.0 + found) / 144, Double.NaN, Double.NaN);
    HealthStats stats = new HealthStats(100, 100, true, 1, new double[0], 1, 0.1, 0.1, List.of(), List.of(), List.of(), List.of(),
        Optional.empty(), Optional.empty(), Optional.empty());
    return new Variant(project, new float[] {1, 1}, 0.3 + found, Optional.of(scores), recall, stats, Optional.empty());
  }

  /** 8 and 11 of 19 lie in each other's interval, 2 and 17 do not; a weighted loss is named and never better. */
  @Test
  void aGainWithinTheIntervalIsNoGainAndAWeightedLossIsNotCompared() throws Exception {
    Finding rare = new Finding(Finding.Kind.IMBALANCE, Finding.Severity.SERIOUS, List.of(),
        List.of(new Finding.Figure(Message.of("doctor.figure.examples", "yes"), 19, false)),
        Message.of("doctor.imbalance.why"),
        Message.of("doctor.imbalance.why"), List.of(), Optional.empty());
    List<Line> noise = ExperimentLines.of(rare, ofRare(8, 11));
    assertThat(noise).extracting(line -> line.label().key()).contains("doctor.line.recall", "doctor.line.loss.b_weighted");
    assertThat(noise).filteredOn(line -> line.label().key().equals("doctor.line.recall"))
        .allMatch(line -> line.a() == 8.0 / 19 && line.b() == 11.0 / 19);
    assertThat(noise).allMatch(line -> line.better().isEmpty());
    assertThat(ExperimentLines.of(rare, ofRare(2, 17))).filteredOn(line -> line.better().equals(Optional.of(true)))
        .extracting(line -> line.label().key())
        .containsExactlyInAnyOrder("doctor.line.evenly", "doctor.line.recall", "doctor.line.accuracy");
  }
}
