package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import studio.backprop.data.Part;
import studio.backprop.evaluate.attribution.AttributionMethod;
import studio.backprop.observe.Example;
import studio.backprop.ui.design.designer.edit.Lens;
import studio.backprop.ui.kit.SteadyRobot;

/** The page Explain is opened by its key, follows the example, its class and the step, and can be read in both languages and sizes. */
@Tag("story")
class ExplainStoryTest {
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

  /** Whoever subtracts the scores that are written finds the difference that is written. */
  private void addsUp() {
    for (String sentence : texts(".completeness .banner .label")) {
      Matcher sum = Pattern.compile("([−\\d.,]+) − \\(?([−\\d.,]+)\\)? = ([−\\d.,]+): ").matcher(sentence);
      assertThat(sum.find()).as(sentence).isTrue();
      assertThat(number(sum.group(1)).subtract(number(sum.group(2)))).as(sentence).isEqualByComparingTo(number(sum.group(3)));
    }
  }

  private static BigDecimal number(String written) {
    return new BigDecimal(written.replace('−', '-').replace(",", ""));
  }

  @Test
  void ofATableRandomWeightsStandInTheSameRow() throws Exception {
    open(1280, 720, "breast-cancer");
    assertThat(window.all("#explain-untrained")).noneMatch(Node::isVisible);
    window.onScreen(() -> {
      ((ToggleButton) window.find("#explain-random")).fire();
      return null;
    });
    window.until("random weights", () -> texts(".inputs .grid-head").stream().filter("random"::equals).count() == 4);
    explained();
    List<Double> bars = window.all(".inputs .signed-bar").stream().limit(4).map(bar -> ((Region) bar).getWidth()).toList();
    assertThat(bars).as("bars that are compared").allMatch(width -> Math.abs(width - bars.get(0)) <= 1);
    Node table = window.find(".inputs");
    assertThat(table.localToScene(table.getLayoutBounds()).getMinY()).as("in sight").isLessThan(360);
    Inspection inspection = new Inspection(window, 1280, 720, ".reasons");
    inspection.lookInEachLanguage("explain of a table with random weights");
    assertThat(inspection.faults()).isEmpty();
  }

  @Test
  void theTestPartIsChosenAndTheCanvasNamesIt() throws Exception {
    window = StudioWindow.show(1600, 960);
    window.open(Path.of("iris"));
    window.command("command.explain");
    explained();
    assertThat(window.find("#explain-untrained").isVisible()).as("a warning before the first step").isTrue();
    window.onScreen(() -> {
      ((ToggleButton) window.all("#explain-part .toggle-button").stream().skip(2).findFirst().orElseThrow()).fire();
      return null;
    });
    window.until("a test example", () -> window.run().observation().exampleProperty().get().part() == Part.TEST);
    window.until("its mistakes", () -> texts(".mistakes .note").stream().anyMatch(text -> text.contains("in test")));
    assertThat(window.run().files().testViewsProperty().get().of("iris")).isEqualTo(1);
    robot.push(KeyCode.ESCAPE);
    window.choose(Lens.ACTIVATIONS);
    window.until("the canvas", () -> window.all(".example-buttons .toggle-button").stream()
        .anyMatch(button -> ((ToggleButton) button).getText().equals("test")));
  }

  @Test
  void paddingIsNoToken() throws Exception {
    open(1280, 720, "names-lstm");
    List<String> strips = window.all(".token-strip").stream()
        .map(strip -> ((Parent) strip).getChildrenUnmodifiable().get(1).getAccessibleText()).toList();
    assertThat(strips).hasSize(4).allMatch(strip -> !strip.isEmpty() && !strip.contains("·"));
  }

