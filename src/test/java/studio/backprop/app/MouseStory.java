package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.run.Status;
import studio.backprop.text.Texts;
import studio.backprop.train.record.EpochRecord;
import studio.backprop.ui.kit.SteadyRobot;

/** What a person does first, with the mouse: draw a network, wire it, train it, keep it. */
abstract class MouseStory {
  /** Where the layers are let go of, from the canvas's upper left corner: two rows, too far apart to be wired by themselves. */
  private static final List<Placed> LAYERS =
      List.of(
          new Placed("Input", 90, 180),
          new Placed("Dense", 430, 180),
          new Placed("Dense", 780, 180),
          new Placed("Dense", 540, 400),
          new Placed("Loss", 890, 400));

  @TempDir private Path folder;

  private final FxRobot mouse = new SteadyRobot();
  private StudioWindow window;

  private record Placed(String layer, double x, double y) {}

  @BeforeEach
  void open() throws TimeoutException {
    window = StudioWindow.show(1600, 900);
  }

  @AfterEach
  void close() throws TimeoutException {
    window.close();
  }

  @Test
  void aNetworkDrawnByHandLearnsAndIsKept() throws Exception {
    command(KeyCode.N);
    window.until("empty", () -> window.document().network().nodes().isEmpty());
    LAYERS.forEach(placed -> drag(placed));
    assertThat(window.document().network().wires()).isEmpty();
    for (int node = 0; node < LAYERS.size() - 1; node++) {
      wire(node, node + 1);
    }
    chooseData("moons");
    chooseData("circles");
    twoClasses();
    window.until("ready", () -> window.document().ready());

    mouse.clickOn("#play");
    window.until("finished", () -> window.state() == Status.State.FINISHED);
    List<Double> accuracies = accuracies();
    assertThat(accuracies.get(accuracies.size() - 1)).isGreaterThan(0.9).isGreaterThan(accuracies.get(0));
    String learned = window.weights();

    Path file = folder.resolve("drawn.backprop");
    window.answer(file);
    command(KeyCode.S);
    window.until("saved", () -> !window.document().changedProperty().get());
    assertThat(file).isNotEmptyFile();

    command(KeyCode.N);
    window.until("empty again", () -> window.document().network().nodes().isEmpty());
    window.answer(file);
    command(KeyCode.O);
    window.until("reopened", () -> window.document().network().nodes().size() == LAYERS.size());
    window.until("resumed", () -> window.run().snapshot().isPresent());
    assertThat(window.weights()).isEqualTo(learned);
  }

  private List<Double> accuracies() {
    return window.onScreen(() -> window.run().history().epochs().stream().map(EpochRecord::validation).map(scores -> scores.accuracy())
        .toList());
  }

  /** A command about files. By its key: an X server may keep a button for pressed whose menu was opened and left within one frame. */
  private void command(KeyCode key) {
    mouse.push(KeyCode.SHORTCUT, key);
  }

  private void drag(Placed placed) {
    int before = window.document().network().nodes().size();
    Label chip = mouse.lookup(".chip").match((Label label) -> label.getText().equals(placed.layer)).queryAs(Label.class);
    Point2D corner = window.onScreen(() -> window.find(".designer").localToScreen(0, 0));
    mouse.drag(chip).moveTo(corner.add(placed.x, placed.y - 20)).dropTo(corner.add(placed.x, placed.y));
    window.until("placed " + placed, () -> window.document().network().nodes().size() == before + 1);
  }

  /** From the output of a node to the input of another. */
  private void wire(int from, int to) {
    int before = window.document().network().wires().size();
    mouse.drag(window.port(from, Comparator.naturalOrder())).moveTo(window.port(to, Comparator.reverseOrder())).drop();
    window.until("wired " + from, () -> window.document().network().wires().size() == before + 1);
  }

  private void chooseData(String dataset) {
    openTab("palette.data");
    window.onScreen(() -> {
      ((ListView<?>) window.find(".palette .list-view")).scrollTo(0);
      return null;
    });
    window.nextFrames();
    mouse.clickOn(mouse.from(window.find(".palette")).lookup(".offer").lookup(Texts.ENGLISH.say("data." + dataset)).<Node>query());
    window.until("chosen " + dataset, () -> window.document().project().data().dataset().equals(dataset));
    openTab("palette.layers");
  }

  private void openTab(String key) {
    mouse.clickOn(mouse.lookup(".palette .tab-label").match((Label label) -> label.getText().equals(Texts.ENGLISH.say(key))).<Node>query());
  }

  /** Circles has two classes, so the last layer gets two units that share out the certainty. */
  private void twoClasses() {
    mouse.clickOn(window.onScreen(() -> window.node(3).lookup(".node-title")));
    window.until("selected", () -> window.document().selectedNode().isPresent());
    mouse.clickOn(mouse.from(window.find(".right-side")).lookup(".number-field .text-field").<Node>query())
        .push(KeyCode.SHORTCUT, KeyCode.A).write("2").type(KeyCode.ENTER);
    window.until("two units", () -> last(Dense.class).units() == 2);
    mouse.clickOn(mouse.from(window.find(".right-side")).lookup(".form-grid .combo-box").<Node>query());
    mouse.clickOn("softmax");
    window.until("softmax", () -> last(Dense.class).activation() == Activation.SOFTMAX);
  }

  private <L> L last(Class<L> kind) {
    return window.document().network().nodes().stream().map(n -> n.layer()).filter(kind::isInstance).map(kind::cast).reduce((a, b) -> b)
        .orElseThrow();
  }
}
