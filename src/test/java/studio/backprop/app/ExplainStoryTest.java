package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import studio.backprop.data.Part;
import studio.backprop.train.observe.Example;

/** The page Explain is opened by its key, follows the example, its class and the step, and can be read in both languages and sizes. */
class ExplainStoryTest {
  private final FxRobot robot = new FxRobot();
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
    window.playSteps(40);
    window.command("command.explain");
    explained();
  }

  /** Everything that was asked for is there. */
  private void explained() {
    window.until("the attributions", () -> window.all(".reasons .panel-title").size() == 1 && !title().equals("Explain")
        && window.all(".reasons .card .label").stream().noneMatch(node -> "…".equals(((Label) node).getText()))
        && window.all(".completeness .banner").stream().allMatch(node -> node.isVisible()));
    window.nextFrames();
  }

  private String title() {
    return texts(".reasons .panel-title").get(0);
  }

  private List<String> texts(String selector) {
    return window.all(selector).stream().map(node -> ((Label) node).getText()).toList();
  }

  @ParameterizedTest
  @CsvSource({"1600, 960", "1280, 720"})
  void everythingCanBeRead(double width, double height) throws Exception {
    open(width, height, "digits-cnn");
    Inspection inspection = new Inspection(window, width, height, ".reasons");
    inspection.lookInEachLanguage("explain of digits");
    for (String sample : List.of("breast-cancer", "auto-mpg", "airline-lstm", "names-lstm", "graph-families")) {
      robot.push(KeyCode.ESCAPE);
      trained(sample);
      inspection.lookInEachLanguage("explain of " + sample);
    }
    assertThat(inspection.faults()).isEmpty();
  }

  @Test
  void theKeyOpensItAndItFollowsTheExampleAndTheClass() throws Exception {
    window = StudioWindow.show(1600, 960);
    window.open(Path.of("digits-cnn"));
    window.playSteps(40);
    robot.push(KeyCode.E);
    explained();
    String first = title();
    Example worst = window.run().observation().exampleProperty().get();
    assertThat(worst.part()).as("the page opens on a mistake of the validation part").isEqualTo(Part.VALIDATION);
    assertThat(window.all(".mistake").iterator().next().getPseudoClassStates()).extracting(PseudoClass::getPseudoClassName)
        .contains("chosen");
    window.onScreen(() -> {
      ((Button) window.all(".mistake").stream().skip(1).findFirst().orElseThrow()).fire();
      return null;
    });
    window.until("another example", () -> !window.run().observation().exampleProperty().get().equals(worst));
    explained();
    String of = title();
    assertThat(of).startsWith("Why ").endsWith("?");
    window.onScreen(() -> {
      ComboBox<Integer> other = choice("#explain-class");
      other.setValue((other.getValue() + 1) % 10);
      return null;
    });
    window.until("another class", () -> !title().equals(of));
    explained();
    assertThat(texts(".score-row .label").get(0)).contains("minus the mean of all 10 logits");
    window.onScreen(() -> {
      ComboBox<Integer> versus = choice("#explain-versus");
      versus.setValue(versus.getItems().get(1));
      return null;
    });
    window.until("one class and not another", () -> texts(".score-row .label").get(0).contains("minus logit of"));
    assertThat(title()).contains(" and not ");
    window.onScreen(() -> {
      ((ToggleButton) window.all(".score-row .segmented .toggle-button").stream().skip(1).findFirst().orElseThrow()).fire();
      return null;
    });
    window.until("the second tab", () -> texts(".score-row .label").get(0).contains("minus the mean of all"));
    robot.push(KeyCode.ESCAPE);
    window.until("back at the network", () -> !window.find(".reasons").isVisible());
    robot.push(KeyCode.V);
    window.until("the metrics", () -> window.find(".metrics").isVisible());
    robot.push(KeyCode.E);
    window.until("one page at a time", () -> window.find(".reasons").isVisible() && !window.find(".metrics").isVisible());
    robot.push(KeyCode.E);
    window.until("none", () -> !window.find(".reasons").isVisible());
    assertThat(first).startsWith("Why ");
  }

  @SuppressWarnings("unchecked") // classes are chosen by their index
  private ComboBox<Integer> choice(String id) {
    return (ComboBox<Integer>) window.find(id);
  }

  @Test
  void whatCannotBeExplainedSaysWhy() throws Exception {
    window = StudioWindow.show(1280, 720);
    window.open(Path.of("digits-autoencoder"));
    window.command("command.explain");
    window.until("the reason", () -> texts(".reasons .empty-state .label").stream().anyMatch(text -> text.contains("several targets")));
    Inspection inspection = new Inspection(window, 1280, 720, ".reasons");
    inspection.lookInEachLanguage("explain of several targets");
    assertThat(inspection.faults()).isEmpty();
  }

  @Test
  void randomWeightsAreOneClick() throws Exception {
    open(1600, 960, "digits-cnn");
    Inspection inspection = new Inspection(window, 1600, 960, ".reasons");
    window.onScreen(() -> {
      ((ToggleButton) window.find("#explain-random")).fire();
      return null;
    });
    explained();
    inspection.lookInEachLanguage("explain of digits with random weights");
    assertThat(inspection.faults()).isEmpty();
  }
}
