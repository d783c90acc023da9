package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.shape.CubicCurve;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import studio.backprop.derivation.Subject;
import studio.backprop.observe.Snapshot;
import studio.backprop.text.Texts;
import studio.backprop.train.Cursor;
import studio.backprop.ui.design.designer.edit.Lens;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Numbers;
import studio.backprop.ui.kit.SteadyRobot;

/** A weight is chosen on the canvas and followed through a step to its update, back again, checked, and its Java read. */
@Tag("story")
class DebuggerStoryTest {
  /** Milliseconds after which two clicks are no double click, which would look inside the layer. */
  private static final int NOT_TWICE = 700;

  private final FxRobot robot = new SteadyRobot();
  private StudioWindow window;

  @BeforeEach
  void open() throws TimeoutException {
    window = StudioWindow.show(1600, 960);
    window.open(Path.of("circles"));
    robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.M);
    window.until("the chain rule is there", () -> !window.all(".factor").isEmpty());
  }

  @AfterEach
  void close() throws TimeoutException {
    window.close();
  }

  private int op() {
    return window.onScreen(() -> window.run().snapshot().flatMap(Snapshot::cursor).map(Cursor::number).orElse(0));
  }

  private void step(KeyCode key, int wanted) {
    robot.push(key);
    window.until("op " + wanted, () -> op() == wanted);
  }

  private void goTo(int op) {
    for (int next = op() + 1; next <= op; next++) {
      step(KeyCode.SPACE, next);
    }
  }

  /** The weight as the engine has it. */
  private float weight(Subject number) {
    return window.onScreen(() -> {
      Snapshot seen = window.run().snapshot().orElseThrow();
      int parameter = 0;
      while (seen.parameters().get(parameter).node() != number.node() || !seen.parameters().get(parameter).name()
          .equals(number.parameter())) {
        parameter++;
      }
      return seen.values(parameter)[number.place()];
    });
  }

  private static String written(double number, int digits) {
    return new Numbers(Texts.ENGLISH.locale()).significant(number, digits);
  }

  private List<String> said(String selector) {
    return window.onScreen(() -> robot.lookup(selector).queryAllAs(Label.class).stream().map(Label::getText).toList());
  }

  /**
   * Clicks on the wires of the first layer's weights, one after the other, until one is found to which a gradient comes: a ReLU may be
   * silent.
   */
  private Subject chooseAWeight() {
    List<CubicCurve> weights = window.onScreen(() -> robot.lookup(".unit-hit").queryAllAs(CubicCurve.class).stream()
        .filter(hit -> !hit.isMouseTransparent())
        .sorted(Comparator.comparingDouble(CubicCurve::getStartX)).toList()); // those of the first layer first
    for (CubicCurve weight : weights) {
      Point2D near = window.onScreen(() -> weight.localToScreen((weight.getStartX() + weight.getEndX()) / 2,
          (weight.getStartY() + weight.getEndY()) / 2));
      robot.moveTo(near.getX(), near.getY());
      robot.clickOn(MouseButton.PRIMARY);
      Subject chosen = window.onScreen(() -> window.run().focus().followed().chosenProperty().get().orElseThrow());
      window.until("its value is said", () -> said(".followed .strong").contains(written(weight(chosen), 4)));
      if (!said(".factor .value").isEmpty()) {
        return chosen;
      }
      robot.sleep(NOT_TWICE);
    }
    throw new AssertionError("no gradient comes to any unit");
  }

  @Test
  void aWeightIsFollowedToItsUpdateAndBack() {
    Subject chosen = chooseAWeight();
    assertThat(chosen.parameter()).isEqualTo("weight");
    float before = weight(chosen);
    goTo(9);
    window.until("the update is known", () -> said(".math-part .strong").stream()
        .anyMatch(text -> text.startsWith(written(before, 5) + " → ")));
    String promised = said(".math-part .strong").stream().filter(text -> text.contains(" → ")).findFirst().orElseThrow().split(" → ")[1];
    List<String> factors = said(".factor .value");
    assertThat(factors).hasSize(4);
    step(KeyCode.SPACE, 0);
    assertThat(written(weight(chosen), 5)).isEqualTo(promised);
    window.onScreen(() -> {
      window.find(".ops").requestFocus();
      return null;
    });
    step(KeyCode.LEFT, 9);
    assertThat(weight(chosen)).isEqualTo(before);
    window.until("the same factors again", () -> said(".factor .value").equals(factors));
    check();
    readTheJava();
    robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.M);
    window.until("the plots are back", () -> !window.find(".debugger").isVisible() && window.run().focus().followed().wayProperty().get()
        .isEmpty());
  }

  @Test
  void whereverOneHasClickedSpaceGoesOn() {
    step(KeyCode.SPACE, 1);
    robot.clickOn(window.find(".factor"));
    step(KeyCode.SPACE, 2);
    robot.clickOn(window.find(".debugger .segmented .toggle-button"));
    step(KeyCode.SPACE, 3);
    robot.clickOn(window.find(".plan .head"));
    step(KeyCode.SPACE, 4);
  }

  @Test
  void theArrowsGoThroughTheStepWhateverIsSelectedOnTheCanvas() {
    step(KeyCode.SPACE, 1);
    step(KeyCode.SPACE, 2);
    robot.clickOn(".designer-node .node-title");
    window.until("a node is selected", () -> window.document().selectedNode().isPresent());
    int selected = window.document().selectedNode().orElseThrow();
    step(KeyCode.LEFT, 1);
    assertThat(window.document().selectedNode()).contains(selected);
  }

  @Test
  void theNumbersOfAllPathsAreWholeHoweverNarrowTheirRowIs() {
    window.open(Path.of("digits-cnn"));
    window.until("there are several paths", () -> said(".ways .label").contains("="));
    while (op() < 14) {
      int before = op();
      robot.push(KeyCode.SPACE);
      window.until("it has gone on", () -> op() > before);
    }
    for (int width : new int[] {1600, 1280, 1000}) {
      window.resize(width, 720);
      assertThat(window.<Boolean>onScreen(() -> window.all(".ways > *").stream().map(Region.class::cast)
          .allMatch(word -> word.getWidth() >= word.prefWidth(-1) - 1))).isTrue();
      Label about = (Label) window.find(".debugger > .head > .mut");
      assertThat(window.<Boolean>onScreen(() -> width < 1280 || !about.getText().isEmpty()
          && about.getWidth() >= Fonts.width(about.getText(), about.getFont())))
          .as("%s is whole at %d", about.getText(), width).isTrue();
    }
    ToggleButton path = window.onScreen(() -> (ToggleButton) window.find(".ways > .toggle-button"));
    assertThat(path.getTooltip().getText()).startsWith(path.getText().substring(0, path.getText().length() - 1))
        .isNotEqualTo(path.getText());
  }

  @Test
  void theWayOverTheCanvasLeadsFromPortToPortAndItsTagsAreWhole() {
    window.resize(1280, 720);
    window.choose(Lens.ACTIVATIONS);
    window.until("the way is drawn", () -> window.all(".way-ribbon").size() == 3);
    window.until("each band leads from port to port", () -> {
      List<Point2D> ports = window.all(".port > .dot").stream().map(DebuggerStoryTest::middle).toList();
      List<Point2D> ends = window.all(".way-ribbon").stream().map(CubicCurve.class::cast)
          .flatMap(band -> Stream.of(band.localToScene(band.getStartX(), band.getStartY()),
              band.localToScene(band.getEndX(), band.getEndY()))).toList();
      return ends.size() == 6 && ends.stream().allMatch(end -> ports.stream().anyMatch(port -> port.distance(end) < 2));
    });
    for (Lens lens : List.of(Lens.STRUCTURE, Lens.ACTIVATIONS, Lens.GRADIENTS, Lens.WEIGHTS)) {
      window.choose(lens);
      window.until("there are tags", () -> window.all(".way-label").size() == 5);
      window.nextFrames();
      List<Bounds> tags = window.onScreen(() -> window.all(".way-label").stream().map(tag -> tag.localToScene(tag.getLayoutBounds()))
          .toList());
      Bounds canvas = window.onScreen(() -> window.find(".designer-canvas")
          .localToScene(window.find(".designer-canvas").getLayoutBounds()));
      Bounds bar = window.onScreen(() -> window.find(".designer-bar").localToScene(window.find(".designer-bar").getLayoutBounds()));
      assertThat(tags).as("tags in %s", lens).allMatch(canvas::contains).noneMatch(bar::intersects)
          .noneMatch(tag -> tags.stream().anyMatch(other -> other != tag && other.intersects(tag)));
    }
  }

  @Test
  void theTagsOfTheWayStayWhileTheirNumbersChange() {
    window.choose(Lens.ACTIVATIONS);
    window.until("there are tags", () -> window.all(".way-label").size() == 5);
    List<Node> before = window.onScreen(() -> List.copyOf(window.all(".way-label")));
    window.choose(Lens.WEIGHTS);
    window.nextFrames();
    List<Node> after = window.onScreen(() -> List.copyOf(window.all(".way-label")));
    assertThat(after).as("the same labels say it").hasSize(5).allMatch(before::contains);
  }

  private static Point2D middle(Node dot) {
    Bounds bounds = dot.localToScene(dot.getLayoutBounds());
    return new Point2D(bounds.getCenterX(), bounds.getCenterY());
  }

  @Test
  void aButtonBesideSlowMotionAndTheMenuOfStepsLeadIntoTheDebuggerAndOutAgain() {
    window.resize(1280, 720);
    robot.clickOn(".debugger > .head > .debugger-switch");
    window.until("it is left", () -> !window.shows(".debugger") && window.shows(".slow-bar > .debugger-switch"));
    ToggleButton beside = (ToggleButton) window.find(".slow-bar > .debugger-switch");
    assertThat(beside.isSelected()).isFalse();
    robot.clickOn(beside);
    window.until("it is open", () -> window.shows(".debugger") && beside.isSelected());
    MenuItem item = ((MenuButton) window.find("#step")).getItems().stream().filter(one -> "step-debugger".equals(one.getId())).findFirst()
        .orElseThrow();
    assertThat(((CheckMenuItem) item).isSelected()).isTrue();
    window.onScreen(() -> {
      item.fire();
      return null;
    });
    window.until("it is left again", () -> !window.shows(".debugger") && !beside.isSelected());
    assertThat(((CheckMenuItem) item).isSelected()).isFalse();
  }

  @Test
  void beforeTheFirstStepThePartsOfSlowMotionDoNotLookMeasured() {
    robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.M);
    window.open(Path.of("xor"));
    window.until("nothing is measured", () -> window.shows(".slow-track") && looksUnmeasured());
    window.playSteps(3);
    window.until("it is measured", () -> !looksUnmeasured());
  }

  private boolean looksUnmeasured() {
    return window.find(".slow-track").getPseudoClassStates().contains(PseudoClass.getPseudoClass("unmeasured"));
  }

  private void check() {
    window.press("check-difference");
    window.until("it is compared", () -> !window.all(".math-part .verdict").isEmpty());
    assertThat(window.onScreen(() -> window.find(".math-part .verdict").getStyleClass())).contains("ok");
  }

  private void readTheJava() {
    window.onScreen(() -> {
      window.find(".ops").requestFocus();
      return null;
    });
    robot.push(KeyCode.J);
    window.until("the Java is there", () -> !said(".java-lines .java").isEmpty());
    assertThat(String.join("\n", said(".java-lines .java"))).contains("void forward(").contains("void backward()");
    robot.push(KeyCode.ESCAPE);
    window.until("it is closed", () -> said(".java-lines .java").isEmpty());
  }
}
