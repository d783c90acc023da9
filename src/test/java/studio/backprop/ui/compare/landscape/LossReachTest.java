package studio.backprop.ui.compare.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LossReachTest {
  @Test
  void inOneReachAColourMeansTheSameLossOnEachMap() {
    LossReach one = LossReach.of(new float[] {0.1f, 1, Float.NaN});
    LossReach other = LossReach.of(new float[] {2, 10, Float.POSITIVE_INFINITY});
    assertThat(other.share(2)).isZero();
    LossReach both = LossReach.common(List.of(one, other));
    assertThat(both.low()).isCloseTo(0.1, within(1e-6));
    assertThat(both.high()).isEqualTo(10);
    assertThat(both.share(1)).as("half way by the logarithm").isCloseTo(0.5, within(1e-6));
    assertThat(both.shares(new float[] {1, 2})).containsExactly((float) both.share(1), (float) both.share(2));
  }

  @Test
  void theMapOfALaneThatDivergedLeavesTheOthersTheirDifferences() {
    LossReach sound = LossReach.of(new float[] {0.01f, 2});
    LossReach broken = LossReach.of(new float[] {1e12f, 1e20f});
    LossReach both = LossReach.common(List.of(sound, broken));
    assertThat(both.high()).isEqualTo(2000);
    assertThat(both.share(2) - both.share(0.02)).isGreaterThan(0.3);
    assertThat(both.share(1e12)).isEqualTo(1);
    assertThat(both.share(Double.NaN)).isEqualTo(1);
  }
}
