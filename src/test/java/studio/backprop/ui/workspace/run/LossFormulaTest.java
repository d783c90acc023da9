package studio.backprop.ui.workspace.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import studio.backprop.derivation.NumberLoss;
import studio.backprop.layer.Loss;
import studio.backprop.layer.LossRule;
import studio.backprop.ui.kit.Numbers;

class LossFormulaTest {
  private static final Numbers DIGITS = new Numbers(Locale.ENGLISH);

  private static String cost(Loss loss, float p, float t) {
    return LossFormula.ofNumber(LossRule.of(loss), p, t, DIGITS).line(DIGITS);
  }

  private static String surprise(float... p) {
    float[] right = p.length == 1 ? new float[] {1} : new float[] {0, 1};
    return LossFormula.ofShares(p, right, "t", DIGITS).line(DIGITS);
  }

  @Test
  void anErrorIsSquaredOrTakenAsItIs() {
    assertThat(cost(Loss.MSE, -2, 1)).isEqualTo("(p − t)² = (−2 − 1)² = 9");
    assertThat(cost(Loss.MAE, 2, -1)).isEqualTo("|p − t| = |2 + 1| = 3");
  }

  @Test
  void aSmallErrorCanBeSeenInTheNumbers() {
    assertThat(cost(Loss.MAE, 23.5625f, 23.5703125f)).isEqualTo("|p − t| = |23.5625 − 23.57031| = 0.007812");
    assertThat(cost(Loss.MSE, 3, 3)).isEqualTo("(p − t)² = (3 − 3)² = 0");
  }

  @Test
  void huberTurnsStraightAtDelta() {
    assertThat(cost(Loss.HUBER, 0.5f, 0)).isEqualTo("½ · (p − t)² = ½ · (0.5 − 0)² = 0.125");
    assertThat(cost(Loss.HUBER, 3, 0)).isEqualTo("δ · (|p − t| − δ ⁄ 2) = 1 · (|3 − 0| − 0.5) = 2.5");
  }

  @Test
  void aHingeWantsEachAnswerOnItsSideOfTheLine() {
    assertThat(cost(Loss.HINGE, -0.5f, 0)).isEqualTo("max(0, 1 − t · p) = max(0, 1 − 0.5) = 0.5");
    assertThat(cost(Loss.HINGE, -0.5f, 1)).isEqualTo("max(0, 1 − t · p) = max(0, 1 + 0.5) = 1.5");
    assertThat(NumberLoss.wanted(Loss.HINGE, 0)).isEqualTo(-1);
    assertThat(NumberLoss.wanted(Loss.MSE, 0)).isZero();
  }

  @Test
  void sharesCostTheSurpriseAtWhatIsRight() {
    assertThat(surprise(0.75f, 0.25f)).isEqualTo("−ln p(t) = −ln 0.25 = 1.386");
    assertThat(surprise(0.25f)).isEqualTo("−ln p(t) = −ln 0.25 = 1.386");
    assertThat(surprise(0.9921875f)).isEqualTo("−ln p(t) = −ln 0.992188 = 0.007843");
    assertThat(LossFormula.comparesShares(Loss.KL_DIVERGENCE)).isTrue();
    assertThat(LossFormula.comparesShares(Loss.HINGE)).isFalse();
  }

  @Test
  void whereSeveralClassesArePartlyRightTheirCostsAddUp() {
    LossFormula apart = LossFormula.ofShares(new float[] {0.5f, 0.5f}, new float[] {0.25f, 0.75f}, "t", DIGITS);
    assertThat(apart.numbers()).isEmpty();
    assertThat(apart.line(DIGITS)).isEqualTo("Σ t · ln(t ⁄ p) = 0.1308");
  }
}
