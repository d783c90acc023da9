package studio.backprop.ui.inside.lens.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.backprop.observe.NodeTrace.OpLook;
import studio.backprop.observe.NodeTrace.Tensors;
import studio.backprop.op.Affine;
import studio.backprop.tensor.Shape;

/** What is read from a dense layer's numbers: the gradient of its output where the loss reads past it, and the column of its products. */
class DenseNumbersTest {
  private static DenseNumbers numbers(float... delta) {
    Tensors x = new Tensors("x", 1, Shape.of(2), new float[] {2, 3}, null);
    Tensors w = new Tensors("weight", 2, Shape.of(delta.length), new float[2 * delta.length], null);
    Tensors z = new Tensors("z", 1, Shape.of(delta.length), new float[delta.length], delta);
    return new DenseNumbers(new OpLook("affine", Affine.class, List.of(x), List.of(w), z, List.of()), 0);
  }

  @Test
  void behindASigmoidTheGradientOfTheOutputIsDeltaOverTheSlope() {
    float a = 0.2f; // of a binary cross-entropy: ∂L/∂a = (a − y) ⁄ (a (1 − a)), here with y = 1
    float[] found = numbers(a - 1).past(new float[] {a}, Optional.of(new float[] {a * (1 - a)}));
    assertThat(found[0]).isCloseTo(-1 / a, within(1e-5f));
  }

  @Test
  void behindASoftmaxOnlyTheLabelledClassHasAGradient() {
    float[] a = {0.7f, 0.2f, 0.1f, 1e-8f};
    float[] found = numbers(0.7f, 0.2f - 1, 0.1f, 1e-8f).past(a, Optional.empty());
    assertThat(found).containsExactly(new float[] {0, -5, 0, 0}, within(1e-5f));
  }

  @Test
  void aProbabilityThatVanishedLeavesTheOtherGradientsAsTheyAre() {
    float[] found = numbers(0.5f, -0.5f, 0).past(new float[] {0.5f, 0.5f, 0}, Optional.empty());
    assertThat(found[0]).isZero();
    assertThat(found[1]).isEqualTo(-2);
  }

  @Test
  void barsBelongToSingleTermsSoThatALargeSumLeavesThemLong() {
    float[] products = {0.4f, -0.3f, 2, 1};
    DenseLane lane = new DenseLane(false, products, null, 1, products, products, products, 0.1f, 5.5f, products, null);
    DenseColumn column = DenseColumn.of(lane, new int[] {0, 1});
    assertThat(column.rest()).isCloseTo(3, within(1e-6));
    assertThat(column.bars()).isCloseTo(0.4, within(1e-6));
    assertThat(column.largest()).isEqualTo(5.5);
  }
}
