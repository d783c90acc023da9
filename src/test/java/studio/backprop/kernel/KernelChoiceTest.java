package studio.backprop.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KernelChoiceTest {
  @AfterEach
  void forget() {
    System.clearProperty(KernelChoice.PROPERTY);
  }

  @Test
  void theVectorTwinIsTakenWhereJavaOffersIt() {
    try (Kernels kernels = KernelChoice.create(2)) {
      assertThat(kernels.name()).isEqualTo("vector");
      assertThat(kernels.workers().threads()).isEqualTo(2);
    }
  }

  @Test
  void thePropertyForcesATwin() {
    System.setProperty(KernelChoice.PROPERTY, "scalar");
    try (Kernels kernels = KernelChoice.create(1)) {
      assertThat(kernels.name()).isEqualTo("scalar");
    }
  }

  @Test
  void anUnknownWordIsQuoted() {
    System.setProperty(KernelChoice.PROPERTY, "gpu");
    assertThatThrownBy(() -> KernelChoice.create(1)).hasMessage("backprop.kernels must be scalar or vector, but was gpu");
  }

  @Test
  void warmingUpEndsByItself() throws InterruptedException {
    Thread thread = KernelChoice.warmUp();
    thread.join();
    assertThat(thread.isAlive()).isFalse();
  }

  @Test
  void theLoopsThatMeasureGiveAFigure() {
    Kernels kernels = new ScalarKernels(Workers.of(1));
    assertThat(Peak.multiplyAdds(kernels, 0.01)).isPositive();
    assertThat(Peak.product(kernels, 16, 0.01)).isPositive();
  }
}
