package studio.backprop.train.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** One number keeps how an action was chosen and whether it ended its episode; an earlier version kept 0 or 1 there. */
class KeptSelectionTest {
  @Test
  void whatIsKeptComesBack() {
    for (ActionSelection selection : ActionSelection.values()) {
      for (boolean terminated : new boolean[] {false, true}) {
        int kept = selection.kept(terminated);
        assertThat(ActionSelection.of(kept)).isEqualTo(selection);
        assertThat(ActionSelection.terminated(kept)).isEqualTo(terminated);
      }
    }
  }

  @Test
  void ofAnEarlierVersionItIsNotKnown() {
    assertThat(ActionSelection.of(0)).isEqualTo(ActionSelection.UNKNOWN);
    assertThat(ActionSelection.terminated(0)).isFalse();
    assertThat(ActionSelection.of(1)).isEqualTo(ActionSelection.UNKNOWN);
    assertThat(ActionSelection.terminated(1)).isTrue();
    assertThat(ActionSelection.UNKNOWN.title()).isEmpty();
  }
}
