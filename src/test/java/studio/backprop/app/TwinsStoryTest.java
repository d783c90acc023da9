package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import studio.backprop.ui.kit.SteadyRobot;

/** Which learning rate is best for the circles? Asked, answered and kept with a handful of keys. */
@Tag("story")
class TwinsStoryTest {
  private final FxRobot robot = new SteadyRobot();
  private StudioWindow window;

  @BeforeEach
  void open() throws TimeoutException {
    window = StudioWindow.show(1600, 960);
    window.open(Path.of("circles"));
  }

  @AfterEach
  void close() throws TimeoutException {
    window.close();
  }

  private String said(String selector) {
    return window.onScreen(() -> ((Label) window.find(selector)).getText());
  }

  private double rate() {
    return window.document().project().training().rate();
  }

  @Test
  void fourLearningRatesAreComparedAndTheBestIsKept() {
    double drawn = rate();
    robot.push(KeyCode.SHORTCUT, KeyCode.D);
    window.until("the lanes stand at the start", () -> window.shows("#keep-3") && !window.find("#twins-play").isDisabled());
    robot.push(KeyCode.SPACE);
    window.until("they have run to the end", () -> said("#twins-place").equals("Epoch 10 / 10"));
    assertThat(said("#verdict")).startsWith("Best so far: C, Learning rate 0.12");
    window.press("keep-2");
    window.until("it is the project", () -> rate() == 0.12);
    assertThat(window.shows(".twins")).isFalse();
    window.until("with all it has learned", () -> window.run().history().epochs().size() == 10 && window.run().history().lastStep() == 190);
    robot.push(KeyCode.SHORTCUT, KeyCode.Z);
    window.until("taken back", () -> rate() == drawn && window.run().history().isEmpty());
  }

  @Test
  void aSecondDifferenceIsRefusedUntilItIsAllowed() {
    robot.push(KeyCode.SHORTCUT, KeyCode.D);
    window.until("the lanes stand at the start", () -> window.shows("#edit-3") && !window.find("#twins-play").isDisabled());
    window.press("edit-3");
    window.until("the form is there", () -> window.shows(".variant-form .combo-box"));
    robot.clickOn(window.find(".variant-form .combo-box")).push(KeyCode.HOME).push(KeyCode.ENTER);
    window.until("it is refused", () -> window.shows("#refusal"));
    assertThat(said("#refusal .label")).contains("Learning rate · Optimizer");
    window.press("allow-both");
    window.until("it is no fair test", () -> window.shows(".said .warn"));
    assertThat(said("#refusal .label")).isNotEmpty();
    robot.push(KeyCode.ESCAPE);
    window.until("the form is closed", () -> !window.shows(".variant-form"));
    robot.push(KeyCode.ESCAPE);
    window.until("the network is back", () -> !window.shows(".twins"));
  }

  @Test
  void keysWalkInAListAndOnlyWhereTheyEndIsChosen() {
    robot.push(KeyCode.SHORTCUT, KeyCode.D);
    window.until("the lanes stand at the start", () -> window.shows("#edit-3") && !window.find("#twins-play").isDisabled());
    window.press("edit-3");
    window.until("the form is there", () -> window.shows(".variant-form .combo-box"));
    robot.clickOn(window.find(".variant-form .combo-box")).push(KeyCode.UP).push(KeyCode.UP).push(KeyCode.UP);
    assertThat(window.shows("#refusal")).as("nothing is chosen yet").isFalse();
    robot.push(KeyCode.ESCAPE);
    window.nextFrames();
    assertThat(window.shows("#refusal")).as("nothing was chosen").isFalse();
    robot.clickOn(window.find(".variant-form .combo-box")).push(KeyCode.UP).push(KeyCode.UP).push(KeyCode.ENTER);
    window.until("it is refused", () -> window.shows("#refusal"));
  }
}
