package studio.backprop.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.backprop.data.DataSettings;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.generative.RoundLog;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.observe.predict.Replica;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.text.Message;
import studio.backprop.train.Session;

class HealthMonitorTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static Project project() {
    Network network = Network.EMPTY
        .add(Input.row(2), 0, 0).add(Dense.of(6, Activation.RELU), 0, 0).add(Dense.of(6, Activation.TANH), 0, 0)
        .add(Dense.of(1, Activation.SIGMOID), 0, 0).add(Output.of(Loss.BINARY_CROSS_ENTROPY), 0, 0).wire(1, 2).wire(2, 3).wire(3, 4)
            .wire(4, 5);
    return new Project(network, DataSettings.of("moons"), Optional.empty(), TrainingSettings.STANDARD.withEpochs(1000));
  }

  private static Session session() throws Exception {
    return session(project());
  }

  private static Session session(Project project) throws Exception {
    PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
    return new Session(project, data, KernelChoice.create(1), Session.initialParameters(project));
  }

  @Test
  void watchingAStepAllocatesNothing() throws Exception {
    Session session = session();
    HealthMonitor monitor = new HealthMonitor(session);
    long allocated = 0;
    for (int step = 1; step < 4 * HealthMonitor.EVERY; step++) {
      session.step();
      long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
      monitor.see(session);
      boolean measured = step > 2 * HealthMonitor.EVERY && step % HealthMonitor.EVERY != 0;
      allocated += measured ? THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before : 0;
    }
    assertThat(allocated).isLessThan(HealthMonitor.EVERY);
  }

  @Test
  void whoWaitsForTheNextStepIsSparedButGetsTheSameRecords() throws Exception {
    Session session = session(project().withTraining(t -> t.withEpochs(TrainingSettings.MOST_EPOCHS)));
    HealthMonitor monitor = HealthMonitor.sparing(session, new RoundLog());
    while (monitor.newest().filter(stats -> stats.step() > 2 * HealthMonitor.EVERY).isEmpty() && session.step()) {
      monitor.see(session);
    }
    while (session.steps() - monitor.newest().orElseThrow().step() < HealthMonitor.EVERY && session.step()) {
      monitor.see(session);
    }
    monitor.rest(session);
    HealthStats stats = monitor.newest().orElseThrow();
    assertThat(stats.step()).isEqualTo(session.steps());
    assertThat(stats.losses()).hasSize((int) Math.min(stats.step(), 4 * HealthMonitor.EVERY));
    assertThat(stats.least()).isBetween(0.0, stats.first());
    assertThat(stats.nodes()).extracting(HealthStats.OfNode::node).containsExactly(2, 3, 4);
    assertThat(stats.nodes().get(0).moved()).isPositive();
    assertThat(stats.nodes().get(1).saturated()).isBetween(0.0, 1.0);
  }

  /** A clock by which each look takes a tenth of a second, as at the start of a program. */
  private static HealthMonitor onColdMachine(Session session) {
    AtomicLong now = new AtomicLong();
    return HealthMonitor.sparing(session, () -> now.addAndGet(100_000_000));
  }

  private static void see(Session session, HealthMonitor monitor, long steps) {
    while (session.steps() < steps) {
      assertThat(session.step()).isTrue();
      monitor.see(session);
    }
  }

  @Test
  void aShortRunIsLookedAtHoweverLongThatTakes() throws Exception {
    Session session = session();
    HealthMonitor monitor = onColdMachine(session);
    for (long step = HealthMonitor.EVERY; step <= 4 * HealthMonitor.EVERY; step += HealthMonitor.EVERY) {
      see(session, monitor, step);
      HealthStats stats = monitor.newest().orElseThrow();
      assertThat(stats.step()).isEqualTo(step);
      assertThat(stats.nodes().get(1).saturated()).isBetween(0.0, 1.0);
    }
    see(session, monitor, 5 * HealthMonitor.EVERY);
    assertThat(monitor.newest().orElseThrow().step()).as("a longer one is spared").isEqualTo(4 * HealthMonitor.EVERY);
  }

  @Test
  void whatWasFlatBeforeTheLastRecordIsRememberedAtTheEnd() throws Exception {
    Session session = session(project().withTraining(t -> t.withBatch(16)));
    HealthMonitor monitor = onColdMachine(session);
    see(session, monitor, HealthMonitor.EVERY);
    double before = monitor.newest().orElseThrow().nodes().get(1).saturated();
    see(session, monitor, HealthMonitor.EVERY + 1);
    monitor.end(session);
    HealthStats last = monitor.newest().orElseThrow();
    assertThat(last.step()).isEqualTo(HealthMonitor.EVERY + 1);
    assertThat(last.nodes().get(1).saturated()).isEqualTo(before);
  }

  @Test
  void aRecordHoldsWhatTheSessionShowed() throws Exception {
    Session session = session();
    HealthMonitor monitor = new HealthMonitor(session);
    double[] losses = new double[HealthMonitor.EVERY];
    double squares = 0;
    for (int step = 0; step < HealthMonitor.EVERY; step++) {
      session.step();
      monitor.see(session);
      losses[step] = session.loss();
      squares += session.gradientNorm(0) * session.gradientNorm(0);
    }
    HealthStats stats = monitor.newest().orElseThrow();
    assertThat(stats.step()).isEqualTo(HealthMonitor.EVERY);
    assertThat(stats.losses()).isEqualTo(losses);
    assertThat(stats.first()).isEqualTo(IntStream.range(0, 10).mapToDouble(i -> losses[i]).average().orElseThrow());
    assertThat(stats.nodes()).extracting(HealthStats.OfNode::node).containsExactly(2, 3, 4);
    assertThat(stats.nodes().get(0).gradient()).isEqualTo(Math.sqrt(squares / HealthMonitor.EVERY));
    assertThat(stats.nodes().get(0).silent()).isBetween(0.0, 1.0);
    assertThat(stats.nodes().get(1).saturated()).isBetween(0.0, 1.0);
    assertThat(stats.nodes().get(2).saturated()).isNaN(); // the prediction may be sure
  }

  @Test
  void twinsWithoutAChangeAreEqualToTheBit() throws Exception {
    Session session = session();
    for (int step = 0; step < 30; step++) {
      session.step();
    }
    Remedy nothing = Remedy.trying(Message.of("doctor.try.shuffle"), false, project -> project);
    List<Experiment> seen = new ArrayList<>();
    Experiment twin = Experiment.of(nothing, session.project(), Replica.of(session, null), 200, Progress.NONE, seen::add);
    assertThat(seen).extracting(Experiment::steps).containsExactly(50L, 100L, 150L, 200L);
    assertThat(seen.get(1).a().losses()).hasSize(100).isEqualTo(Arrays.copyOf(twin.a().losses(), 100));
    assertThat(twin.steps()).isEqualTo(200);
    assertThat(twin.a().losses()).isEqualTo(twin.b().losses()).hasSize(200);
    assertThat(twin.a().validation()).isEqualTo(twin.b().validation());
    assertThat(session.steps()).isEqualTo(30);
  }

  @Test
  void aTwinWithAChangeBeginsFromTheSameInitialWeights() throws Exception {
    Session session = session();
    Remedy still = Remedy.trying(Message.of("doctor.try.shuffle"), true, project -> project.withTraining(t -> t.withRate(0)));
    Experiment twin = Experiment.of(still, session.project(), Replica.of(session, null), 100, Progress.NONE, seen -> {});
    assertThat(twin.a().losses()[0]).isEqualTo(twin.b().losses()[0]);
    assertThat(twin.a().loss()).isLessThan(twin.b().loss());
  }

  @Test
  void aRecordWithoutANewStepKeepsTheGradients() throws Exception {
    Session session = session();
    HealthMonitor monitor = new HealthMonitor(session);
    for (int step = 0; step < HealthMonitor.EVERY; step++) {
      session.step();
      monitor.see(session);
    }
    double gradient = monitor.newest().orElseThrow().nodes().get(0).gradient();
    assertThat(gradient).isPositive();
    assertThat(monitor.record(session).nodes().get(0).gradient()).isEqualTo(gradient);
  }
}
