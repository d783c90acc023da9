package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import studio.backprop.project.DecisionThreshold.Rule;
import studio.backprop.ui.kit.SteadyRobot;

/** The page of metrics is opened by its key, follows the threshold and the part, and can be read in both languages and sizes. */
@Tag("story")
class MetricsStoryTest {
  private final FxRobot robot = new SteadyRobot();
  private StudioWindow window;

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  private void open(double width, double height, String sample) throws Exception {
    window = StudioWindow.show(width, height);
    trained(sample);
  }

  private void trained(String sample) {
    window.open(Path.of(sample));
    window.playSteps(60);
    window.command("command.metrics");
    evaluated();
  }

  /** All figures have their intervals. */
  private void evaluated() {
    window.until("the figures and their intervals",
        () -> !figures().isEmpty() && figures().size() > 4 && texts(".figure-cell .note").stream().noneMatch(text -> text.contains("…")));
  }

  private List<String> figures() {
    return texts(".figure");
  }

  private List<String> texts(String selector) {
    return window.all(selector).stream().map(node -> ((Label) node).getText()).toList();
  }

  @Test
  void theErrorBelowTheCalibrationIsThatOfTheBinsThatAreDrawn() throws Exception {
    open(1600, 960, "breast-cancer");
    String before = calibrationError();
    window.onScreen(() -> {
      window.all(".metrics .toggle-button").stream().map(node -> (ToggleButton) node)
          .filter(button -> button.getText().equals("equal count")).findFirst().orElseThrow().fire();
      return null;
    });
    window.nextFrames();
    assertThat(calibrationError()).isNotEqualTo(before);
  }

  private String calibrationError() {
    return window.onScreen(() -> texts(".metrics .label").stream().filter(text -> text.startsWith("ECE ")).findFirst().orElseThrow());
  }

  @Test
  void theThresholdAndThePartChangeTheFigures() throws Exception {
    open(1600, 960, "breast-cancer");
    List<String> before = texts(".figure-cell .note");
    window.onScreen(() -> {
      window.find(".score-histogram").requestFocus();
      return null;
    });
    for (int i = 0; i < 45; i++) {
      robot.push(KeyCode.LEFT);
    }
    evaluated();
    assertThat(texts(".figure-cell .note")).isNotEqualTo(before).anyMatch(text -> text.startsWith("at 0.5: "));
    robot.push(KeyCode.HOME);
    evaluated();
    assertThat(texts(".figure-cell .note")).isEqualTo(before);
    assertThat(window.shows("#total-cost")).as("costs were not asked for").isFalse();
    window.onScreen(() -> {
      window.all("#threshold-rule .toggle-button").stream().map(node -> (ToggleButton) node)
          .filter(button -> button.getText().equals("costs")).findFirst().orElseThrow().fire();
      return null;
    });
    assertThat(((Label) window.find("#total-cost")).getText()).startsWith("Total cost ");
    robot.push(KeyCode.HOME);
    evaluated();
    window.onScreen(() -> {
      window.all(".metrics .segmented .toggle-button").stream().map(node -> (ToggleButton) node)
          .filter(button -> button.getText().startsWith("Test")).findFirst().orElseThrow().fire();
      return null;
    });
    window.until("the test part", () -> window.run().files().testViewsProperty().get().of("breast-cancer") == 1);
    evaluated();
    assertThat(texts(".figure-cell .note")).as("of the test part").isNotEqualTo(before);
    robot.push(KeyCode.ESCAPE);
    window.until("back at the network", () -> !window.find(".metrics").isVisible());
  }

  @Test
  void fromACellToItsExamplesAndBackAndOutFromTheBarAbove() throws Exception {
    open(1600, 960, "breast-cancer");
    Bounds matrix = window.onScreen(() -> window.find(".matrix-view").localToScreen(window.find(".matrix-view").getBoundsInLocal()));
    robot.clickOn(matrix.getMaxX() - 12, matrix.getMaxY() - 12);
    window.until("the examples of the cell", () -> window.shows(".examples") && !window.find(".metrics").isVisible());
    robot.push(KeyCode.ESCAPE);
    window.until("the page of metrics again", () -> window.find(".metrics").isVisible() && !window.shows(".examples"));
    window.onScreen(() -> {
      window.find("#language").requestFocus();
      return null;
    });
    robot.push(KeyCode.ESCAPE);
    window.until("back at the network", () -> !window.find(".metrics").isVisible());
  }

  @Test
  void aChosenThresholdIsShownWithFourDigitsAndKeepsAllOfThem() throws Exception {
    open(1600, 960, "breast-cancer");
    window.onScreen(() -> {
      window.all("#threshold-rule .toggle-button").stream().map(node -> (ToggleButton) node)
          .filter(button -> button.getText().equals("max F1")).findFirst().orElseThrow().fire();
      return null;
    });
    window.until("a threshold of the validation part", () -> window.document().project().threshold().rule() == Rule.MAX_F1);
    double chosen = window.document().project().threshold().value();
    TextField field = (TextField) window.find(".threshold-pane .number-field .text-field");
    window.until("it is shown", () -> Math.abs(Double.parseDouble(field.getText()) - chosen) <= 5e-5 && field.getText().length() <= 6);
    assertThat(String.valueOf(chosen).length()).as("digits of a score").isGreaterThan(6);
    assertThat(window.onScreen(() -> field.getTooltip().getText())).contains(String.valueOf(chosen).substring(0, 8));
    window.onScreen(() -> {
      field.requestFocus();
      return null;
    });
    robot.push(KeyCode.ENTER);
    window.nextFrames();
    assertThat(window.document().project().threshold().value()).isEqualTo(chosen);
    assertThat(window.document().project().threshold().rule()).isEqualTo(Rule.MAX_F1);
  }

  @Test
  void aClassOfManyIsPickedOutInTheTableByTheKeys() throws Exception {
    open(1600, 960, "iris");
    window.onScreen(() -> {
      window.find(".class-table .text-grid.focusable").requestFocus();
      return null;
    });
    robot.push(KeyCode.DOWN);
    robot.push(KeyCode.DOWN);
    assertThat(marked()).startsWith("versicolor");
    window.press("copy-metrics");
    window.until("it says so", () -> window.all("#copy-metrics").stream().anyMatch(node -> ((Button) node).getText().equals("Copied ✓")));
  }

  private List<String> marked() {
    PseudoClass mark = PseudoClass.getPseudoClass("marked");
    return window.all(".class-table .cell").stream().filter(node -> node.getPseudoClassStates().contains(mark))
        .map(node -> ((Label) node).getText()).toList();
  }

  @ParameterizedTest
  @CsvSource({"1600, 960", "1280, 720"})
  void everythingCanBeRead(double width, double height) throws Exception {
    open(width, height, "breast-cancer");
    Inspection inspection = new Inspection(window, width, height, ".metrics");
    inspection.lookInEachLanguage("metrics of two classes");
    for (String sample : List.of("iris", "auto-mpg")) {
      robot.push(KeyCode.ESCAPE);
      trained(sample);
      inspection.lookInEachLanguage("metrics of " + sample);
    }
    assertThat(inspection.faults()).isEmpty();
  }
}
