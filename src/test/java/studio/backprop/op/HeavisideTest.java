package studio.backprop.op;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import studio.backprop.kernel.ScalarKernels;
import studio.backprop.kernel.Workers;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/** PyTorch's heaviside has no gradient: what the step is defined to be. */
class HeavisideTest {
  @Test
  void itIsOneAboveZeroAndSendsNothingBack() {
    TestBuilder builder = new TestBuilder(new ScalarKernels(Workers.of(1)), 1, 1);
    Tensor x = builder.input(Shape.of(8), 1);
    x.set(-1e9f, -1, -Float.MIN_VALUE, -0f, 0, Float.MIN_VALUE, 1, Float.POSITIVE_INFINITY);
    Tensor y = builder.add(new Heaviside(builder, "y", x));
    builder.forward(Mode.TRAIN);
    assertThat(y.values()).containsExactly(0, 0, 0, 0, 0, 1, 1, 1);
    builder.backward(y, new float[] {1, -2, 3, 4, 5, 6, 7, 8});
    assertThat(x.grads()).containsOnly(0);
    x.set(Float.NaN, 1, 1, 1, 1, 1, 1, 1);
    builder.forward(Mode.TRAIN);
    assertThat(y.values()[0]).as("what is no number must be seen").isNaN();
  }
}
