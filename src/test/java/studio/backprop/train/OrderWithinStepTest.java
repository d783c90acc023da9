package studio.backprop.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.plan.Parameter;
import studio.backprop.project.Adversarial;
import studio.backprop.project.Agent;
import studio.backprop.project.Assignment;
import studio.backprop.project.Supervised;
import studio.backprop.project.WhoTrains;
import studio.backprop.project.agent.ValueMethod;
import studio.backprop.run.time.CheckpointLog;
import studio.backprop.run.time.ManualWeight;
import studio.backprop.run.time.SessionSeeker;
import studio.backprop.schedule.Cosine;
import studio.backprop.train.RegimeBatteryTest.Kind;

/** What a person turns while a step is under way: the time machine comes to the bits that the run had, in every kind of training. */
class OrderWithinStepTest {
  private static final Kernels KERNELS = KernelChoice.create(1);
  private static final int STEPS = 16;
  private static final int[] VISITS = {16, 3, 4, 9, 8, 12, 5, 1, 16, 13, 6};

  @AfterAll
  static void close() {
    KERNELS.close();
  }

  static Stream<Kind> kinds() {
    return RegimeBatteryTest.kinds().map(kind -> kind.with(training -> training.withSchedule(new Cosine(0)).withEpochs(8)));
  }

  static Stream<Kind> live() {
    return kinds().filter(kind -> turned(kind.project().assignment(), 1) != null);
  }

  /** The same with ε, or with who trains and at which rate, set otherwise; null where nothing of it can be. */
  static Assignment turned(Assignment now, int nth) {
    if (now instanceof Agent agent) {
      double epsilon = nth % 2;
      return agent.method() instanceof ValueMethod method ? agent.withMethod(method.exploring(epsilon, epsilon, 1)) : null;
    }
    WhoTrains[] order = {WhoTrains.BOTH, WhoTrains.GENERATOR, WhoTrains.DISCRIMINATOR};
    return now instanceof Adversarial own
        ? own.withSettings(before -> before.withTrains(order[nth % order.length]).withDiscriminatorRate(0.01 * (nth + 1)))
        : null;
  }

  static void turnLive(Session session, int nth) {
    session.setAssignment(turned(session.assignment(), nth));
  }

  static void turnRate(Session session, int nth) {
    session.setRate(0.03 / (nth + 1));
  }

  static void turnEnd(Session session, int nth) {
    session.setLastEpoch(8 + 3 * nth);
  }

  /** @param within takes what is left of a step in whose midst something is to be turned, and turns it */
  private static void check(Kind kind, BiConsumer<Session, Turning> within) {
    Session session = kind.session(KERNELS, true);
    Session untouched = kind.session(KERNELS, false);
    CheckpointLog log = new CheckpointLog(9 * session.checkpoint().bytes());
    log.begin(session);
    List<String> bits = new ArrayList<>(List.of(session.parameters().sha256()));
    List<Double> rates = new ArrayList<>(List.of(0.0));
    for (int step = 0; step < STEPS; step++) {
      if (step % 4 == 3) {
        session.advance();
        within.accept(session, new Turning(log, step / 4, session.cursor().orElseThrow().of()));
        if (session.cursor().isEmpty()) {
          bits.set(step, session.parameters().sha256()); // with what was set by hand
        }
      }
      assertThat(session.steps()).isEqualTo(step);
      session.step();
      untouched.step();
      assertThat(session.steps()).isEqualTo(step + 1);
      log.record(session, step * 1_000_000_000_000L);
      bits.add(session.parameters().sha256());
      rates.add(session.takenRate());
    }
    assertThat(session.parameters().sha256()).isNotEqualTo(untouched.parameters().sha256());
    Session second = kind.session(KERNELS, false);
    SessionSeeker traveller = new SessionSeeker(second, log);
    for (int step : VISITS) {
      assertThat(traveller.goTo(step, () -> false)).isTrue();
      assertThat(second.parameters().sha256()).as("step %d", step).isEqualTo(bits.get(step));
      assertThat(second.takenRate()).as("rate of step %d", step).isEqualTo(rates.get(step));
    }
  }

  /** @param ops in the step under way */
  private record Turning(CheckpointLog log, int nth, int ops) {
    void order(Session session, BiConsumer<Session, Integer> change) {
      change.accept(session, nth);
      log.order(session, false);
    }

    /** One place after the other: in the first half, before the last update, within the backward passes. */
    int place() {
      return Math.max(2, List.of(ops / 3, ops - 1, 2 * ops / 3, ops / 2).get(nth));
    }
  }

