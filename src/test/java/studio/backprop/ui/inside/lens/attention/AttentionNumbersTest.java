package studio.backprop.ui.inside.lens.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.backprop.observe.NodeTrace.OpLook;
import studio.backprop.observe.NodeTrace.Tensors;
import studio.backprop.op.ScaledDotProductAttention;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.inside.lens.attention.AttentionNumbers.Row;
import studio.backprop.ui.inside.lens.attention.AttentionNumbers.Term;
import studio.backprop.ui.inside.lens.attention.AttentionPicture.Written;

class AttentionNumbersTest {
  /** One head of four features over three steps: products 2, 4, 0 in the last row are scores 1, 2, 0. */
  private static final float[] PRODUCTS = {1, 9, 9, 1, 3, 9, 2, 4, 0};

  private static AttentionNumbers causal() {
    float[] weights = {1, 0, 0, share(0, 0.5, 1.5), share(1, 0.5, 1.5), 0, share(0, 1, 2, 0), share(1, 1, 2, 0), share(2, 1, 2, 0)};
    Tensors scores = new Tensors("scores", 1, Shape.of(1, 3, 3), PRODUCTS, new float[] {0, 0, 0, 0, 0, 0, 1, 2, 3});
    Tensors shares = new Tensors("weights", 1, Shape.of(1, 3, 3), weights, null);
    Tensors out = new Tensors("heads", 1, Shape.of(3, 4), new float[12], null);
    return AttentionNumbers.of(new OpLook("attend", ScaledDotProductAttention.class, List.of(), List.of(), out, List.of(scores, shares),
        List.of(), false), true).orElseThrow();
  }

  private static float share(int place, double... scores) {
    double sum = 0;
    for (double score : scores) {
      sum += Math.exp(score);
    }
    return (float) (Math.exp(scores[place]) / sum);
  }

  @Test
  void theFirstRowThatIsExplainedIsTheLastOneBeforeThePadding() {
    List<Written> judged = List.of(new Written("a", 0.4, "b"), new Written("c", 0.5, "c"), new Written("c", 0.6, ""),
        new Written("c", 0.7, ""));
    assertThat(Written.lastJudged(judged, 4)).isEqualTo(1);
    assertThat(Written.lastJudged(judged.subList(2, 4), 2)).as("nothing is judged").isEqualTo(1);
    assertThat(Written.lastJudged(List.of(), 8)).as("nothing is written").isEqualTo(7);
  }

  @Test
  void eachWeightIsThePowerDividedByTheirSum() {
    Row row = causal().row(0, 2, 3);
    for (Term term : row.terms()) {
      assertEquals(term.power() / row.sum(), term.weight(), 1e-6);
    }
    assertEquals(1, row.terms().stream().mapToDouble(Term::weight).sum(), 1e-6);
  }

  @Test
  void theLargestComeFirstAndTheOthersAreSummed() {
    Row row = causal().row(0, 2, 1);
    assertEquals(1, row.terms().get(0).key());
    assertEquals(2, row.others());
    assertEquals(1, row.terms().get(0).weight() + row.otherWeight(), 1e-6);
  }

  @Test
  void laterStepsAreHiddenWhereOnlyEarlierOnesMayBeSeen() {
    assertTrue(causal().hides(0, 1));
    assertFalse(causal().hides(1, 1));
    assertEquals(2, causal().row(0, 1, 3).terms().size());
  }

  @Test
  void theGradientOfAScoreIsThatOfItsProductTimesTheRoot() {
    assertEquals(6, causal().gradients()[8], 1e-6);
  }
}
