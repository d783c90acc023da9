package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import studio.backprop.ui.kit.SteadyRobot;

/** The page of cross-validation is a tab beside the metrics, trains the folds, and can be read in both languages and sizes. */
@Tag("story")
class FoldsStoryTest {
  private final FxRobot robot = new SteadyRobot();
  private StudioWindow window;

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  private void open(double width, double height, String sample) throws Exception {
    window = StudioWindow.show(width, height);
    begin(sample);
  }

  private void begin(String sample) {
    window.open(Path.of(sample));
    window.until("a run", () -> window.run().runProperty().get() != null);
    window.command("command.folds");
    window.until("it can be run", () -> !window.find("#run-folds").isDisabled());
  }

  private String text(String selector) {
    return ((Label) window.find(selector)).getText();
  }

  private void trained(String id) {
    window.press(id);
    window.nextFrames(); // from the next frame on it can be cancelled
    window.until("trained", () -> !window.shows("#cancel-folds"));
  }

  /** Pages that are wider than what is seen of them. */
  private List<String> tooWide() {
    return window.onScreen(() -> window.all(".metrics .scroll-pane").stream().map(ScrollPane.class::cast)
        .filter(pane -> pane.getContent().getLayoutBounds().getWidth() > pane.getViewportBounds().getWidth() + 1)
        .map(pane -> pane.getContent() + ": " + pane.getContent().getLayoutBounds().getWidth()).toList());
  }

  private List<String> cells() {
    return window.all(".fold-table .text-grid .cell").stream().filter(Label.class::isInstance).map(node -> ((Label) node).getText())
        .toList();
  }

  @Test
  void foldsAreTrainedComparedAndLeft() throws Exception {
    open(1600, 960, "breast-cancer");
    trained("run-folds");
    assertThat(cells()).contains("Fold 1", "Fold 5", "Mean ± SD", "each row once");
    assertThat(text("#folds-mean")).endsWith("%");
    assertThat(window.shows("#cancel-folds")).isFalse();
    assertThat(text("#folds-note")).startsWith("Stratified · 5 folds · seed 0").endsWith("done");
    trained("compare-folds");
    assertThat(window.all(".fold-compare .cell").size()).isGreaterThan(20);
    robot.push(KeyCode.ESCAPE);
    window.until("back at the network", () -> !window.find(".metrics").isVisible());
    window.command("command.folds");
    assertThat(cells()).as("still there").contains("Fold 5");
    assertThat(window.run().snapshot().map(snapshot -> snapshot.step()).orElse(0L)).as("the window's own run").isZero();
  }

  @ParameterizedTest
  @CsvSource({"1600, 960", "1280, 720"})
  void everythingCanBeRead(double width, double height) throws Exception {
    open(width, height, "breast-cancer");
    Inspection inspection = new Inspection(window, width, height, ".metrics");
    inspection.lookInEachLanguage("folds before the first run");
    for (String sample : List.of("breast-cancer", "auto-mpg", "iris")) {
      robot.push(KeyCode.ESCAPE);
      begin(sample);
      for (String id : List.of("run-folds", "compare-folds", "learn-folds", "validate-folds")) {
        trained(id);
      }
      inspection.lookInEachLanguage("folds of " + sample);
      assertThat(tooWide()).as("nothing of " + sample + " is beyond the edge").isEmpty();
    }
    assertThat(inspection.faults()).isEmpty();
  }
}
