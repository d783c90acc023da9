package studio.backprop.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.observe.Example;
import studio.backprop.plan.Parameter;
import studio.backprop.run.time.CheckpointLog;
import studio.backprop.run.time.ManualWeight;
import studio.backprop.run.time.Replay;
import studio.backprop.run.time.SessionSeeker;
import studio.backprop.train.RegimeBatteryTest.Kind;

/** What a person turned between two steps holds for whoever comes back to just there: for what the next step is, op by op and whole. */
class OrderAtStepTest {
  private static final Kernels KERNELS = KernelChoice.create(1);
  private static final int STEPS = 9;
  /** The first step, one within, two in a row, and the last; at one of them two orders stand. */
  private static final int[] TURNED = {0, 3, 4, 9};
  private static final int TWICE = 4;

  @AfterAll
  static void close() {
    KERNELS.close();
  }

  static Stream<Kind> kinds() {
    return OrderWithinStepTest.kinds();
  }

  /** What is known of a step that is under way. */
  private record Under(double rate, Cursor cursor, String weights, List<Double> losses) {
    static Under of(Session session) {
      return new Under(session.currentRate(), session.cursor().orElseThrow(), session.parameters().sha256(),
          IntStream.range(0, session.learners()).mapToObj(session::lossOf).toList());
    }
  }

  private static void turn(Session session, int nth) {
    OrderWithinStepTest.turnRate(session, nth);
    if (OrderWithinStepTest.turned(session.assignment(), nth) != null) {
      OrderWithinStepTest.turnLive(session, nth);
    }
  }

  /** A run with orders, and what was to be seen in it. */
  private static final class Turned {
    final CheckpointLog log;
    final List<String> bits = new ArrayList<>();
    final Map<Integer, Double> rates = new TreeMap<>();
    final Map<Integer, Under> under = new TreeMap<>();

    Turned(Kind kind) {
      Session session = kind.session(KERNELS, true);
      log = new CheckpointLog(5 * session.checkpoint().bytes());
      log.begin(session);
      for (int step = 0; step <= STEPS; step++) {
        int now = step;
        if (IntStream.of(TURNED).anyMatch(at -> at == now)) {
          turn(session, step);
          log.order(session, false);
        }
        if (step == TWICE) {
          OrderWithinStepTest.turnEnd(session, 1);
          log.order(session, false);
          turn(session, step + 1);
          log.order(session, false);
        }
        bits.add(session.parameters().sha256());
        rates.put(step, session.currentRate());
        Session beside = kind.session(KERNELS, true);
        beside.restore(session.checkpoint());
        beside.advance();
        beside.goToOp(last(beside));
        under.put(step, Under.of(beside));
        if (step < STEPS) {
          assertThat(session.step()).isTrue();
          log.record(session, step * 1_000_000_000_000L);
        }
      }
    }
  }

  /** The op before the last update. */
  private static int last(Session session) {
    return session.cursor().orElseThrow().of() - 1;
  }

  private static <T> T now(Replay replay, Function<Session, T> question) {
    return replay.ask(question).join().orElseThrow();
  }

  private static String weights(Replay replay) {
    return now(replay, session -> session.parameters().sha256());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void thePastGoesThroughTheStepAsTheRunDid(Kind kind) {
    Turned run = new Turned(kind);
    try (Replay replay = new Replay(run.log, 0, Example.FIRST, -1)) {
      for (int step : new int[] {3, 4, 0, 9, 8, 2, 4, 1, 0, 3}) {
        Under wanted = run.under.get(step);
        replay.goToOp(step, wanted.cursor().number());
        assertThat(now(replay, Under::of)).as("in step %d", step).isEqualTo(wanted);
        replay.goTo(step);
        assertThat(now(replay, Session::currentRate)).as("before step %d", step).isEqualTo(run.rates.get(step));
        assertThat(weights(replay)).isEqualTo(run.bits.get(step));
        if (step < STEPS) {
          replay.goTo(step + 1);
          assertThat(weights(replay)).isEqualTo(run.bits.get(step + 1));
          replay.goTo(step);
          replay.goToOp(step, wanted.cursor().number());
          assertThat(now(replay, Under::of)).as("in step %d, from its end", step).isEqualTo(wanted);
        }
      }
    }
  }

  /** Whoever goes on from there takes the steps that the run took. */
  @ParameterizedTest
  @MethodSource("kinds")
  void whatIsKeptThereGoesOnAsTheRunDid(Kind kind) {
    Turned run = new Turned(kind);
    Session past = kind.session(KERNELS, false);
    SessionSeeker traveller = new SessionSeeker(past, run.log);
    Session other = kind.session(KERNELS, false);
    for (int step : TURNED) {
      assertThat(traveller.goTo(step, () -> false)).isTrue();
      other.restore(past.checkpoint());
      assertThat(other.currentRate()).as("rate at %d", step).isEqualTo(run.rates.get(step));
      if (step < STEPS) {
        other.step();
        assertThat(other.parameters().sha256()).as("after step %d", step).isEqualTo(run.bits.get(step + 1));
      }
    }
  }

  /** A weight that was set by hand after an order is taken back: the order stays. */
  @ParameterizedTest
  @MethodSource("kinds")
  void theStepBeforeAnEditByHandHasItsOrders(Kind kind) {
    Parameter weight = kind.session(KERNELS, false).parameters().learned().get(0);
    Session session = kind.session(KERNELS, false);
    CheckpointLog log = new CheckpointLog(5 * session.checkpoint().bytes());
    log.begin(session);
    for (int step = 0; step < STEPS; step++) {
      if (step == 3) {
        turn(session, 3);
        log.order(session, false);
        float was = session.setWeight(weight.node(), weight.name(), 0, 0.5f);
        log.set(new ManualWeight(1, step, weight.node(), weight.name(), 0, was, 0.5f));
      }
      session.step();
      log.record(session, step * 1_000_000_000_000L);
    }
    CheckpointLog earlier = log.beforeEdit(1);
    Session back = kind.session(KERNELS, false);
    assertThat(new SessionSeeker(back, earlier).goTo(earlier.newest(), () -> false)).isTrue();
    assertThat(back.steps()).isEqualTo(3);
    assertThat(back.rate()).isEqualTo(session.rate());
    assertThat(back.assignment()).isEqualTo(session.assignment());
  }
}
