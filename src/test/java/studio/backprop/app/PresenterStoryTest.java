package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.shape.Circle;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.lesson.read.ReadLesson;
import studio.backprop.text.Texts;
import studio.backprop.ui.design.designer.edit.Lens;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.SteadyRobot;
import studio.backprop.ui.learn.lesson.AnswerKeeper;

/** A teacher presents: everything can be read and is named with its key, the network has the room, and the pen draws on the network. */
@Tag("story")
class PresenterStoryTest {
  private final FxRobot person = new SteadyRobot();
  private StudioWindow window;

  private void present(double width, double height, String sample) throws TimeoutException {
    window = StudioWindow.show(width, height);
    window.open(Path.of(sample));
    window.choose(Lens.ACTIVATIONS);
    window.playSteps(3);
    person.push(KeyCode.F5);
    window.until("presenting", () -> window.shows(".presenter"));
    window.nextFrames();
  }

  @AfterEach
  void close() throws TimeoutException {
    window.close();
  }

  @Test
  void aPageThatIsOpenIsPresentedAndStandsInItsPlaceAgain() throws TimeoutException {
    window = StudioWindow.show(1600, 960);
    window.open(Path.of("breast-cancer"));
    window.playSteps(30);
    window.command("command.metrics");
    window.until("the figures", () -> window.shows(".metrics .figure"));
    person.push(KeyCode.F5);
    window.until("the page before the class", () -> window.shows(".presenter .metrics .figure"));
    person.push(KeyCode.V);
    window.until("the output", () -> !window.shows(".presenter .metrics") && window.shows(".presenter"));
    person.push(KeyCode.ESCAPE);
    window.until("the page in its place", () -> !window.shows(".presenter") && window.shows(".metrics .figure"));
    person.push(KeyCode.ESCAPE);
    window.until("the canvas", () -> !window.shows(".metrics"));
    person.push(KeyCode.F5);
    window.until("the network before the class", () -> window.shows(".presenter .designer"));
  }

  @Test
  void inANarrowWindowEveryViewAndToolIsNamedWithItsKeyAndNothingIsCut() throws TimeoutException {
    present(1280, 720, "digits-cnn");
    for (Texts texts : Texts.all()) {
      window.speak(texts);
      window.nextFrames();
      assertThat(window.<List<String>>onScreen(() -> window.all(".controls .key").stream().filter(Sight::of)
          .map(key -> ((Labeled) key).getText()).toList()))
          .containsExactlyInAnyOrder("Space", "→", "Z", "S", "D", "P", "Esc");
      assertThat(window.all(".views .word")).hasSize(5).allMatch(Node::isVisible);
      assertThat(window.faults()).isEmpty();
      Bounds page = place(".presenter");
      assertThat(window.<Boolean>onScreen(() -> window.all(".presenter .word").stream().filter(Sight::of).map(PresenterStoryTest::bounds)
          .allMatch(page::contains))).isTrue();
    }
  }

  @Test
  void theNetworkStandsInTheMiddleOfItsRoomAndIsFittedAgainWhenACaptionComes() throws TimeoutException {
    present(1600, 960, "circles");
    assertThat(window.shows(".side-column")).isTrue();
    assertThat(window.shows(".side-column .figures")).isTrue();
    checkTheMiddle();
    person.push(KeyCode.RIGHT);
    window.until("the sentence of the step", () -> window.shows(".caption") && ((Labeled) window.find(".caption .label")).getText()
        .startsWith("Step 4:"));
    checkTheMiddle();
    assertThat(place(".caption").intersects(nodes())).as("the caption covers no node").isFalse();
    size(1280, 720);
    window.until("no side column", () -> !window.shows(".side-column"));
    checkTheMiddle();
    person.push(KeyCode.ESCAPE);
    window.until("the output is back", () -> window.shows(".output"));
  }

  private void size(double width, double height) {
    window.onScreen(() -> {
      Window stage = window.find(".presenter").getScene().getWindow();
      stage.setWidth(width);
      stage.setHeight(height);
      return null;
    });
    window.nextFrames();
  }

