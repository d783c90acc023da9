package studio.backprop.ui.design.designer;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import studio.backprop.ui.kit.ManualPulse;

/** What counts as a double click. */
class ClicksTest {
  private final ManualPulse pulse = new ManualPulse();
  private final Clicks clicks = new Clicks(pulse);

  @Test
  void theSecondPressByTheClockIsASecondOne() {
    assertThat(press(10, 1)).isFalse();
    assertThat(press(10, 2)).isTrue();
  }

  @Test
  void twoPressesThatWaitedForOneSlowFrameAreADoubleClickWhateverTheClockSays() {
    assertThat(press(10, 1)).isFalse();
    pulse.tick();
    assertThat(press(11, 1)).isTrue();
  }

  @Test
  void aPressAfterThreeFramesOrAtAnotherSpotBeginsAnew() {
    press(10, 1);
    pulse.tick();
    pulse.tick();
    pulse.tick();
    assertThat(press(10, 1)).isFalse();
    assertThat(press(40, 1)).isFalse();
  }

  @Test
  void aThirdPressIsNotASecondOneAgain() {
    press(10, 1);
    press(10, 1);
    assertThat(press(10, 1)).isFalse();
    press(10, 2);
    assertThat(press(10, 3)).isFalse();
  }

  @Test
  void aDragIsNoClick() {
    press(10, 1);
    clicks.forget();
    assertThat(press(10, 1)).isFalse();
  }

  private boolean press(double x, int count) {
    return clicks.isSecond(new MouseEvent(
        MouseEvent.MOUSE_PRESSED, x, 10, x, 10, MouseButton.PRIMARY, count, false, false, false, false, true, false, false, false, false,
        true, null));
  }
}
