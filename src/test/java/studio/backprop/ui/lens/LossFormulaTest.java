package studio.backprop.ui.lens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import studio.backprop.op.BinaryCrossEntropyLogits;
import studio.backprop.op.Hinge;
import studio.backprop.op.Huber;
import studio.backprop.op.KlDivergence;
import studio.backprop.op.MeanAbsoluteError;
import studio.backprop.op.MeanSquaredError;
import studio.backprop.ui.kit.Numbers;

class LossFormulaTest {
  private static final Numbers DIGITS = new Numbers(Locale.ENGLISH);

  private static String cost(Class<?> kind, float p, float t) {
    return new LossFormula(kind, 1).of(p, t, DIGITS);
  }

  @Test
  void anErrorIsSquaredOrTakenAsItIs() {
    assertThat(cost(MeanSquaredError.class, -2, 1)).isEqualTo("(p − t)² = (−3)² = 9");
    assertThat(cost(MeanAbsoluteError.class, -2, 1)).isEqualTo("|p − t| = |−3| = 3");
  }

  @Test
  void huberTurnsStraightAtDelta() {
    assertThat(cost(Huber.class, 0.5f, 0)).isEqualTo("½ · (p − t)² = ½ · 0.5² = 0.125");
    assertThat(cost(Huber.class, 3, 0)).isEqualTo("δ · (|p − t| − δ ⁄ 2) = 1 · (3 − 0.5) = 2.5");
  }

  @Test
  void aHingeWantsEachAnswerOnItsSideOfTheLine() {
    assertThat(cost(Hinge.class, -0.5f, 0)).isEqualTo("max(0, 1 − t · p) = max(0, 1 − (−1) · (−0.5)) = 0.5");
    assertThat(new LossFormula(Hinge.class, 1).wanted(0)).isEqualTo(-1);
    assertThat(new LossFormula(MeanSquaredError.class, 1).wanted(0)).isZero();
  }

  @Test
  void sharesCostTheSurpriseAtWhatIsRight() {
    assertThat(new LossFormula(KlDivergence.class, 1).comparesShares()).isTrue();
    assertThat(new LossFormula(BinaryCrossEntropyLogits.class, 1).readsPast()).isTrue();
    assertThat(new LossFormula(Hinge.class, 1).comparesShares()).isFalse();
    assertThat(LossFormula.divergence(new float[] {0.5f, 0.5f}, new float[] {0, 1}, 0, 2, DIGITS)).isNull();
    assertThat(LossFormula.divergence(new float[] {0.5f, 0.5f}, new float[] {0.25f, 0.75f}, 0, 2, DIGITS)).isEqualTo("Σ t · ln(t ⁄ p) = 0.1308");
  }
}