  private void checkTheMiddle() {
    window.nextFrames();
    Bounds stage = window.onScreen(() -> bounds(window.find(".presenter .stage")));
    Bounds nodes = nodes();
    assertThat(stage.contains(nodes)).isTrue();
    assertThat(nodes.getCenterX()).isBetween(stage.getCenterX() - 3, stage.getCenterX() + 3);
    assertThat(nodes.getCenterY()).isBetween(stage.getCenterY() - 40, stage.getCenterY() + 40);
    assertThat(Math.max(nodes.getHeight() / stage.getHeight(), nodes.getWidth() / stage.getWidth())).isGreaterThan(0.8);
  }

  private Bounds nodes() {
    return window.onScreen(() -> window.all(".designer-node").stream().map(PresenterStoryTest::bounds).reduce(PresenterStoryTest::union)
        .orElseThrow());
  }

  private static Bounds union(Bounds a, Bounds b) {
    double x = Math.min(a.getMinX(), b.getMinX());
    double y = Math.min(a.getMinY(), b.getMinY());
    return new javafx.geometry.BoundingBox(x, y, Math.max(a.getMaxX(), b.getMaxX()) - x, Math.max(a.getMaxY(), b.getMaxY()) - y);
  }

  private static Bounds bounds(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  private Bounds place(String selector) {
    return window.onScreen(() -> bounds(window.find(selector)));
  }

  @Test
  void theSlidersOfAWeightFollowWhileALessonIsPresentedAndAfterwards() throws TimeoutException {
    LessonFolder folder = LessonFolder.bundled("first-neuron");
    window = StudioWindow.showLesson(1280, 720,
        new LessonStart(folder, ReadLesson.of(folder, List.of()).lessons(), 0, AnswerKeeper.NONE));
    window.until("a slider", () -> window.shows("#weight-w"));
    for (double weight : new double[] {0.5, -1, 1.5}) { // before, while and after it is presented
      String before = lossSaid();
      window.onScreen(() -> {
        ((Slider) window.all("#weight-w").iterator().next()).setValue(weight);
        return null;
      });
      window.until("the loss at " + weight, () -> !lossSaid().equals(before));
      person.push(KeyCode.F5);
      window.nextFrames();
    }
  }

  private String lossSaid() {
    return window.onScreen(() -> ((Labeled) window.all("#weights-loss").iterator().next()).getText());
  }

  @Test
  void whatThePenDrawsStaysOnTheNetworkAndACircleIsRound() throws TimeoutException {
    present(1280, 720, "circles");
    person.push(KeyCode.D);
    Bounds node = place(".designer-node");
    Point2D middle = window.onScreen(() -> window.find(".designer-node").localToScreen(60, 60));
    person.press(KeyCode.SHIFT);
    person.moveTo(middle).press(MouseButton.PRIMARY).moveBy(30, 40).release(MouseButton.PRIMARY);
    person.release(KeyCode.SHIFT);
    Circle circle = (Circle) window.onScreen(() -> ((Group) window.find(".pen").lookup("Group")).getChildren().get(0));
    Point2D before = seenIn(circle, place(".designer-node"));
    double width = window.onScreen(() -> bounds(circle).getWidth());
    assertThat(window.<Double>onScreen(() -> bounds(circle).getHeight())).isEqualTo(width, org.assertj.core.data.Offset.offset(0.01));
    size(1340, 860);
    Bounds after = place(".designer-node");
    assertThat(after.getWidth()).isNotEqualTo(node.getWidth());
    assertThat(seenIn(circle, after).distance(before)).isLessThan(0.02);
    assertThat(window.<Double>onScreen(() -> bounds(circle).getWidth()) / width)
        .isEqualTo(after.getWidth() / node.getWidth(), org.assertj.core.data.Offset.offset(0.02));
    person.push(KeyCode.ESCAPE);
    assertThat(window.shows(".presenter")).as("Escape puts the pen away first").isTrue();
    person.push(KeyCode.ESCAPE);
    window.until("over", () -> !window.shows(".presenter"));
  }

  /** Where the middle of a stroke is from the corner of a node, in widths of it: nodes may become lower. */
  private Point2D seenIn(Node stroke, Bounds node) {
    Bounds at = window.onScreen(() -> bounds(stroke));
    return new Point2D((at.getCenterX() - node.getMinX()) / node.getWidth(), (at.getCenterY() - node.getMinY()) / node.getWidth());
  }
}
