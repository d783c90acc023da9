package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import studio.backprop.observe.Example;
import studio.backprop.ui.kit.SteadyRobot;

/** The page Embedding is opened by its key; points are chosen and encircled, and it can be read in both languages and sizes. */
@Tag("story")
class EmbeddingStoryTest {
  private final FxRobot robot = new SteadyRobot();
  private StudioWindow window;

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  private void trained(String sample) {
    window.open(Path.of(sample));
    window.playSteps(40);
    window.command("command.embedding");
    laidOut();
  }

  private void laidOut() {
    window.until("the layout", () -> window.find(".embedding .middle").isVisible() && window.shows("#embedding-again"));
    window.nextFrames();
  }

  private List<String> texts(String selector) {
    return window.all(selector).stream().map(node -> ((Label) node).getText()).toList();
  }

  @ParameterizedTest
  @CsvSource({"1600, 960", "1280, 720"})
  void everythingCanBeRead(double width, double height) throws Exception {
    window = StudioWindow.show(width, height);
    trained("digits-cnn");
    Inspection inspection = new Inspection(window, width, height, ".embedding");
    choosePoint();
    inspection.lookInEachLanguage("embedding of digits");
    for (String sample : List.of("iris", "auto-mpg", "names-lstm", "graph-families", "digits-autoencoder")) {
      robot.push(KeyCode.ESCAPE);
      trained(sample);
      choosePoint();
      window.until("the part", () -> window.all("#embedding-part .list-cell").stream()
          .anyMatch(cell -> ((ListCell<?>) cell).getText() != null && ((ListCell<?>) cell).getText().startsWith("validation")));
      inspection.lookInEachLanguage("embedding of " + sample);
    }
    press("#embed-input");
    inspection.lookInEachLanguage("embedding of the input");
    robot.push(KeyCode.ESCAPE);
    window.open(Path.of("karate-club"));
    window.command("command.embedding");
    laidOut();
    choosePoint();
    inspection.lookInEachLanguage("embedding of one graph");
    assertThat(inspection.faults()).isEmpty();
  }

  /** The one in the list after the chosen one, by its key. */
  private void choosePoint() {
    window.onScreen(() -> {
      window.find(".points-view").requestFocus();
      return null;
    });
    robot.push(KeyCode.PERIOD);
    window.until("its neighbours", () -> !window.all(".neighbour").isEmpty());
  }

  private void press(String button) {
    window.onScreen(() -> {
      ((Button) window.find(button)).fire();
      return null;
    });
    laidOut();
  }

  @Test
  void pointsAreChosenEncircledAndExplained() throws Exception {
    window = StudioWindow.show(1600, 960);
    window.open(Path.of("digits-cnn"));
    window.playSteps(40);
    robot.push(KeyCode.M);
    laidOut();
    assertThat(texts(".embedding .panel-title")).contains("Embedding of conv_2", "t-SNE");
    choosePoint();
    Example chosen = window.run().observation().exampleProperty().get();
    window.onScreen(() -> {
      ((Button) window.all(".neighbour").iterator().next()).fire();
      return null;
    });
    window.until("its neighbour", () -> !window.run().observation().exampleProperty().get().equals(chosen));
    robot.push(KeyCode.E);
    window.until("explained", () -> window.find(".reasons").isVisible() && !window.find(".embedding").isVisible());
    robot.push(KeyCode.M);
    laidOut();
    Node view = window.find(".points-view");
    Bounds bounds = window.onScreen(() -> view.localToScreen(view.getBoundsInLocal()));
    robot.push(KeyCode.L);
    robot.moveTo(bounds.getMinX() + 4, bounds.getMinY() + 4);
    robot.press(MouseButton.PRIMARY);
    robot.moveTo(bounds.getMaxX() - 4, bounds.getMinY() + 4);
    robot.moveTo(bounds.getMaxX() - 4, bounds.getMaxY() - 4);
    robot.moveTo(bounds.getMinX() + 4, bounds.getMaxY() - 4);
    robot.release(MouseButton.PRIMARY);
    window.until("the encircled", () -> window.shows("#example-picked"));
    assertThat(((Button) window.find("#example-picked")).getText()).startsWith("270 ");
    assertThat(window.find(".embedding").isVisible()).isFalse();
    robot.push(KeyCode.ESCAPE);
    window.until("back at the points", () -> window.find(".embedding").isVisible() && !window.shows("#example-picked"));
  }

  @Test
  void nodeMethodAndColourAreChosenAndAStepIsOneMoreEpoch() throws Exception {
    window = StudioWindow.show(1600, 960);
    trained("iris");
    press("#embed-input");
    assertThat(texts(".embedding .panel-title")).contains("Embedding of Input");
    assertThat(texts(".embedding-figures .cell")).contains("Same label, 10 nearest");
    window.until("the loadings", () -> texts(".embedding-figures .cell").stream().anyMatch(text -> text.contains("petal")));
    window.onScreen(() -> {
      ComboBox<?> colour = (ComboBox<?>) window.find("#embedding-colour");
      colour.getSelectionModel().selectLast();
      ((CheckBox) window.find("#embedding-live")).setSelected(false);
      return null;
    });
    laidOut();
    window.playSteps(10);
    window.until("another step", () -> window.all(".epoch-card").size() == 2);
    robot.push(KeyCode.ESCAPE);
    window.until("back at the network", () -> !window.find(".embedding").isVisible());
  }
}
