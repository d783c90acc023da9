package studio.backprop.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LatenessTest {
  private final Lateness lateness = new Lateness();
  private long now = TimeUnit.SECONDS.toNanos(5);

  private void frames(int count, long millis) {
    for (int i = 0; i < count; i++) {
      now += TimeUnit.MILLISECONDS.toNanos(millis);
      lateness.frame(now);
    }
  }

  private boolean lateAfter(long millis) {
    return lateness.isLate(now + TimeUnit.MILLISECONDS.toNanos(millis));
  }

  @Test
  void aFrameIsLateWhenItTakesTwiceAsLongAsUsual() {
    frames(200, 16);
    assertThat(lateAfter(30)).isFalse();
    assertThat(lateAfter(40)).isTrue();
    frames(1, 300);
    assertThat(lateAfter(20)).isFalse();
    assertThat(lateAfter(110)).as("one long frame does not change what is usual by much").isTrue();
    frames(10, 16);
    assertThat(lateAfter(60)).as("and not for long").isTrue();
  }

  @Test
  void whereAllFramesAreSlowTheyAreSoonUsual() {
    frames(200, 16);
    frames(6, 300);
    assertThat(lateAfter(300)).isFalse();
    assertThat(lateAfter(700)).isTrue();
  }

  @Test
  void whoeverDoesNotComeIsNotWaitedFor() {
    assertThat(lateAfter(100)).as("before the first frame").isFalse();
    frames(10, 16);
    assertThat(lateAfter(1500)).as("hidden, or hung").isFalse();
    lateness.rest();
    assertThat(lateAfter(100)).as("nothing moves").isFalse();
    frames(1, 900);
    assertThat(lateAfter(20)).isFalse();
  }

  @Test
  void whileAHandMovesAFrameIsLateAfterHalfOfIt() {
    frames(200, 16);
    lateness.hurry(now);
    assertThat(lateAfter(7)).isFalse();
    assertThat(lateAfter(9)).isTrue();
    frames(7, 16);
    assertThat(lateAfter(9)).as("the hand rests").isFalse();
    lateness.rest();
    lateness.hurry(now);
    assertThat(lateAfter(9)).as("nothing moves").isFalse();
  }
}
