package studio.backprop.ui.compare.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LossMarkTest {
  private final LossMark mark = new LossMark();

  private static DrawnTrail trail(long[] steps, double... losses) {
    double[] none = new double[losses.length];
    return new DrawnTrail(steps, none, none, losses, losses, none, none, none, none, OptionalLong.empty());
  }

  private static DrawnTrail trail(double... losses) {
    long[] steps = new long[losses.length];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = i;
    }
    return trail(steps, losses);
  }

  @Test
  void allLanesReachIt() {
    mark.suit(List.of(trail(450, 22.4), trail(450, 23.3, 25)), false);
    assertThat(mark.valueProperty().get()).isEqualTo(30);
    mark.suit(List.of(trail(2, 0.31), trail(2, 0.02)), false);
    assertThat(mark.valueProperty().get()).isEqualTo(0.4);
    mark.suit(List.of(trail(2, 1e-9)), true);
    assertThat(mark.valueProperty().get()).isEqualTo(0.1);
    mark.suit(List.of(trail(2, 1.5)), false);
    assertThat(mark.valueProperty().get()).as("stays for a longer run").isEqualTo(0.1);
  }

  @Test
  void whatAPersonTypedStaysUntilSomethingElseIsWalkedOn() {
    mark.valueProperty().set(5);
    mark.suit(List.of(trail(100, 40)), true);
    assertThat(mark.valueProperty().get()).isEqualTo(5);
    mark.forget();
    mark.suit(List.of(trail(100, 40)), true);
    assertThat(mark.valueProperty().get()).isEqualTo(50);
  }

  @Test
  void aFirstStepIsExactOnlyWhereTheStepBeforeWasRecordedToo() {
    DrawnTrail thinned = trail(new long[] {0, 64, 128, 130}, 9, 5, 1, 1);
    assertThat(thinned.stride()).isEqualTo(64);
    assertThat(thinned.firstBelow(2)).hasValue(128);
    assertThat(thinned.seenBefore(128)).isFalse();
    assertThat(thinned.seenBefore(0)).isTrue();
    assertThat(trail(9, 5, 1).seenBefore(2)).isTrue();
    assertThat(trail(9, 5, 1).stride()).isEqualTo(1);
  }
}
