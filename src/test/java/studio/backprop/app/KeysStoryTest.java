package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import studio.backprop.run.Status;
import studio.backprop.train.record.EpochRecord;
import studio.backprop.ui.kit.SteadyRobot;

/** Without a mouse: from an empty canvas to a network that has learned and is kept. */
@Tag("story")
class KeysStoryTest {
  @TempDir private Path folder;

  private final FxRobot keys = new SteadyRobot();
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
  void aNetworkIsBuiltWiredTrainedAndKeptByKeys() throws Exception {
    command(KeyCode.N);
    window.until("empty", () -> window.document().network().nodes().isEmpty());
    chooseData("moons");
    keys.push(KeyCode.SLASH);
    List.of("input", "dense", "dense", "loss").forEach(this::add);
    assertThat(window.document().network().wires()).as("each follows the one before").hasSize(3);
    window.until("something to mend", () -> !window.document().ready());
    keys.push(KeyCode.F6);
    window.until("on the canvas", () -> within(".middle", focused()));
    keys.push(KeyCode.F8).push(KeyCode.ENTER);
    window.until("ready", () -> window.document().ready());

    keys.push(KeyCode.SPACE);
    window.until("finished", () -> window.state() == Status.State.FINISHED);
    List<Double> losses = window.onScreen(() -> window.run().history().epochs().stream()
        .map(EpochRecord::train).map(scores -> scores.loss()).toList());
    assertThat(losses.get(losses.size() - 1)).isLessThan(losses.get(0));
    String learned = window.weights();

    int nodes = window.document().network().nodes().size();
    Path file = folder.resolve("keys.backprop");
    window.answer(file);
    command(KeyCode.S);
    window.until("saved", () -> !window.document().changedProperty().get());
    command(KeyCode.N);
    window.until("empty again", () -> window.document().network().nodes().isEmpty());
    window.answer(file);
    command(KeyCode.O);
    window.until("reopened", () -> window.document().network().nodes().size() == nodes);
    window.until("resumed", () -> window.run().snapshot().isPresent());
    assertThat(window.weights()).isEqualTo(learned);
  }

  @Test
  void eachSettingOfTheTrainingIsFoundByItsNameAndHasTheFocusThen() {
    for (String key : List.of("training.rate", "training.optimizer", "training.schedule", "training.batch", "training.epochs",
        "training.patience", "training.shuffle",
        "training.balance", "training.seed", "regularization.l1", "regularization.l2", "regularization.clip")) {
      window.command(key);
      String control = "#" + key.replace('.', '-');
      window.until(key, () -> window.shows(".inspector " + control) && within(".inspector " + control, focused()));
    }
  }

  @Test
  void panelsAreVisitedInTurnAndTheFocusIsSeen() {
    keys.push(KeyCode.F6);
    for (String panel : List.of(".top-bar", ".palette", ".middle", ".right-side", ".bottom-side", ".top-bar")) {
      window.until("in " + panel, () -> within(panel, focused()));
      assertThat(window.onScreen(() -> focused().isFocusVisible())).as("seen in " + panel).isTrue();
      keys.push(KeyCode.F6);
    }
    keys.push(KeyCode.SHIFT, KeyCode.F6);
    window.until("back", () -> within(".top-bar", focused()));
  }

  private void command(KeyCode key) {
    keys.push(KeyCode.SHORTCUT, key);
  }

  private void add(String layer) {
    int before = window.document().network().nodes().size();
    keys.write(layer).push(KeyCode.ENTER);
    window.until("added " + layer, () -> window.document().network().nodes().size() == before + 1);
  }

  /** To the palette, to its tab of data, from the search into the list, and down to the dataset. */
  private void chooseData(String dataset) {
    for (int panel = 0; !within(".palette", focused()) && panel < 5; panel++) {
      keys.push(KeyCode.F6);
    }
    keys.push(KeyCode.RIGHT).push(KeyCode.TAB).push(KeyCode.DOWN);
    window.until("in the list", () -> within(".list-view", focused()));
    for (int row = 0; !window.document().project().data().dataset().equals(dataset) && row < 40; row++) {
      keys.push(KeyCode.DOWN).push(KeyCode.ENTER);
    }
    assertThat(window.document().project().data().dataset()).isEqualTo(dataset);
  }

  private Node focused() {
    Scene scene = window.find(".shell").getScene();
    return scene.getFocusOwner();
  }

  private boolean within(String panel, Node focused) {
    Node wanted = window.find(panel);
    for (Node node = focused; node != null; node = node.getParent()) {
      if (node == wanted) {
        return true;
      }
    }
    return false;
  }
}
