package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.SteadyRobot;

/** In a real window, with nothing but the mouse: from the start screen to a network of one's own that reads handwriting. */
@Tag("display")
class DisplayTwelveClicksTest {
  private static final int MOST = 12;
  private static final List<String> LAYERS = List.of("Input", "Flatten", "Dense", "Loss");
  private static final double STEP = 200;
  private static final int MOST_TURNS = 60;

  private final FxRobot mouse = new SteadyRobot();
  private StudioWindow window;
  private int used;

  @BeforeEach
  void open() throws TimeoutException {
    window = StudioWindow.showStart(1600, 900);
  }

  @AfterEach
  void close() throws TimeoutException {
    window.close();
  }

  @Test
  void aNetworkOfOnesOwnReadsHandwritingAfterAtMostTwelveClicksAndDrags() {
    click("#new-network");
    window.until("empty canvas", () -> window.shows(".designer"));
    click(tab("palette.data"));
    turnTo("data.mnist");
    click(offer("data.mnist"));
    window.until("MNIST", () -> window.document().project().data().dataset().equals("mnist"));
    click(tab("palette.layers"));
    for (int i = 0; i < LAYERS.size(); i++) {
      drag(LAYERS.get(i), 90 + i * STEP);
    }
    window.until("one thing to mend", () -> window.shows(".problem-card .repair"));
    click(".problem-card .repair");
    window.until("ready", () -> window.document().ready() && window.run().snapshot().isPresent());
    click("#play");
    window.until("reads", () -> window.run().history().epochs().stream().anyMatch(epoch -> epoch.validation().accuracy() > 0.9));
    assertThat(used).isLessThanOrEqualTo(MOST);
  }

  private void click(String selector) {
    click(window.find(selector));
  }

  private void click(Node node) {
    used++;
    mouse.clickOn(node);
  }

  /** Turns the wheel over the list until a dataset is in sight. That counts as one, too. */
  private void turnTo(String key) {
    used++;
    Node list = mouse.from(window.find(".palette")).lookup(".list-view").query();
    mouse.moveTo(list);
    for (int turn = 0; !inSight(list, key) && turn < MOST_TURNS; turn++) {
      mouse.scroll(1, VerticalDirection.DOWN);
      window.nextFrames();
    }
  }

  private boolean inSight(Node list, String key) {
    return window.onScreen(() -> {
      Bounds seen = list.localToScreen(list.getBoundsInLocal());
      return mouse.from(list).lookup(".offer").lookup(Texts.ENGLISH.say(key)).queryAll().stream()
          .anyMatch(name -> seen.contains(name.localToScreen(name.getBoundsInLocal())));
    });
  }

  private Node offer(String key) {
    return mouse.from(window.find(".palette")).lookup(".offer").lookup(Texts.ENGLISH.say(key)).query();
  }

  private Node tab(String key) {
    return mouse.lookup(".palette .tab-label").match((Label label) -> label.getText().equals(Texts.ENGLISH.say(key))).query();
  }

  /** Onto the canvas, behind the layer before. */
  private void drag(String layer, double x) {
    used++;
    int before = window.document().network().nodes().size();
    Label chip = mouse.lookup(".chip").match((Label label) -> label.getText().equals(layer)).queryAs(Label.class);
    Point2D corner = window.onScreen(() -> window.find(".designer").localToScreen(0, 0));
    mouse.drag(chip).moveTo(corner.add(x, 280)).dropTo(corner.add(x, 300));
    window.until("placed " + layer, () -> window.document().network().nodes().size() == before + 1);
  }
}
