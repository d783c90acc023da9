package studio.backprop.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import studio.backprop.train.Cursor.Phase;

/** What takes how much of a step, by a clock that is moved by hand. */
class PhaseTimerTest {
  private static final long MICROSECOND = 1000;

  private long now;
  private final PhaseTimer stopwatch = new PhaseTimer(() -> now);

  private void step(long forward, long backward) {
    stopwatch.start();
    took(Phase.FORWARD, forward);
    took(Phase.LOSS, 0);
    took(Phase.BACKWARD, backward);
    took(Phase.UPDATE, 10);
  }

  private void took(Phase phase, long microseconds) {
    now += microseconds * MICROSECOND;
    stopwatch.took(phase);
  }

  @Test
  void nothingIsSaidBeforeAStepWasMeasured() {
    assertThat(stopwatch.share(Phase.BACKWARD)).isNaN();
    step(30, 60);
    assertThat(stopwatch.share(Phase.BACKWARD)).isCloseTo(0.6, within(1e-9));
  }

  @Test
  void aColdFirstStepIsSoonForgottenHoweverQuickTheOthersAre() {
    step(2000, 40_000);
    for (int i = 0; i < 100; i++) {
      step(30, 60);
    }
    assertThat(stopwatch.share(Phase.BACKWARD)).isCloseTo(0.6, within(0.01));
  }

  @Test
  void aSlowStepAmongManyIsHardlySeen() {
    for (int i = 0; i < 20_000; i++) {
      step(30, 60);
    }
    step(30, 600);
    assertThat(stopwatch.share(Phase.BACKWARD)).isCloseTo(0.6, within(0.01));
  }

  /** What an agent acts before it learns is in no part of learning. */
  @Test
  void whatIsLeftOutCountsInNoPart() {
    stopwatch.start();
    now += 5000 * MICROSECOND;
    stopwatch.leaveOut(5000 * MICROSECOND);
    took(Phase.FORWARD, 30);
    took(Phase.LOSS, 0);
    took(Phase.BACKWARD, 60);
    took(Phase.UPDATE, 10);
    assertThat(stopwatch.share(Phase.FORWARD)).isCloseTo(0.3, within(1e-9));
    assertThat(stopwatch.whole()).isCloseTo(100 * MICROSECOND, within(1e-3));
  }
}
