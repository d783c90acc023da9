package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import studio.backprop.layer.Dense;
import studio.backprop.network.Node;
import studio.backprop.run.Status;
import studio.backprop.train.record.EpochRecord;
import studio.backprop.ui.kit.SteadyRobot;

/** The first five minutes of the README, with the mouse in a real window; drawing a network is the story of {@link MouseStory}. */
@Tag("display")
class DisplayFiveMinutesTest {
  private final FxRobot mouse = new SteadyRobot();
  private StudioWindow window;

  @BeforeEach
  void open() throws TimeoutException {
    window = StudioWindow.showStart(1600, 900);
  }

  @AfterEach
  void close() throws TimeoutException {
    window.close();
  }

  @Test
  void eachSentenceOfTheFirstFiveMinutesComesTrue() {
    play();
    watch();
    goBack();
    breakIt();
    slowDown();
  }

  private void play() {
    double first = Double.parseDouble(loss());
    mouse.clickOn("#learn");
    window.until("a loss that falls", () -> Double.parseDouble(loss()) < first / 2);
  }

  private String loss() {
    return window.onScreen(() -> ((Labeled) window.find("#neuron-loss")).getText());
  }

  private void watch() {
    window.opening(() -> mouse.interact(() -> ((ButtonBase) window.find("#sample-circles")).fire()));
    window.until("the tour", () -> window.find(".tour-card").isVisible());
    mouse.clickOn("#tour-skip");
    window.until("no tour", () -> !window.find(".tour-card").getParent().isVisible());
    mouse.clickOn("#play");
    window.until("trained", () -> window.state() == Status.State.FINISHED);
    assertThat(accuracy()).as("a disc is separated from the ring around it").isGreaterThan(0.95);
    mouse.clickOn("Gradients");
    window.nextFrames();
  }

  private void goBack() {
    double better = accuracy();
    mouse.clickOn("#reset > .label");
    window.until("the same initial weights", () -> window.run().snapshot().orElseThrow().step() == 0);
    assertThat(window.onScreen(() -> window.run().earlier().size())).as("the earlier run stays in the background").isEqualTo(1);
    mouse.clickOn(mouse.from(window.find("#rate")).lookup(".text-field").<javafx.scene.Node>query())
        .push(KeyCode.SHORTCUT, KeyCode.A).write("0.001").type(KeyCode.ENTER);
    window.until("the rate", () -> window.document().project().training().rate() == 0.001);
    mouse.push(KeyCode.SPACE);
    window.until("playing", () -> window.state() == Status.State.PLAYING || window.run().snapshot().orElseThrow().step() > 0);
    window.until("trained again", () -> window.state() == Status.State.FINISHED);
    assertThat(accuracy()).as("ten epochs are now too few").isLessThan(better);
  }

  private void breakIt() {
    Node dense = window.document().network().nodes().stream().filter(node -> node.layer() instanceof Dense).findFirst().orElseThrow();
    mouse.clickOn(dense.name());
    window.until("selected", () -> window.document().selection().contains(dense.id()));
    mouse.clickOn(mouse.from(window.find("#setting-units")).lookup(".text-field").<javafx.scene.Node>query())
        .push(KeyCode.SHORTCUT, KeyCode.A).write("2").type(KeyCode.ENTER);
    window.until("two units", () -> ((Dense) window.document().network().node(dense.id()).layer()).units() == 2);
    mouse.clickOn("#play");
    window.until("trained with two units", () -> window.state() == Status.State.FINISHED && !window.run().history().epochs().isEmpty());
    assertThat(accuracy()).as("two units draw no ring").isLessThan(0.95);
  }

  private void slowDown() {
    mouse.clickOn("#reset > .label");
    window.until("at the start", () -> window.run().snapshot().orElseThrow().step() == 0);
    mouse.clickOn("#step > .label");
    window.until("one batch", () -> window.run().snapshot().orElseThrow().step() == 1);
  }

  private double accuracy() {
    return window.onScreen(() -> window.run().history().epochs().stream().map(EpochRecord::validation)
        .reduce((a, b) -> b).orElseThrow().accuracy());
  }
}
