package studio.backprop.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.environment.CartPole;
import studio.backprop.environment.Grid;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.project.Agent;
import studio.backprop.run.time.CheckpointLog;
import studio.backprop.run.time.Perturbation;
import studio.backprop.run.time.SessionSeeker;
import studio.backprop.train.RegimeBatteryTest.Kind;
import studio.backprop.train.agent.AgentSnapshot;

/** A person pushes the cart of an agent that learns: the time machine comes to the bits that the run had. */
class PerturbationTest {
  private static final Kernels KERNELS = KernelChoice.create(1);
  private static final int STEPS = 14;
  private static final int[] VISITS = {14, 3, 4, 9, 8, 12, 5, 1, 14, 13, 6, 0, 2};

  @AfterAll
  static void close() {
    KERNELS.close();
  }

  private static boolean canBePushed(Kind kind) {
    return kind.project().assignment() instanceof Agent agent && agent.environment().canBePushed();
  }

  static Stream<Kind> pushed() {
    return RegimeBatteryTest.kinds().filter(PerturbationTest::canBePushed);
  }

  static Stream<Kind> others() {
    return RegimeBatteryTest.kinds().filter(kind -> !canBePushed(kind));
  }

  private static void push(Session session, CheckpointLog log, double impulse) {
    assertThat(session.push(impulse)).isTrue();
    log.push(new Perturbation(session.steps(), impulse));
  }

  private static double[] state(Session session) {
    return session.regime().sight().map(AgentSnapshot::state).orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("pushed")
  void everyStepIsSeenAgainWithItsPushes(Kind kind) {
    Session session = kind.session(KERNELS, true);
    Session untouched = kind.session(KERNELS, false);
    CheckpointLog log = new CheckpointLog(9 * session.checkpoint().bytes());
    log.begin(session);
    List<String> bits = new ArrayList<>();
    List<double[]> states = new ArrayList<>();
    for (int step = 0; step <= STEPS; step++) {
      if (step % 3 == 0) {
        push(session, log, step % 2 == 0 ? 1.5 : -0.7);
        push(session, log, 0.1);
      }
      bits.add(session.parameters().sha256());
      states.add(state(session));
      if (step < STEPS) {
        session.step();
        untouched.step();
        log.record(session, step * 1_000_000_000_000L);
      }
    }
    assertThat(session.parameters().sha256()).isNotEqualTo(untouched.parameters().sha256());
    Session second = kind.session(KERNELS, false);
    SessionSeeker traveller = new SessionSeeker(second, log);
    for (int step : VISITS) {
      assertThat(traveller.goTo(step, () -> false)).isTrue();
      assertThat(second.parameters().sha256()).as("step %d", step).isEqualTo(bits.get(step));
      assertThat(state(second)).as("state at step %d", step).isEqualTo(states.get(step));
    }
  }

  /** A push at the step that is looked at is seen there, too. */
  @ParameterizedTest
  @MethodSource("pushed")
  void aPushAtTheStepThatIsSeenIsNotMissed(Kind kind) {
    Session session = kind.session(KERNELS, true);
    CheckpointLog log = CheckpointLog.standard();
    log.begin(session);
    session.step();
    log.record(session, 0);
    Session second = kind.session(KERNELS, false);
    SessionSeeker traveller = new SessionSeeker(second, log);
    traveller.goTo(1, () -> false);
    push(session, log, 1);
    traveller.goTo(1, () -> false);
    assertThat(state(second)).isEqualTo(state(session));
  }

  /** What is restored from a checkpoint that was taken after a push has it, and goes on with the same bits. */
  @ParameterizedTest
  @MethodSource("pushed")
  void aCheckpointHasWhatWasPushed(Kind kind) {
    Session session = kind.session(KERNELS, true);
    session.step();
    session.push(2);
    Checkpoint then = session.checkpoint();
    double[] pushed = state(session);
    for (int i = 0; i < 8; i++) {
      session.step();
    }
    Session other = kind.session(KERNELS, false);
    other.restore(then);
    assertThat(state(other)).isEqualTo(pushed);
    for (int i = 0; i < 8; i++) {
      other.step();
    }
    assertThat(other.parameters().sha256()).isEqualTo(session.parameters().sha256());
  }

  /** A run that is left right after a push has the push in its checkpoint, and not twice. */
  @ParameterizedTest
  @MethodSource("pushed")
  void aRunThatGoesOnFromItsCheckpointIsNotPushedTwice(Kind kind) {
    Session session = kind.session(KERNELS, true);
    CheckpointLog log = CheckpointLog.standard();
    log.begin(session);
    session.step();
    log.record(session, 0);
    push(session, log, 1);
    log.turn(session);
    double[] pushed = state(session);
    session.step();
    log.record(session, 1_000_000_000_000L);
    Session second = kind.session(KERNELS, false);
    SessionSeeker traveller = new SessionSeeker(second, log);
    traveller.goTo(2, () -> false);
    assertThat(second.parameters().sha256()).isEqualTo(session.parameters().sha256());
    traveller.goTo(1, () -> false);
    assertThat(state(second)).isEqualTo(pushed);
  }

  @ParameterizedTest
  @MethodSource("pushed")
  void withinAStepNothingIsPushed(Kind kind) {
    Session session = kind.session(KERNELS, true);
    session.advance();
    assertThatThrownBy(() -> session.push(1)).isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @MethodSource("others")
  void whereNothingCanBePushedNothingHappens(Kind kind) {
    Session session = kind.session(KERNELS, false);
    String before = session.parameters().sha256();
    assertThat(session.push(1)).isFalse();
    assertThat(session.parameters().sha256()).isEqualTo(before);
  }

  /** An instant of the force of an action, by the action's own equations. */
  @Test
  void aPushFollowsTheEquationsOfTheCart() {
    double[] still = {0.3, 0, 0.1, 0};
    double[] left = still.clone();
    double[] right = still.clone();
    CartPole pole = new CartPole();
    pole.step(left, 0, null);
    pole.step(right, 1, null);
    double[] pushed = still.clone();
    pole.push(pushed, 0.4); // from −10 N to +10 N for 0.02 s
    for (int speed : new int[] {1, 3}) {
      assertThat(pushed[speed]).isCloseTo(right[speed] - left[speed], org.assertj.core.data.Offset.offset(1e-12));
    }
    assertThat(Arrays.asList(pushed[0], pushed[2])).containsExactly(0.3, 0.1);
    assertThat(Grid.CLIFF.canBePushed()).isFalse();
  }

  static Stream<Kind> agents() {
    return RegimeBatteryTest.kinds().filter(kind -> kind.project().assignment() instanceof Agent);
  }

  /** A push is marked over the steps in the environment, which the number of updates decides. */
  @ParameterizedTest
  @MethodSource("agents")
  void stepsInTheEnvironmentFollowFromUpdates(Kind kind) {
    Session session = kind.session(KERNELS, true);
    Agent agent = (Agent) kind.project().assignment();
    for (int step = 0; step <= STEPS; step++) {
      assertThat(agent.takenAfter(session.steps(), kind.project().training().batch())).as("after %d updates", step)
          .isEqualTo(session.regime().sight().orElseThrow().taken());
      session.step();
    }
  }

  @Test
  void aPushThatIsNoNumberOrTooHardIsRefused() {
    assertThatThrownBy(() -> new Perturbation(0, Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> new Perturbation(0, 2.5)).hasMessageContaining("2.5");
  }
}
