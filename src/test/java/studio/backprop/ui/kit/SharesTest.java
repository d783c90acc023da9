package studio.backprop.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class SharesTest {
  private final Numbers numbers = new Numbers(Locale.ENGLISH);

  @Test
  void eachIsRoundedByItself() {
    assertThat(Shares.percent(new float[] {0.98535f, 0.0042f, 0.01045f}, 1, numbers)).containsExactly("98.5\u00a0%", "0\u00a0%", "1.0\u00a0%");
    assertThat(Shares.percent(new float[] {0.0004f, 0.9996f}, 1, numbers)).containsExactly("0\u00a0%", "100\u00a0%");
  }

  @Test
  void numbersThatAreNotFiniteAreSaidAsTheyAre() {
    assertThat(Shares.percent(new float[] {Float.NaN, Float.NaN}, 1, numbers)).containsExactly("NaN", "NaN");
  }
}
