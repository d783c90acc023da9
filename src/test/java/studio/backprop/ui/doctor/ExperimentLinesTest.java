package studio.backprop.ui.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.backprop.data.CsvFile;
import studio.backprop.data.DataSettings;
import studio.backprop.data.DatasetCatalog;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.data.TableData;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.text.Message;
import studio.backprop.train.Session;
import studio.backprop.train.doctor.Doctor;
import studio.backprop.train.doctor.Experiment;
import studio.backprop.train.doctor.Finding;
import studio.backprop.train.doctor.HealthMonitor;
import studio.backprop.train.doctor.HealthStats;
import studio.backprop.train.predict.Replica;
import studio.backprop.ui.doctor.ExperimentLines.Line;

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

  private static HealthStats noStats() {
    return new HealthStats(50, 50, true, 1, new double[] {0.5}, 0.5, 0.1, 0.1, List.of(), List.of(), List.of(), List.of(),
        Optional.empty());
  }

  private static Experiment.Variant variant(Project project, double common, double rare) {
    return new Experiment.Variant(project, new float[] {0.5f}, 0.5, Optional.empty(), Map.of("no", common, "yes", rare), noStats());
  }

  @Test
  void theRecallOfTheNeglectedClassComesFirst() throws Exception {
    Project project = doubled();
    Finding finding = new Finding(Finding.Kind.IMBALANCE, Finding.Severity.WARNING, List.of(),
        List.of(new Finding.Figure(Message.of("doctor.figure.examples", "no"), 90, false),
            new Finding.Figure(Message.of("doctor.figure.examples", "yes"), 10, false)),
        Message.of("a"), Message.of("b"), List.of(), Optional.empty());
    Experiment twin = new Experiment(null, 50, 50, variant(project, 1, 0), variant(project, 0.9, 0.5));
    List<Line> lines = ExperimentLines.of(finding, twin);
    assertThat(lines.get(0)).isEqualTo(new Line(Message.of("doctor.line.recall", "yes"), 0, 0.5, true, Optional.of(true)));
    assertThat(lines.get(1).label()).isEqualTo(Message.of("doctor.line.evenly"));
    assertThat(lines.get(1).b()).isEqualTo(0.7);
  }
}
