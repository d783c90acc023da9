package studio.backprop.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import studio.backprop.kernel.Workers;

class StorageTest {
  @Test
  void threadsThatComeForTheFirstTimeTogetherGetTheSameNumbers() {
    try (Workers workers = Workers.of(4)) {
      for (int i = 0; i < 2000; i++) {
        Tensor tensor = new Tensor("t", 8, Shape.of(512), false);
        AtomicReference<float[]> first = new AtomicReference<>();
        workers.run(8, chunk -> {
          float[] numbers = tensor.values();
          first.compareAndSet(null, numbers);
          assertThat(numbers).isSameAs(first.get());
        });
      }
    }
  }
}
