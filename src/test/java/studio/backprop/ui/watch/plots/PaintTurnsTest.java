package studio.backprop.ui.watch.plots;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.backprop.ui.kit.ManualPulse;

class PaintTurnsTest {
  private boolean seen = true;
  private boolean open = true;
  private final ManualPulse pulse = new ManualPulse();
  private final PaintTurns turns = new PaintTurns(pulse, () -> open);
  private final List<String> painted = new ArrayList<>();

  private PaintTurns.Turn picture(String name) {
    return turns.take(() -> seen, () -> painted.add(name));
  }

  private void beat(int frames) {
    for (int i = 0; i < frames; i++) {
      pulse.tick();
    }
  }

  @Test
  void noFramePaintsMoreThanTwoPictures() {
    for (int i = 0; i < 8; i++) {
      picture("" + i);
    }
    for (int frame = 1; frame <= 4; frame++) {
      pulse.tick();
      assertThat(painted).hasSize(2 * frame);
    }
  }

  @Test
  void aFrameThatIsNotOpenPaintsNothing() {
    picture("loss");
    open = false;
    beat(10);
    assertThat(painted).isEmpty();
  }

  @Test
  void aPictureThatAsksInEveryFrameIsPaintedInEverySecond() {
    PaintTurns.Turn loss = picture("loss");
    for (int frame = 0; frame < 60; frame++) {
      loss.ask();
      pulse.tick();
    }
    assertThat(painted).hasSize(30);
  }

  @Test
  void theLastNewsIsPaintedThoughNothingFollows() {
    PaintTurns.Turn loss = picture("loss");
    beat(6);
    loss.ask();
    beat(20);
    assertThat(painted).hasSize(2);
  }

  @Test
  void whatNobodySeesIsPaintedWhenItComesIntoSight() {
    seen = false;
    picture("loss");
    beat(10);
    assertThat(painted).isEmpty();
    seen = true;
    beat(5);
    assertThat(painted).containsExactly("loss");
  }

  @Test
  void nothingIsPaintedAfterClosing() {
    picture("loss");
    turns.close();
    beat(10);
    assertThat(painted).isEmpty();
    assertThat(pulse.subscribers()).isZero();
  }
}
