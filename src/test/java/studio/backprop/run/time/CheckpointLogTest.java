package studio.backprop.run.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backprop.data.DataSettings;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.layer.Activation;
import studio.backprop.layer.BatchNorm;
import studio.backprop.layer.Conv2d;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Dropout;
import studio.backprop.layer.Flatten;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.layer.Padding;
import studio.backprop.network.Network;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.schedule.ReduceOnPlateau;
import studio.backprop.store.SampleProject;
import studio.backprop.train.BranchPoint;
import studio.backprop.train.Session;

class CheckpointLogTest {
  private static final int STEPS = 60;
  private static final int FORK = 17;
  /** In {@link #fresh} a person changes the rate after this step. */
  private static final int BEFORE_A_CHANGE = 25;
  private static final long APART = 1_000_000_000_000L;
  private static final long MILLISECOND = 1_000_000;

  private final Kernels kernels = KernelChoice.create(1);
  private final Random random = new Random(7);

  static Stream<Named<Project>> kinds() throws Exception {
    return Stream.of(
        Named.of("dense with dropout", dropout()),
        Named.of("convolution with batch norm", convolution()),
        Named.of("LSTM", SampleProject.of("names-lstm")),
        Named.of("attention", SampleProject.of("prose-attention")),
        Named.of("graph", SampleProject.of("graph-families")));
  }

  private static Project dropout() {
    Network network = Network.EMPTY.add(Input.row(2), 0, 0).add(Dense.of(24, Activation.RELU), 0, 0).add(new Dropout(0.3), 0, 0)
        .add(Dense.of(1, Activation.SIGMOID), 0, 0).add(Output.of(Loss.BINARY_CROSS_ENTROPY), 0, 0).wire(1, 2).wire(2, 3).wire(3, 4)
            .wire(4, 5);
    return new Project(network, DataSettings.of("circles").withPoints(300), Optional.empty(),
        TrainingSettings.STANDARD.withRate(0.03).withPatience(50).withEpochs(40).withSchedule(new ReduceOnPlateau(1, 0.7, 0.001)));
  }

  private static Project convolution() throws Exception {
    Project digits = SampleProject.of("digits-cnn");
    Network network = Network.EMPTY.add(digits.network().node(1).layer(), 0, 0).add(Conv2d.of(4, 3, Padding.SAME, Activation.RELU), 0, 0)
        .add(new BatchNorm(0.1, 1e-5, true), 0, 0)
        .add(new Flatten(), 0, 0).add(Dense.of(10, Activation.SOFTMAX), 0, 0).add(Output.of(Loss.CROSS_ENTROPY), 0, 0)
        .wire(1, 2).wire(2, 3).wire(3, 4).wire(4, 5).wire(5, 6);
    return digits.withNetwork(before -> network);
  }

  private Session session(Project project, PreparedData data) {
    return new Session(project, data, kernels, Session.initialParameters(project));
  }

  private static PreparedData data(Project project) throws Exception {
    return PreparedData.load(project.data(), project.table(), Progress.NONE);
  }

  /** The weights after each step of a run that nobody records, whose rate a person changes once. */
  private List<String> fresh(Project project, PreparedData data) {
    Session session = session(project, data);
    List<String> shas = new ArrayList<>(List.of(session.parameters().sha256()));
    for (int step = 0; step < STEPS; step++) {
      changeRate(session);
      assertThat(session.step()).isTrue();
      shas.add(session.parameters().sha256());
    }
    return shas;
  }

