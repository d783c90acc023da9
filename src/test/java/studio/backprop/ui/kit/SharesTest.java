package studio.backprop.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class SharesTest {
  private final Numbers numbers = new Numbers(Locale.ENGLISH);

  @Test
  void whatIsReadAddsUpToAHundred() {
    assertThat(Shares.percent(new float[] {1 / 3f, 1 / 3f, 1 / 3f}, 1, numbers)).containsExactlyInAnyOrder("33.4\u00a0%", "33.3\u00a0%", "33.3\u00a0%");
    assertThat(Shares.percent(new float[] {0.0004f, 0.9996f}, 1, numbers)).containsExactly("0\u00a0%", "100\u00a0%");
  }

  @Test
  void numbersThatAreNotFiniteAreSaidAsTheyAre() {
    assertThat(Shares.percent(new float[] {Float.NaN, Float.NaN}, 1, numbers)).containsExactly("NaN", "NaN");
  }
}
