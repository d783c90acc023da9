package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.SteadyRobot;

/** Somebody is led through the window: the card points at what it speaks of, covers none of it, and leaves the keys to the program. */
@Tag("story")
class TourStoryTest {
  private final FxRobot person = new SteadyRobot();
  private StudioWindow window;

  @BeforeEach
  void open() throws TimeoutException {
    window = StudioWindow.show(1280, 720);
    window.open(Path.of("circles"));
    window.command("command.tour");
    window.until("the card", () -> window.shows(".tour-card"));
  }

  @AfterEach
  void close() throws TimeoutException {
    window.close();
  }

  @Test
  void keysThatAStopNamesReachTheProgramWhileTheCardHasTheFocus() {
    int nodes = window.document().network().nodes().size();
    window.onScreen(() -> {
      window.document().edit(Message.of("edit.into", "x"), network -> network.remove(List.of(2)));
      return null;
    });
    focusTheCard();
    person.push(KeyCode.SHORTCUT, KeyCode.Z);
    window.until("undone", () -> window.document().network().nodes().size() == nodes);
    goTo("tour.play.sentence");
    focusTheCard();
    person.push(KeyCode.SPACE);
    window.until("it plays", () -> window.run().snapshot().filter(seen -> seen.step() > 0).isPresent());
    assertThat(sentence()).as("Space is not for the card").isEqualTo(Texts.ENGLISH.say("tour.play.sentence"));
    goTo("tour.lens.sentence");
    focusTheCard();
    person.push(KeyCode.DIGIT3);
    window.until("done", () -> window.find(".tour-card .ok").isVisible());
    focusTheCard();
    person.push(KeyCode.ENTER);
    window.until("Enter is for the card", () -> sentence().equals(Texts.ENGLISH.say("tour.pace.sentence")));
  }

  @Test
  void enterLeadsToTheNextStopFromTheFirstOneOn() {
    window.until("on Next", () -> window.find("#tour-next").isFocused());
    String first = sentence();
    person.push(KeyCode.ENTER);
    window.until("the next stop", () -> !sentence().equals(first));
  }

  @Test
  void theCardPointsAtItsControlAndCoversNothingOfWhatItExplains() {
    for (String stop : List.of("layers", "wires", "play", "loss", "lens", "pace")) {
      goTo("tour." + stop + ".sentence");
      window.until("placed", () -> window.find(".tour-card").getLayoutX() > 0);
      window.nextFrames();
      if (System.getProperty("pictures") != null) {
        StudioWindow.save(window.photograph(), Path.of(System.getProperty("pictures"), "tour-" + stop + ".png"));
      }
      Bounds card = place(".tour-card");
      assertThat(card.intersects(place(".tour-ring"))).as("covers its control: " + stop).isFalse();
      if (stop.equals("wires") || stop.equals("lens")) {
        assertThat(window.onScreen(() -> window.all(".designer-node").stream().map(node -> node.localToScene(node.getLayoutBounds()))
            .toList()))
            .as("covers a node: " + stop).noneMatch(card::intersects);
      }
      assertThat(window.<Boolean>onScreen(() -> window.find(".tour-arrow").isVisible() && !window.find(".tour-shade").getLayoutBounds()
          .isEmpty())).isTrue();
    }
  }

  private void goTo(String key) {
    window.until(key, () -> {
      if (!sentence().equals(Texts.ENGLISH.say(key))) {
        ((javafx.scene.control.Button) window.find("#tour-next")).fire();
      }
      return sentence().equals(Texts.ENGLISH.say(key));
    });
  }

  private void focusTheCard() {
    window.onScreen(() -> {
      window.find("#tour-next").requestFocus();
      return null;
    });
  }

  private String sentence() {
    return ((Labeled) window.find("#tour-sentence")).getText();
  }

  private Bounds place(String selector) {
    return window.onScreen(() -> {
      Node node = window.find(selector);
      return node.localToScene(node.getLayoutBounds());
    });
  }
}
