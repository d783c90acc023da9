package studio.backprop.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TicksTest {
  @Test
  void aLogarithmicAxisHasOnesAndThrees() {
    assertThat(Ticks.log(0.02, 3.2, 6)).containsExactly(0.03, 0.1, 0.3, 1, 3);
  }

  @Test
  void manyDecadesAreShownByTheirBeginnings() {
    assertThat(Ticks.log(1e-4, 50, 6)).containsExactly(1e-4, 1e-3, 1e-2, 0.1, 1, 10);
  }

  @Test
  void evenMoreDecadesAreSkipped() {
    assertThat(Ticks.log(1e-6, 1e6, 5)).containsExactly(1e-6, 1e-3, 1, 1e3, 1e6);
  }

  @Test
  void withinADecadeThereAreOnesTwosAndFives() {
    assertThat(Ticks.log(0.19, 1.6, 9)).containsExactly(0.2, 0.5, 1);
  }

  @Test
  void aShortAxisIsDividedEvenly() {
    assertThat(Ticks.log(0.5, 0.72, 5)).containsExactly(new double[] {0.5, 0.55, 0.6, 0.65, 0.7}, within(1e-12));
  }

  @Test
  void anAxisHasRoundNumbersAndNotTooMany() {
    assertThat(Ticks.linear(0, 100, 6)).containsExactly(0, 20, 40, 60, 80, 100);
    assertThat(Ticks.linear(0, 100, 5)).containsExactly(0, 25, 50, 75, 100);
    assertThat(Ticks.linear(-1.3, 1.4, 4)).containsExactly(-1, 0, 1);
  }

  @Test
  void stepsAreWholeNumbers() {
    assertThat(Ticks.whole(0, 2, 6)).containsExactly(0, 1, 2);
    assertThat(Ticks.whole(0, 826, 4)).containsExactly(0, 250, 500, 750);
  }
}
