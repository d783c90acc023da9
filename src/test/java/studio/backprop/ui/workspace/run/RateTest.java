package studio.backprop.ui.workspace.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RateTest {
  private static final long SECOND = 1_100_000_000L;

  private final Rate rate = new Rate();

  @Test
  void nothingIsSaidBeforeASpeedIsMeasuredOverTheSecondSecond() {
    rate.at(1, 0);
    rate.at(1 + SECOND, 2); // while code is still compiled
    assertThat(rate.perSecond()).isZero();
    rate.at(1 + 2 * SECOND, 2 + 1100);
    assertThat(rate.perSecond()).isEqualTo(1000);
  }

  @Test
  void aRestIsNoPartOfTheNextSpeed() {
    rate.at(1, 0);
    rate.at(1 + SECOND, 1100);
    rate.at(1 + 2 * SECOND, 2200);
    rate.clear();
    rate.at(1 + 60 * SECOND, 2200);
    rate.at(1 + 61 * SECOND, 3300);
    assertThat(rate.perSecond()).isZero();
  }
}
