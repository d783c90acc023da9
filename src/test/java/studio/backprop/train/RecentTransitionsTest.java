package studio.backprop.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.project.Agent;
import studio.backprop.project.agent.PolicyMethod;
import studio.backprop.train.RegimeBatteryTest.Kind;
import studio.backprop.train.agent.AgentSnapshot;
import studio.backprop.train.agent.RecentTransitions;

/** The steps that an agent learns from, as whoever looks sees them: the newest first, in the order in which they were lived. */
class RecentTransitionsTest {
  private static final Kernels KERNELS = KernelChoice.create(1);

  @AfterAll
  static void close() {
    KERNELS.close();
  }

  static Stream<Kind> agents() {
    return RegimeBatteryTest.kinds().filter(kind -> kind.project().assignment() instanceof Agent);
  }

  private static float[] row(float[] all, int width, int row) {
    return Arrays.copyOfRange(all, row * width, (row + 1) * width);
  }

  @ParameterizedTest
  @MethodSource("agents")
  void eachStepBeginsWhereTheOneBeforeEnded(Kind kind) {
    Session session = kind.session(KERNELS, true);
    assertThat(session.regime().sight().flatMap(AgentSnapshot::lived)).isEmpty();
    for (int i = 0; i < 5; i++) {
      session.step();
    }
    RecentTransitions lived = session.regime().sight().flatMap(AgentSnapshot::lived).orElseThrow();
    Agent agent = (Agent) kind.project().assignment();
    boolean policy = agent.method() instanceof PolicyMethod;
    assertThat(lived.count()).isBetween(1, 100);
    assertThat(lived.advantages()).hasSize(policy ? lived.count() : 0);
    assertThat(lived.rewards()).hasSize(policy ? 0 : lived.count());
    assertThat(Arrays.stream(lived.actions())).allMatch(action -> action >= 0 && action < agent.environment().actions().size());
    int joined = 0;
    for (int newer = 0; newer + 1 < lived.count() && !policy; newer++) {
      float[] after = row(lived.nextObservations(), lived.width(), newer + 1);
      boolean same = Arrays.equals(after, row(lived.observations(), lived.width(), newer));
      assertThat(same || lived.terminated()[newer + 1]).as("step %d", newer).isTrue();
      joined += same ? 1 : 0;
    }
    assertThat(joined).isGreaterThanOrEqualTo(policy ? 0 : Math.min(lived.count() - 1, 20));
    assertThat(session.regime().sight().flatMap(AgentSnapshot::lived).orElseThrow().observations()).as("looked at again")
        .isEqualTo(lived.observations());
  }
}
