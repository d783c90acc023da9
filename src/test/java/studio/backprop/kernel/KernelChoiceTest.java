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
  void theLoopsThatMeasureCountWhatTheyDo() {
    Kernels kernels = new ScalarKernels(Workers.of(1));
    Peak peak = new Peak(kernels);
    peak.run();
    assertThat(peak.flops()).isEqualTo(2 * kernels.multiplyAddLoop(100_000, new float[1]));
    TimedProduct product = new TimedProduct(kernels, 16, 16, 16);
    assertThat(product.plain()).isEqualTo(product.plain()).hasSize(16 * 16);
    assertThat(product.multiplyAdds()).isEqualTo(16 * 16 * 16);
  }
}
