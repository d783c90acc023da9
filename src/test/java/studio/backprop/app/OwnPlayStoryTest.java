package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.SteadyRobot;

/** A person plays in the place of an agent: before a class, too, the arrow keys are those of the game. */
@Tag("story")
class OwnPlayStoryTest {
  private final FxRobot person = new SteadyRobot();
  private StudioWindow window;

  @AfterEach
  void close() throws TimeoutException {
    window.close();
  }

  private void present(String sample) throws TimeoutException {
    window = StudioWindow.show(1600, 960);
    window.open(Path.of(sample));
    window.playSteps(3);
    window.until("the world", () -> window.shows("#play-own"));
    window.press("play-own");
    person.push(KeyCode.F5);
    window.until("presenting", () -> window.shows(".presenter"));
    window.nextFrames();
  }

  private long step() {
    return window.onScreen(() -> window.run().snapshot().orElseThrow().step());
  }

  private List<String> said() {
    return window.onScreen(() -> window.all(".presenter .focusable").stream().filter(Painting.class::isInstance).filter(Sight::of)
        .map(Node::getAccessibleText).toList());
  }

  private Optional<String> keyOfStep() {
    return window.onScreen(() -> window.all("#next .key").stream().filter(Node::isVisible).map(key -> ((Labeled) key).getText())
        .findFirst());
  }

  @Test
  void beforeAClassTheArrowKeysWalkOnTheCliff() throws TimeoutException {
    present("cliff");
    assertThat(keyOfStep()).isEmpty();
    person.push(KeyCode.UP);
    assertThat(said()).contains("step 1 · return −1");
    person.push(KeyCode.RIGHT);
    assertThat(said()).contains("step 2 · return −2");
    person.push(KeyCode.DOWN);
    assertThat(said()).contains("Fell: −100, back to S · step 3 · return −102");
    person.push(KeyCode.LEFT);
    assertThat(said()).contains("step 4 · return −103");
    assertThat(step()).isEqualTo(3);
    window.press("play-own");
    window.nextFrames();
    assertThat(keyOfStep()).hasValue("→");
    person.push(KeyCode.RIGHT);
    window.until("a step of training", () -> step() == 4);
  }

  @Test
  void beforeAClassTheArrowKeysPushTheCart() throws TimeoutException {
    present("cartpole-dqn");
    person.push(KeyCode.RIGHT);
    window.until("the pole falls", () -> said().stream().anyMatch(text -> text != null && text.endsWith("an arrow key starts again")));
    assertThat(step()).isEqualTo(3);
  }

  /** What is seen in the place of the agent is one of three. */
  @Test
  void whoPlaysSeesNoCurveMeanwhile() throws TimeoutException {
    window = StudioWindow.show(1600, 960);
    window.open(Path.of("cliff"));
    window.playSteps(3);
    window.until("the world", () -> window.shows("#play-own"));
    window.press("along-episode");
    window.press("play-own");
    assertThat(isOn("#along-episode")).isFalse();
    window.press("along-episode");
    assertThat(isOn("#play-own")).isFalse();
  }

  private boolean isOn(String selector) {
    return window.onScreen(() -> ((ToggleButton) window.find(selector)).isSelected());
  }
}
