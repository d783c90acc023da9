package studio.backprop.ui.inside.lens.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** In which power of ten the numbers of a picture are written. */
class ReadingTest {
  @Test
  void plainNumbersAreWrittenAsTheyAre() {
    assertThat(Reading.unit(0.5f)).isEqualTo(1);
    assertThat(Reading.unit(999)).isEqualTo(1);
  }

  @Test
  void tinyNumbersHaveOneDigitBeforeThePointAlsoJustBelowAPowerOfTen() {
    assertThat(Reading.unit(0.0123f)).isCloseTo(0.01, within(1e-12));
    assertThat(Reading.unit(0.009999f)).isCloseTo(0.01, within(1e-12)); // the first step of Adam: its rate, but for the last digits
    assertThat(Reading.unit(0.0098f)).isCloseTo(0.001, within(1e-12));
  }
}
