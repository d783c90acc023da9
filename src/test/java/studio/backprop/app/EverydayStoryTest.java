package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import studio.backprop.project.Project;
import studio.backprop.run.Status;
import studio.backprop.text.Texts;
import studio.backprop.train.record.EpochRecord;
import studio.backprop.ui.design.designer.edit.Lens;
import studio.backprop.ui.kit.DoubleClick;
import studio.backprop.ui.kit.SteadyRobot;
import studio.backprop.ui.kit.Terms;

/** What a person does every day in the window, from one end of it to the other. */
@Tag("story")
class EverydayStoryTest {
  private final FxRobot person = new SteadyRobot();
  private StudioWindow window;

  @BeforeEach
  void open() throws TimeoutException {
    window = StudioWindow.show(1600, 900);
  }

  @AfterEach
  void close() throws TimeoutException {
    window.close();
  }

  @Test
  void languageAndThemeChangeWhileItTrains() {
    window.onScreen(() -> {
      window.run().control().speedProperty().set(20);
      return null;
    });
    Paint light = window.onScreen(this::background);
    window.press("play");
    window.until("playing", () -> window.state() == Status.State.PLAYING);
    window.chooseLanguage(Texts.CHINESE);
    window.press("theme");
    window.until("dark", () -> !background().equals(light));
    assertThat(textOf("#play")).isEqualTo(Texts.CHINESE.say("transport.pause"));
    assertThat(textOf("#status")).isEqualTo(Texts.CHINESE.say("status.playing"));
    long step = step();
    window.until("training on", () -> step() > step);
    window.chooseLanguage(Texts.ENGLISH);
    window.press("theme");
    window.until("light again", () -> background().equals(light));
    assertThat(textOf("#play")).isEqualTo(Texts.ENGLISH.say("transport.pause"));
  }

  @Test
  void eachPartOfTheStatusBarExplainsItsWordsAndLeadsToTheControlThatSetsIt() {
    for (String term : List.of("batch", "seed", "loss", "optimizer")) {
      Labeled part = (Labeled) window.find("#status-" + term);
      assertThat(part.getAccessibleHelp()).contains(Terms.meaning(term, Texts.ENGLISH)).startsWith("Opens");
    }
    window.press("status-batch");
    window.until("the batch size", () -> window.find("#training-batch").isFocusWithin());
    window.press("status-seed");
    window.until("the seed", () -> window.find("#training-seed").isFocusWithin());
    window.press("status-loss");
    window.until("the loss", () -> window.find("#setting-loss").isFocusWithin());
    window.press("status-data");
    window.until("the data", () -> window.find("#show-examples").isVisible() && window.find(".palette .data").isVisible());
  }

  @Test
  void aNewNetworkSaysWhichDataItLearnsFromAndLeadsToOthers() {
    window.open(Project.EMPTY);
    assertThat(window.all(".empty-canvas .label")).extracting(node -> ((Labeled) node).getText())
        .contains(Texts.ENGLISH.say("empty.learns", Texts.ENGLISH.say("data.circles")));
    window.press("choose-data");
    window.until("the data", () -> window.find(".palette .data").isVisible());
  }

  @Test
  void aPresentationGivesTheCanvasBackAsItWas() {
    Region canvas = (Region) window.find(".designer");
    var home = canvas.getParent();
    double width = canvas.getWidth();
    person.push(KeyCode.F5);
    window.until("presenting", () -> canvas.getParent() != home);
    assertThat(window.find(".presenter").getParent().getBoundsInParent().getWidth()).isEqualTo(1600);
    person.push(KeyCode.S);
    window.until("spotlight", () -> window.find(".spotlight").isVisible());
    long step = step();
    person.push(KeyCode.ESCAPE);
    person.push(KeyCode.RIGHT);
    window.until("a step", () -> step() == step + 1);
    person.push(KeyCode.ESCAPE);
    window.until("back", () -> canvas.getParent() == home && canvas.getWidth() == width);
    assertThat(home.getChildrenUnmodifiable().indexOf(canvas)).isZero();
  }

  @Test
  void whatATrainingHasComeToCoversNoNodeInAnyLens() {
    window.resize(1280, 720);
    window.open(Path.of("circles"));
    window.train();
    for (Lens lens : List.of(Lens.STRUCTURE, Lens.ACTIVATIONS, Lens.GRADIENTS, Lens.WEIGHTS, Lens.CHANGE)) {
      window.choose(lens);
      window.until("said", () -> window.shows(".health"));
      window.nextFrames();
      if (System.getProperty("pictures") != null) {
        StudioWindow.save(window.photograph(), Path.of(System.getProperty("pictures"), "end-" + lens + ".png"));
      }
      Bounds said = window.onScreen(() -> window.find(".health").localToScene(window.find(".health").getLayoutBounds()));
      assertThat(window.onScreen(() -> window.all(".designer-node").stream().map(node -> node.localToScene(node.getLayoutBounds()))
          .toList()))
          .as(lens.name()).noneMatch(said::intersects);
    }
  }

  @Test
  void anEnlargedPlotTakesTheRoomOfTheCanvas() {
    Region plot = (Region) window.find(".dock .plot");
    double height = plot.getHeight();
    DoubleClick.on(plot, 12, 18);
    window.until("large", () -> plot.getHeight() > 2 * height);
    person.push(KeyCode.ESCAPE);
    window.until("as before", () -> plot.getHeight() == height);
  }

