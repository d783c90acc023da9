package studio.backprop.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RingTest {
  private static final int WIDTH = 3;

  private final Ring ring = new Ring(WIDTH);
  private final List<Double> read = new ArrayList<>();
  private double next;

  @Test
  void rowsComeOnceAndInOrderAroundTheEndOfTheRing() {
    for (int round = 0; round < 40; round++) {
      write(1000);
      drain();
    }
    assertThat(read).hasSize(40_000);
    for (int i = 0; i < read.size(); i++) {
      assertThat(read.get(i)).isEqualTo(i);
    }
  }

  @Test
  void whereNobodyReadsTheWriterFindsNoPlace() {
    while (ring.place() >= 0) {
      write(1);
    }
    int kept = (int) next;
    drain();
    assertThat(read).hasSize(kept);
    assertThat(ring.place()).isNotNegative();
  }

  private void write(int rows) {
    for (int i = 0; i < rows; i++) {
      ring.rows()[ring.place()] = next++;
      ring.commit();
    }
  }

  private void drain() {
    ring.drain((rows, at, width, count) -> {
      assertThat(width).isEqualTo(WIDTH);
      for (int row = 0; row < count; row++) {
        read.add(rows[at + row * width]);
      }
    });
  }
}