  private static boolean changeRate(Session session) {
    if (session.steps() == BEFORE_A_CHANGE) {
      session.setRate(session.rate() / 3);
      return true;
    }
    return false;
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void anyPastStepIsThereAgainToTheBit(Project project) throws Exception {
    PreparedData data = data(project);
    List<String> shas = fresh(project, data);
    Session session = session(project, data);
    CheckpointLog checkpointLog = new CheckpointLog(12 * session.checkpoint().bytes());
    checkpointLog.begin(session);
    while (session.steps() < STEPS) {
      if (changeRate(session)) {
        checkpointLog.order(session, false);
      }
      session.step();
      checkpointLog.record(session, session.steps() * APART);
    }
    Session second = session(project, data);
    SessionSeeker traveller = new SessionSeeker(second, checkpointLog);
    for (int i = 0; i < 20; i++) {
      int step = random.nextInt(STEPS + 1);
      assertThat(traveller.goTo(step, () -> false)).isTrue();
      assertThat(second.parameters().sha256()).as("step %d", step).isEqualTo(shas.get(step));
      assertThat(second.steps()).isEqualTo(step);
      assertThat(second.measured()).isEqualTo(step > 0);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aWeightThatIsSetWhereATravellerStandsIsSeenByIt(boolean turned) throws Exception {
    Project project = dropout();
    PreparedData data = data(project);
    Session session = session(project, data);
    CheckpointLog checkpointLog = new CheckpointLog(12 * session.checkpoint().bytes());
    checkpointLog.begin(session);
    record(session, checkpointLog, FORK);
    Session second = session(project, data);
    SessionSeeker traveller = new SessionSeeker(second, checkpointLog);
    traveller.goTo(FORK, () -> false);
    float before = session.parameters().find(2, "weight").orElseThrow().tensor().values()[0];
    session.setWeight(2, "weight", 0, 3f);
    if (turned) {
      checkpointLog.turn(session);
    } else {
      checkpointLog.set(new ManualWeight(1, FORK, 2, "weight", 0, before, 3f));
    }
    traveller.goTo(FORK, () -> false);
    assertThat(second.parameters().sha256()).isEqualTo(session.parameters().sha256());
    session.setWeight(2, "weight", 0, 2f);
    checkpointLog.set(new ManualWeight(1, FORK, 2, "weight", 0, before, 2f));
    record(session, checkpointLog, FORK + 10);
    traveller.goTo(FORK + 10, () -> false);
    assertThat(second.parameters().sha256()).as("set to yet another value").isEqualTo(session.parameters().sha256());
  }

  private static void record(Session session, CheckpointLog checkpointLog, int until) {
    while (session.steps() < until) {
      session.step();
      checkpointLog.record(session, session.steps() * MILLISECOND);
    }
  }

  @Test
  void memoryIsBoundedAndCheckpointsThinOutEvenly() throws Exception {
    Project project = dropout();
    Session session = session(project, data(project));
    long one = session.checkpoint().bytes();
    CheckpointLog checkpointLog = new CheckpointLog(12 * one);
    checkpointLog.begin(session);
    for (int step = 0; step < STEPS; step++) {
      session.step();
      checkpointLog.record(session, session.steps() * APART);
      assertThat(checkpointLog.bytes()).isLessThanOrEqualTo(12 * one);
    }
    long[] kept = checkpointLog.checkpoints();
    assertThat(kept[0]).isZero();
    assertThat(kept.length).isGreaterThan(4);
    long widest = 0;
    long closest = STEPS;
    for (int i = 1; i < kept.length; i++) {
      widest = Math.max(widest, kept[i] - kept[i - 1]);
      closest = Math.min(closest, kept[i] - kept[i - 1]);
    }
    assertThat(widest).isLessThanOrEqualTo(2 * closest);
  }

  @Test
  void weightsThatEarlyStoppingTookBackAreThereAgain() throws Exception {
    Project project = dropout().withTraining(t -> t.withEpochs(5).withRate(1));
    Session session = session(project, data(project));
    CheckpointLog checkpointLog = new CheckpointLog(1 << 20);
    checkpointLog.begin(session);
    while (session.step()) {
      checkpointLog.record(session, session.steps() * APART);
    }
    String stood = session.parameters().sha256();
    assertThat(session.keepBest()).isTrue();
    checkpointLog.turn(session);
    long end = session.steps();
    String best = session.parameters().sha256();
    assertThat(best).as("weights that were taken back").isNotEqualTo(stood);
    session.setLastEpoch(8);
    checkpointLog.order(session, false);
    while (session.step()) {
      checkpointLog.record(session, session.steps() * APART);
    }
    String last = session.parameters().sha256();
    Session second = session(project, data(project));
    SessionSeeker traveller = new SessionSeeker(second, checkpointLog);
    traveller.goTo(end, () -> false);
    assertThat(second.parameters().sha256()).isEqualTo(best);
    traveller.goTo(session.steps(), () -> false);
    assertThat(second.parameters().sha256()).isEqualTo(last);
    assertThat(second.epochs()).isEqualTo(session.epochs());
  }

  @Test
  void aWayCanBeGivenUp() throws Exception {
    Project project = dropout();
    Session session = session(project, data(project));
    CheckpointLog checkpointLog = new CheckpointLog(1 << 20);
    checkpointLog.begin(session);
    for (int step = 0; step < 9; step++) {
      session.step();
      checkpointLog.record(session, 0);
    }
    Session second = session(project, data(project));
    assertThat(new SessionSeeker(second, checkpointLog).goTo(9, () -> second.steps() == 4)).isFalse();
    assertThat(second.steps()).isEqualTo(4);
  }

  @Test
  void noStepIsFarFromACheckpointHoweverSlowTheFirstOnesWere() throws Exception {
    Project project = dropout();
    Session session = session(project, data(project));
    CheckpointLog checkpointLog = new CheckpointLog(1L << 30, slowAtFirst());
    checkpointLog.begin(session);
    for (int step = 0; step < 600; step++) {
      assertThat(session.step() || session.finished()).isTrue();
      if (session.steps() > step) {
        checkpointLog.record(session, session.steps() * MILLISECOND);
      }
    }
    long widest = widest(checkpointLog);
    assertThat(widest).as("steps that are taken anew, each of a millisecond").isLessThanOrEqualTo(50);
  }

  @Test
  void whereMemoryIsFullTheWayFromACheckpointIsNoLongerThanItHasToBe() throws Exception {
    Project project = dropout();
    Session session = session(project, data(project));
    int fit = 20;
    CheckpointLog checkpointLog = new CheckpointLog(fit * session.checkpoint().bytes() + 200 * 40);
    checkpointLog.begin(session);
    while (session.steps() < 300 && session.step()) {
      checkpointLog.record(session, session.steps() * APART);
    }
    assertThat(widest(checkpointLog)).isLessThanOrEqualTo(3 * session.steps() / fit);
  }

  /** A clock by which the first seven checkpoints take a tenth of a second each, the later ones a tenth of a millisecond. */
  private static LongSupplier slowAtFirst() {
    AtomicLong now = new AtomicLong();
    AtomicInteger asked = new AtomicInteger(); // at the beginning and at the end of each
    return () -> now.addAndGet(asked.incrementAndGet() % 2 == 1 ? 0 : asked.get() <= 14 ? 100 * MILLISECOND : MILLISECOND / 10);
  }

  private static long widest(CheckpointLog checkpointLog) {
    long[] kept = checkpointLog.checkpoints();
    long widest = checkpointLog.newest() - kept[kept.length - 1];
    for (int i = 1; i < kept.length; i++) {
      widest = Math.max(widest, kept[i] - kept[i - 1]);
    }
    return widest;
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void anyStepOfABranchIsThereAgainToTheBitAndATwinIsTheRunItself(Project project) throws Exception {
    PreparedData data = data(project);
    List<String> shas = fresh(project, data);
    Session session = session(project, data);
    CheckpointLog checkpointLog = new CheckpointLog(1L << 28);
    checkpointLog.begin(session);
    while (session.steps() < FORK) {
      session.step();
      checkpointLog.record(session, session.steps() * APART);
    }
    BranchPoint at = checkpointLog.branchPoint(session.checkpoint());
    Session twin = new Session(project, data, kernels, at.renewed(project));
    twin.branch(at);
    Project faster = project.withTraining(t -> t.withRate(3 * t.rate()));
    List<String> other = branched(faster, data, at, new CheckpointLog(1L << 28));
    for (int step = FORK; step < BEFORE_A_CHANGE; step++) {
      assertThat(twin.parameters().sha256()).as("twin at step %d", step).isEqualTo(shas.get(step));
      twin.step();
    }
    assertThat(other.get(0)).isEqualTo(shas.get(FORK));
    assertThat(other.get(1)).isNotEqualTo(shas.get(FORK + 1));
  }

  /** The weights after each step of a branch, each of them seen again in any order. */
  private List<String> branched(Project project, PreparedData data, BranchPoint at, CheckpointLog checkpointLog) throws Exception {
    Session branch = new Session(project, data, kernels, at.renewed(project));
    branch.branch(at);
    checkpointLog.begin(branch);
    List<String> shas = new ArrayList<>(List.of(branch.parameters().sha256()));
    while (branch.steps() < STEPS) {
      branch.step();
      checkpointLog.record(branch, branch.steps() * APART / 3);
      shas.add(branch.parameters().sha256());
    }
    Session second = checkpointLog.session();
    SessionSeeker traveller = new SessionSeeker(second, checkpointLog);
    for (int i = 0; i < 20; i++) {
      int step = FORK + random.nextInt(STEPS - FORK + 1);
      traveller.goTo(step, () -> false);
      assertThat(second.parameters().sha256()).as("branch at step %d", step).isEqualTo(shas.get(step - FORK));
    }
    return shas;
  }
}
