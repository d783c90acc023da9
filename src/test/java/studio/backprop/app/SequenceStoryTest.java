package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Into an LSTM and an attention by keys: the gradient walks back, a simple RNN is trained beside, a text is typed, and the past goes by.
 */
@Tag("story")
class SequenceStoryTest {
  private StudioWindow window;

  @BeforeEach
  void open() throws TimeoutException {
    window = StudioWindow.show(1600, 960);
  }

  @AfterEach
  void close() throws TimeoutException {
    window.close();
  }

  private void lookInto(String sample, String node, int steps) {
    window.open(Path.of(sample));
    window.onScreen(() -> {
      window.run().trainer().playSteps(steps);
      return null;
    });
    window.until("trained", () -> window.run().snapshot().filter(seen -> seen.step() == steps).isPresent() && !window.run().playing());
    window.onScreen(() -> {
      window.document().select(List.of(window.document().network().named(node).orElseThrow().id()));
      return null;
    });
    window.command("lens.open");
  }

  private String text(String selector) {
    return window.onScreen(() -> ((Label) window.find(selector)).getText());
  }

  @Test
  void theGradientWalksBackAndASimpleRnnIsTrainedBeside() {
    lookInto("recall-lstm", "lstm_1", 5);
    window.until("its numbers are there", () -> window.shows(".lens .recurrent-card"));
    assertThat(text(".lens .explained > .panel-title")).endsWith("at time step 12");
    window.onScreen(() -> {
      window.find(".lens .painted").requestFocus(); // as a click on the picture does
      return null;
    });
    window.key(KeyCode.SPACE);
    window.until("the gradient has come to the first step", () -> text(".lens .explained > .panel-title").endsWith("at time step 1"));
    window.press("compare-recurrent");
    window.until("the simple RNN is there", () -> window.shows(".lens .twin-answer"));
    window.key(KeyCode.ESCAPE);
    window.until("back at the network", () -> !window.find(".lens").isVisible());
  }

  @Test
  void aTextOfOnesOwnIsReadAndThePastGoesBy() {
    lookInto("prose-attention", "attn_1", 6);
    window.until("its numbers are there", () -> window.shows("#typed-text"));
    type("It is");
    window.until("its last letter is looked at", () -> text(".lens .side > .panel-title").contains("time step 5"));
    type("ß");
    assertThat(text(".lens .choices-note")).contains("ß");
    type("x".repeat(60));
    assertThat(text(".lens .choices-note")).contains("48").contains("60");
    type("");
    window.until("the example is back", () -> !window.shows(".lens .choices-note"));
    window.press("watch-form");
    window.until("it is in the past", () -> window.run().past().present());
    window.until("it is back in the present", () -> !window.run().past().present());
  }

  private void type(String text) {
    window.onScreen(() -> {
      ((TextField) window.find("#typed-text")).setText(text);
      return null;
    });
  }
}
