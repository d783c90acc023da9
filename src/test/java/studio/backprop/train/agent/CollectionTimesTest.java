package studio.backprop.train.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import studio.backprop.train.agent.CollectionTimes.Part;

/** What acting takes, by a clock that is moved by hand. */
class CollectionTimesTest {
  private long now;
  private final CollectionTimes clock = new CollectionTimes(() -> now);

  private void took(Part part, long nanoseconds) {
    now += nanoseconds;
    clock.took(part);
  }

  @Test
  void eachPartIsSharedByTheUpdatesOfARound() {
    now = 5;
    for (int step = 0; step < 2; step++) {
      clock.start();
      took(Part.ACT, 60);
      took(Part.ENVIRONMENT, 20);
      took(Part.REMEMBER, 8);
      now += 1000; // something else
    }
    clock.endRound(4);
    assertThat(clock.nanos(Part.ACT)).isEqualTo(30);
    assertThat(clock.nanos(Part.ENVIRONMENT)).isEqualTo(10);
    assertThat(clock.nanos(Part.REMEMBER)).isEqualTo(4);
    assertThat(clock.sinceLast()).isEqualTo(2 * 88);
    assertThat(clock.sinceLast()).as("asked before").isZero();
  }

  @Test
  void laterRoundsMoveTheMean() {
    clock.start();
    took(Part.ACT, 100);
    clock.endRound(1);
    clock.start();
    took(Part.ACT, 200);
    clock.endRound(1);
    assertThat(clock.nanos(Part.ACT)).isEqualTo(120);
  }
}
