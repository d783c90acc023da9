package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.SteadyRobot;

/** The pad before a class: whatever it has to say is said whole, on every screen. */
@Tag("story")
class PadStoryTest {
  private final FxRobot person = new SteadyRobot();
  private final List<String> faults = new ArrayList<>();
  private StudioWindow window;

  @AfterEach
  void close() throws TimeoutException {
    window.close();
  }

  @ParameterizedTest
  @CsvSource({"1600, 960", "1280, 720"})
  void nothingThatThePadSaysIsCut(double width, double height) throws TimeoutException {
    window = StudioWindow.show(width, height);
    window.open(Path.of("digits-cnn"));
    person.push(KeyCode.F5).push(KeyCode.P);
    window.until("the pad", () -> window.shows(".pad.presented"));
    look("before training");
    person.push(KeyCode.F5);
    window.playSteps(20);
    person.push(KeyCode.F5);
    window.until("the pad", () -> window.shows(".pad.presented"));
    look("nothing is drawn");
    person.push(KeyCode.SHIFT, KeyCode.P);
    window.until("an example on the paper, whose pixels have one width", () -> window.find(".pad .line-0").isDisabled());
    look("an example is on the paper");
    assertThat(faults).isEmpty();
  }

  private void look(String when) {
    for (Texts texts : Texts.all()) {
      window.speak(texts);
      window.nextFrames();
      window.faults(".pad").forEach(fault -> faults.add(when + ": " + fault));
      window.onScreen(() -> {
        for (Node one : window.find(".pad").lookupAll(".label")) {
          Labeled label = (Labeled) one;
          if (label.isVisible() && !label.getText().isEmpty() && label.getHeight() < label.prefHeight(label.getWidth()) - 1) {
            faults.add(when + ": “" + label.getText() + "” has " + label.getHeight() + " px");
          }
        }
        return null;
      });
    }
    window.speak(Texts.ENGLISH);
  }
}