  @Test
  void preferencesActAtOnce() {
    Paint light = window.onScreen(this::background);
    person.push(KeyCode.SHORTCUT, KeyCode.COMMA);
    person.clickOn(Texts.ENGLISH.say("preferences.dark"));
    window.until("dark", () -> !background().equals(light));
    person.clickOn(Texts.ENGLISH.say("preferences.light"));
    window.until("light again", () -> background().equals(light));
    person.push(KeyCode.ESCAPE);
    window.until("closed", () -> person.lookup(".preferences-page").tryQuery().isEmpty());
  }

  @Test
  void aCommandIsFoundByTyping() {
    person.push(KeyCode.SHORTCUT, KeyCode.K);
    person.write("dark");
    Paint light = window.onScreen(this::background);
    person.push(KeyCode.ENTER);
    window.until("dark", () -> !background().equals(light));
    window.press("theme");
  }

  @Test
  void everythingCanBeUndoneAndRedoneByKeys() {
    Deque<Project> before = new ArrayDeque<>();
    person.clickOn(nodeTitle(1));
    change(before, () -> type(inspector(".number-field .text-field"), "7"));
    change(before, () -> type(window.find("#rate").lookup(".text-field"), "0.05"));
    change(before, () -> {
      person.clickOn(nodeTitle(1));
      person.push(KeyCode.SHORTCUT, KeyCode.RIGHT);
    });
    change(before, () -> person.push(KeyCode.SLASH).write("drop").push(KeyCode.ENTER));
    change(before, () -> {
      person.clickOn(nodeTitle(2));
      person.push(KeyCode.DELETE);
    });
    person.clickOn(nodeTitle(0));

    Deque<Project> after = new ArrayDeque<>();
    while (!before.isEmpty()) {
      after.push(project());
      person.push(KeyCode.SHORTCUT, KeyCode.Z);
      assertThat(project()).isEqualTo(before.pop());
    }
    assertThat(window.document().changedProperty().get()).isFalse();
    while (!after.isEmpty()) {
      person.push(KeyCode.SHORTCUT, KeyCode.Y);
      assertThat(project()).isEqualTo(after.pop());
    }
  }

  @Test
  void resetLeadsToTheSameCurveAgain() throws Exception {
    String start = window.weights();
    window.train();
    List<EpochRecord> first = epochs();
    String learned = window.weights();
    person.clickOn(nodeTitle(0));
    person.push(KeyCode.SHORTCUT, KeyCode.HOME);
    window.until("reset", () -> window.state() == Status.State.PAUSED && window.run().history().epochs().isEmpty());
    assertThat(window.weights()).isEqualTo(start).isNotEqualTo(learned);
    window.train();
    assertThat(epochs()).isEqualTo(first);
    assertThat(window.weights()).isEqualTo(learned);
  }

  @Test
  void whatWasTypedIsUndoneWhereItWasTyped() {
    Project start = project();
    person.clickOn(nodeTitle(1));
    type(inspector(".number-field .text-field"), "7");
    window.until("changed", () -> !project().equals(start));
    person.push(KeyCode.SHORTCUT, KeyCode.Z);
    assertThat(project()).isEqualTo(start);
    person.clickOn(nodeTitle(1));
    person.push(KeyCode.SLASH).write("drop").push(KeyCode.ENTER);
    window.until("added", () -> !project().equals(start));
    person.push(KeyCode.SHORTCUT, KeyCode.Z);
    assertThat(project()).isEqualTo(start);
  }

  @Test
  void spaceAfterAClickOnAnotherButtonStillPlays() {
    window.onScreen(() -> {
      window.run().control().speedProperty().set(5);
      return null;
    });
    person.clickOn("#theme").push(KeyCode.SPACE);
    window.until("playing", () -> window.state() == Status.State.PLAYING);
    person.push(KeyCode.SPACE);
    window.until("paused", () -> window.state() == Status.State.PAUSED);
  }

  private void change(Deque<Project> before, Runnable act) {
    Project now = project();
    act.run();
    window.until("changed", () -> !project().equals(now));
    before.push(now);
  }

  private void type(Node field, String number) {
    person.clickOn(field);
    window.onScreen(() -> {
      ((TextField) field).selectAll();
      return null;
    });
    person.write(number).push(KeyCode.ENTER);
  }

  private Node inspector(String selector) {
    return person.from(window.find(".right-side")).lookup(selector).query();
  }

  private Node nodeTitle(int node) {
    return window.onScreen(() -> window.find(".designer-node").getParent().getChildrenUnmodifiable().get(node).lookup(".node-title"));
  }

  private Project project() {
    return window.document().project();
  }

  private List<EpochRecord> epochs() {
    return window.onScreen(() -> List.copyOf(window.run().history().epochs()));
  }

  private long step() {
    return window.run().snapshot().orElseThrow().step();
  }

  private String textOf(String label) {
    return window.onScreen(() -> ((Labeled) window.find(label)).getText());
  }

  private Paint background() {
    return ((Region) window.find(".shell")).getBackground().getFills().get(0).getFill();
  }
}