  @ParameterizedTest
  @CsvSource({"1600, 960", "1280, 720"})
  void everythingCanBeRead(double width, double height) throws Exception {
    open(width, height, "digits-cnn");
    Inspection inspection = new Inspection(window, width, height, ".reasons");
    inspection.lookInEachLanguage("explain of digits");
    addsUp();
    for (String sample : List.of("breast-cancer", "auto-mpg", "airline-lstm", "names-lstm", "graph-families")) {
      robot.push(KeyCode.ESCAPE);
      trained(sample);
      inspection.lookInEachLanguage("explain of " + sample);
      addsUp();
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
  void ofSeveralTargetsOneIsChosen() throws Exception {
    open(1280, 720, "names-generator");
    Inspection inspection = new Inspection(window, 1280, 720, ".reasons");
    inspection.lookInEachLanguage("explain of the next token");
    String usual = texts(".score-row .label").get(0);
    window.onScreen(() -> {
      choice("#explain-place").setValue(1);
      return null;
    });
    window.until("another place", () -> !texts(".score-row .label").get(0).equals(usual));
    explained();
    assertThat(texts(".score-row .label").get(0)).contains("(2)");
    assertThat(inspection.faults()).isEmpty();
  }

  @Test
  void theInputIsTintedWhileItIsWanted() throws Exception {
    window = StudioWindow.show(1280, 720);
    window.open(Path.of("digits-cnn"));
    window.playSteps(40);
    window.key(KeyCode.DIGIT2);
    window.until("the switch", () -> window.shows("#tint-input"));
    Inspection inspection = new Inspection(window, 1280, 720, ".legend-line");
    assertThat(window.shows("#tint-method")).as("off by default").isFalse();
    window.onScreen(() -> {
      ((ToggleButton) window.find("#tint-input")).fire();
      return null;
    });
    window.until("the colours", () -> window.shows("#tint-method"));
    window.nextFrames();
    inspection.lookInEachLanguage("tinted input");
    ComboBox<AttributionMethod> method = method();
    assertThat(method.getItems()).contains(AttributionMethod.GRAD_CAM);
    window.onScreen(() -> {
      method.setValue(AttributionMethod.SALIENCY);
      return null;
    });
    window.until("a size without a sign", () -> texts(".tint-switch .legend .label").contains("sensitivity")
        && window.all(".tint-switch .legend").stream().filter(node -> node.isVisible()).count() == 1);
    window.key(KeyCode.DIGIT3);
    window.until("another lens", () -> !window.shows("#tint-input"));
    assertThat(inspection.faults()).isEmpty();
  }

  @Test
  void aConvolutionSaysItsGradCamInsideAndInItsFormulas() throws Exception {
    window = StudioWindow.show(1280, 720);
    window.open(Path.of("digits-cnn"));
    window.playSteps(40);
    window.onScreen(() -> {
      window.document().select(List.of(window.document().network().named("conv_2").orElseThrow().id()));
      return null;
    });
    robot.clickOn("Math");
    window.until("today's numbers", () -> window.shows("#attribution-math")
        && texts("#attribution-math .entry .note").stream().anyMatch(text -> text.contains("largest: α")));
    Inspection inspection = new Inspection(window, 1280, 720, "#attribution-math");
    inspection.lookInEachLanguage("formulas of an attribution");
    window.command("lens.open");
    window.until("its numbers are there", () -> window.shows(".lens > .inside > *"));
    window.onScreen(() -> {
      window.all(".lens .segmented .toggle-button").stream().map(ToggleButton.class::cast)
          .filter(choice -> choice.getText().equals("Grad-CAM")).findFirst().orElseThrow().fire();
      return null;
    });
    window.until("its maps", () -> texts("#lens-cam .card-head .note").stream().anyMatch(text -> text.startsWith("Score of ")));
    Inspection inside = new Inspection(window, 1280, 720, ".lens");
    inside.lookInEachLanguage("Grad-CAM inside a convolution");
    assertThat(inspection.faults()).isEmpty();
    assertThat(inside.faults()).isEmpty();
  }

  @SuppressWarnings("unchecked") // a choice of methods
  private ComboBox<AttributionMethod> method() {
    return (ComboBox<AttributionMethod>) window.find("#tint-method");
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