  /** Turned on the way through a step, which goes on; goes back; begins anew. */
  private static void inEveryWay(Kind kind, BiConsumer<Session, Integer> change) {
    check(kind, (session, turning) -> {
      session.goToOp(turning.place());
      turning.order(session, change);
    });
    check(kind, (session, turning) -> {
      session.goToOp(turning.place());
      turning.order(session, change);
      session.goToOp(turning.place() - 1);
      session.goToOp(turning.place());
    });
    check(kind, (session, turning) -> {
      session.goToOp(turning.place());
      turning.order(session, change);
      session.goToOp(1);
      turning.order(session, (same, nth) -> change.accept(same, nth + 1));
    });
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theLearningRate(Kind kind) {
    inEveryWay(kind, OrderWithinStepTest::turnRate);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theLastEpochByWhichTheRateFalls(Kind kind) {
    inEveryWay(kind, OrderWithinStepTest::turnEnd);
  }

  @ParameterizedTest
  @MethodSource("live")
  void explorationAndWhoTrains(Kind kind) {
    inEveryWay(kind, OrderWithinStepTest::turnLive);
  }

  /** Between two turns of a step, after the first learner's move. */
  @ParameterizedTest
  @MethodSource("live")
  void afterTheFirstTurn(Kind kind) {
    check(kind, (session, turning) -> {
      session.goToOp(1);
      if (session.passes().size() > 1) {
        session.advanceTurn();
      }
      turning.order(session, OrderWithinStepTest::turnLive);
      turning.order(session, OrderWithinStepTest::turnRate);
    });
  }

  /** The step under way is taken with what it was begun with; supervised training alone moves its weights by the rate of the moment. */
  @ParameterizedTest
  @MethodSource("kinds")
  void theNewRateIsKnownAtOnceAndHoldsFromTheNextStep(Kind kind) {
    Session session = kind.session(KERNELS, true);
    session.step();
    session.goToOp(2);
    double before = session.currentRate();
    session.setRate(session.rate() / 2);
    boolean atOnce = kind.project().assignment() instanceof Supervised;
    assertThat(session.rate()).isEqualTo(kind.project().training().rate() / 2);
    assertThat(session.currentRate()).isEqualTo(atOnce ? before / 2 : before);
    assertThat(session.changesFrom()).isEqualTo(atOnce ? 1 : 2);
    session.step();
    assertThat(session.takenRate()).isEqualTo(atOnce ? before / 2 : before);
    session.step();
    assertThat(session.takenRate()).isLessThan(before / 1.9);
    assertThat(session.changesFrom()).isEqualTo(3);
  }

  /** A weight that is set by hand gives the step under way up: what was turned in it holds when it is begun anew. */
  @ParameterizedTest
  @MethodSource("kinds")
  void inAStepThatIsGivenUp(Kind kind) {
    Parameter weight = kind.session(KERNELS, false).parameters().learned().get(0);
    check(kind, (session, turning) -> {
      session.goToOp(turning.place());
      turning.order(session, OrderWithinStepTest::turnRate);
      float value = 0.1f * turning.nth();
      float was = session.setWeight(weight.node(), weight.name(), 0, value);
      turning.log().begunAnew(session);
      turning.log().set(new ManualWeight(turning.nth(), session.steps(), weight.node(), weight.name(), 0, was, value));
      assertThat(session.changesFrom()).isEqualTo(session.steps());
    });
  }

  /** A run that is left within a step goes on where that step began. */
  @ParameterizedTest
  @MethodSource("kinds")
  void inARunThatIsLeftAndTakenUpAgain(Kind kind) {
    check(kind, (session, turning) -> {
      session.goToOp(turning.place());
      turning.order(session, OrderWithinStepTest::turnRate);
      session.restore(session.checkpoint());
      turning.log().begunAnew(session);
    });
  }

  /** After a fault the step is begun anew: a smaller rate, which was set before anything else, holds in it. */
  @ParameterizedTest
  @MethodSource("kinds")
  void afterAFault(Kind kind) {
    Session session = kind.session(KERNELS, true);
    session.step();
    session.setRate(kind.project().assignment() instanceof Agent ? 3e38 : 1e30);
    while (session.fault().isEmpty()) {
      assertThat(session.finished()).isFalse();
      session.advance();
    }
    session.setRate(0.001);
    session.forgive();
    assertThat(session.changesFrom()).isEqualTo(session.steps());
    assertThat(session.step()).isTrue();
    assertThat(session.takenRate()).isLessThanOrEqualTo(0.001);
  }
}
