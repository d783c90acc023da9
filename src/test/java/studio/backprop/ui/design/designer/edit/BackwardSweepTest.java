package studio.backprop.ui.design.designer.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import studio.backprop.network.Network;
import studio.backprop.ui.design.designer.DesignerStage;

class BackwardSweepTest {
  private static final int FIRST = 2;
  private static final int SECOND = 3;
  private static final int ADD = 4;
  private static final int LOSS = 7;

  private final Network residual = DesignerStage.residual().network();
  private final BackwardSweep sweep = new BackwardSweep(0.4);

  @Test
  void itGoesFromTheLossNodeByNode() {
    assertThat(sweep.running()).isFalse();
    sweep.begin(residual, Double.POSITIVE_INFINITY);
    assertThat(sweep.onWireInto(LOSS)).isEqualTo(1);
    sweep.advance(0.12);
    assertThat(sweep.onWireInto(LOSS)).isCloseTo(0.5, within(1e-9));
    assertThat(sweep.onWireInto(6)).isNaN();
    sweep.advance(0.18);
    assertThat(sweep.in(6)).isTrue();
    assertThat(sweep.onWireInto(LOSS)).isNaN();
    sweep.advance(0.12);
    assertThat(sweep.in(6)).isFalse();
    assertThat(sweep.onWireInto(6)).isLessThan(1);
  }

  @Test
  void aNodeWaitsForAllThatFollowIt() {
    sweep.begin(residual, Double.POSITIVE_INFINITY);
    sweep.advance(4 * 0.4 - 0.05); // into the second convolution; its way around has passed the wire already
    assertThat(sweep.in(SECOND)).isTrue();
    assertThat(sweep.in(FIRST)).isFalse();
    assertThat(sweep.onWireInto(ADD)).isNaN();
    sweep.advance(0.4);
    assertThat(sweep.in(FIRST)).isTrue();
  }

  @Test
  void itIsOverBeforeTheNextStep() {
    sweep.begin(residual, 1);
    sweep.advance(0.9 - 1e-6);
    assertThat(sweep.running()).isTrue();
    sweep.advance(0.01);
    assertThat(sweep.running()).isFalse();
    sweep.advance(1);
    assertThat(sweep.onWireInto(LOSS)).isNaN();
  }

  @Test
  void whereStepsAreQuickItGoesForwardAndBack() {
    sweep.beginBoth(residual, 1);
    assertThat(sweep.forward()).isTrue();
    assertThat(sweep.onWireInto(LOSS)).isNaN();
    sweep.advance(0.46);
    assertThat(sweep.forward()).isTrue();
    double later = sweep.onWireInto(LOSS);
    sweep.advance(0.02);
    assertThat(sweep.onWireInto(LOSS)).isGreaterThan(later);
    sweep.advance(0.2);
    assertThat(sweep.forward()).isFalse();
    assertThat(sweep.running()).isTrue();
    sweep.advance(0.4);
    assertThat(sweep.running()).isFalse();
  }
}
