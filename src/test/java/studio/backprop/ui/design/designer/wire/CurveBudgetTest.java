package studio.backprop.ui.design.designer.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CurveBudgetTest {
  private final CurveBudget budget = new CurveBudget();

  @Test
  void whatIsTooMuchForAFrameWaitsForTheNext() {
    assertThat(budget.take(1000)).isTrue();
    assertThat(budget.take(400)).isTrue();
    assertThat(budget.refused()).isFalse();
    assertThat(budget.take(200)).isFalse();
    assertThat(budget.refused()).isTrue();
    assertThat(budget.take(100)).isTrue();
    budget.refill();
    assertThat(budget.refused()).isFalse();
    assertThat(budget.take(200)).isTrue();
  }

  @Test
  void aWireOfManyCurvesIsMadeAllTheSame() {
    assertThat(budget.take(100_000)).isTrue();
    assertThat(budget.take(1)).isFalse();
  }
}
