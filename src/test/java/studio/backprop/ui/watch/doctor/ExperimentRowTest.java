package studio.backprop.ui.watch.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.backprop.data.DataSettings;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.doctor.Doctor;
import studio.backprop.doctor.Experiment;
import studio.backprop.doctor.Finding;
import studio.backprop.doctor.HealthMonitor;
import studio.backprop.doctor.Remedy;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.observe.predict.Replica;
import studio.backprop.optim.Sgd;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.train.Session;
import studio.backprop.ui.watch.doctor.ExperimentRow.Arc;
import studio.backprop.ui.watch.doctor.ExperimentRow.Stop;

class ExperimentRowTest {
  private static final int HIDDEN = 20;

  private static Project deep() {
    Network network = Network.EMPTY.add(Input.row(2), 0, 0);
    for (int layer = 0; layer < HIDDEN; layer++) {
      network = network.add(Dense.of(8, Activation.SIGMOID), 0, 0);
    }
    network = network.add(Dense.of(1, Activation.SIGMOID), 0, 0).add(Output.of(Loss.BINARY_CROSS_ENTROPY), 0, 0);
    for (int id = 1; id < network.nextId() - 1; id++) {
      network = network.wire(id, id + 1);
    }
    TrainingSettings training = TrainingSettings.STANDARD.withOptimizer(Sgd.STANDARD).withRate(0.1).withBatch(10).withEpochs(1000);
    return new Project(network, DataSettings.of("moons"), Optional.empty(), training);
  }

  @Test
  void twentySigmoidsWithSkipConnectionsLearnAgainAndBothLanesShowTheSessionsNumbers() throws Exception {
    Project project = deep();
    PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
    Session session = new Session(project, data, KernelChoice.create(1), Session.initialParameters(project));
    HealthMonitor monitor = new HealthMonitor(session);
    for (int step = 0; step < HealthMonitor.EVERY; step++) {
      session.step();
      monitor.see(session);
    }
    Finding vanishing = new Doctor(project, data).examine(monitor.newest().orElseThrow()).get(0);
    Remedy skip = vanishing.experiments().get(0);
    assertThat(skip.title().key()).isEqualTo("doctor.try.skip");
    Experiment twin = Experiment.of(skip, project, Replica.of(session, null), 300, Progress.NONE, seen -> {});

    ExperimentRow a = ExperimentRow.of(twin.a());
    ExperimentRow b = ExperimentRow.of(twin.b());
    assertThat(a.stops()).hasSize(HIDDEN + 2);
    assertThat(a.arcs()).isEmpty();
    assertThat(b.stops()).extracting(Stop::node).isEqualTo(a.stops().stream().map(Stop::node).toList());
    List<Arc> around = new ArrayList<>();
    for (int place = 1; place < HIDDEN; place++) {
      around.add(new Arc(place, place + 1));
    }
    assertThat(b.arcs()).isEqualTo(around);
    assertThat(a.places(vanishing.nodes())).startsWith(1, 2, 3);
    assertThat(a.learning().get(0).gradient()).isLessThan(1e-9);
    assertThat(b.learning().get(0).gradient()).isGreaterThan(1e-3);
    assertThat(a.learning().get(0).gradient()).isEqualTo(twin.a().stats().nodes().get(0).gradient());
    assertThat(twin.b().project().network().analyse().parameterCount()).isEqualTo(project.network().analyse().parameterCount());
    assertThat(twin.b().loss()).isLessThan(twin.a().loss());
  }

  @Test
  void aNetworkIsLaidOutOnceAndThenOnlyItsNumbersChange() throws Exception {
    Project project = deep();
    PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
    Session session = new Session(project, data, KernelChoice.create(1), Session.initialParameters(project));
    ExperimentRows lanes = new ExperimentRows();
    List<ExperimentRow> seen = new ArrayList<>();
    HealthMonitor monitor = new HealthMonitor(session);
    session.step();
    monitor.see(session);
    Remedy skip = new Doctor(project, data).examine(monitor.record(session)).get(0).experiments().get(0);
    Experiment.of(skip, project, Replica.of(session, null), 150, Progress.NONE, now -> seen.add(lanes.b(Optional.of(now))));
    assertThat(seen).hasSizeGreaterThanOrEqualTo(2);
    assertThat(seen.get(0).arcs()).hasSize(HIDDEN - 1);
    assertThat(seen.get(1).arcs()).isSameAs(seen.get(0).arcs());
    assertThat(seen.get(1).stops()).extracting(Stop::name).isEqualTo(seen.get(0).stops().stream().map(Stop::name).toList());
    assertThat(seen.get(1).learning()).isNotEqualTo(seen.get(0).learning());
    assertThat(lanes.b(Optional.empty()).stops()).isEmpty();
  }

  @Test
  void barsOfBothLanesShareOneScale() {
    ExperimentRow lane = new ExperimentRow(List.of(new Stop(1, "x", Double.NaN), new Stop(2, "a", 1e-8), new Stop(3, "b", 1)), List.of());
    RowScale scale = RowScale.over(List.of(lane));
    assertThat(scale.share(1e-4)).isEqualTo(0.5);
    assertThat(scale.share(1)).isEqualTo(1);
    assertThat(scale.share(0)).isZero();
    assertThat(scale.share(1e-12)).isPositive().isLessThan(0.1);
    assertThat(scale.share(Double.POSITIVE_INFINITY)).isEqualTo(1);
  }
}
