package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import studio.backprop.run.Status;
import studio.backprop.text.Texts;

/** From the first look at the start screen to a trained network, and the tour on the way. */
@Tag("story")
class StartStoryTest {
  private StudioWindow window;

  @BeforeEach
  void open() throws TimeoutException {
    window = StudioWindow.showStart(1600, 900);
  }

  @AfterEach
  void close() throws TimeoutException {
    window.close();
  }

  @Test
  void theArrowOfAWeightPointsAgainstTheGradientThatIsWrittenBesideIt() {
    for (Node row : window.all(".weight")) {
      String written = ((Labeled) row.lookup(".gradient")).getText();
      double gradient = Double.parseDouble(written.substring(written.indexOf(' ') + 1).replace('−', '-'));
      double thumb = row.lookup(".thumb").getBoundsInParent().getCenterX();
      double arrow = row.lookupAll(".gradient-arrow").stream().mapToDouble(part -> part.getBoundsInParent().getCenterX()).average()
          .orElseThrow();
      assertThat(Math.signum(arrow - thumb)).as(written).isEqualTo(-Math.signum(gradient));
    }
  }

  @Test
  void aNeuronIsPlayedWithThenASampleIsOpenedFromItsCardAndTrained() {
    String first = lossShown();
    window.onScreen(() -> {
      ((Slider) window.find(".weight .slider")).setValue(2);
      return null;
    });
    assertThat(lossShown()).as("at once").isNotEqualTo(first);
    String byHand = lossShown();
    press("#one-step");
    window.until("a step taken", () -> !lossShown().equals(byHand));
    press("#same-start");
    window.until("the same start", () -> lossShown().equals(byHand));
    press("#learn");
    window.until("learning", () -> text("#learn").equals(Texts.ENGLISH.say("start.pause")));
    window.until("pictures", () -> !text("#sample-circles .note").isEmpty());
    photograph("start");

    window.opening(() -> {
      fire("#sample-circles");
      assertThat(((Labeled) window.find("#sample-circles .note")).getText()).as("heard").isEqualTo(Texts.ENGLISH.say("start.opening"));
    });
    assertThat(window.document().nameProperty().get()).isEqualTo("circles");
    window.until("shown round", () -> window.find(".tour-card").isVisible());
    photograph("tour");
    window.train();
    window.until("the second stop", () -> stopAfterNext("tour.wires.sentence"));
    window.until("the third stop", () -> stopAfterNext("tour.play.sentence"));
    window.until("the curve", () -> stopAfterNext("tour.loss.sentence"));
    press("#tour-skip");
    window.until("no tour", () -> !window.find(".tour-card").getParent().isVisible());
    assertThat(window.state()).isEqualTo(Status.State.FINISHED);

    press("#home");
    window.until("home", () -> present(".start"));
    press("#back-to-project");
    window.until("back", () -> present(".designer"));
    assertThat(window.state()).as("nothing was lost").isEqualTo(Status.State.FINISHED);
  }

  @Test
  void theTourWaitsForAProjectThatItSpeaksOf() {
    for (String other : List.of("gan-ring", "race-circles", "search-digits")) {
      window.open(Path.of(other));
      window.until(other, () -> window.document().nameProperty().get().equals(other) && present(".designer"));
      assertThat(window.shows(".tour-card")).as(other).isFalse();
      press("#home");
      window.until("home", () -> present(".start"));
    }
    window.open(Path.of("circles"));
    window.until("shown round", () -> window.shows(".tour-card"));
  }

  @Test
  void theNeuronOpensOnTheCanvasAsItIs() {
    String first = lossShown();
    press("#one-step");
    window.until("a step taken", () -> !lossShown().equals(first));
    String loss = lossShown();
    window.opening(() -> fire("#open-on-canvas"));
    assertThat(window.document().ready()).isTrue();
    window.onScreen(() -> {
      window.run().control().stepBatch();
      return null;
    });
    window.until("a step taken", () -> window.run().snapshot().map(s -> s.step() == 1).orElse(false));
    double onCanvas = window.run().trainer().ask(session -> session.loss()).join().orElseThrow();
    assertThat(String.format(Locale.ROOT, "%.3f", onCanvas)).isEqualTo(loss);
  }

  private boolean stopAfterNext(String key) {
    if (!text("#tour-sentence").equals(Texts.ENGLISH.say(key))) {
      fire("#tour-next");
    }
    return text("#tour-sentence").equals(Texts.ENGLISH.say(key));
  }

  private void press(String button) {
    window.onScreen(() -> {
      fire(button);
      return null;
    });
  }

  private void fire(String button) {
    ((ButtonBase) window.find(button)).fire();
  }

  private String lossShown() {
    return text("#neuron-loss");
  }

  private String text(String label) {
    return ((Labeled) window.find(label)).getText();
  }

  private boolean present(String selector) {
    try {
      Node found = window.find(selector);
      return found.isVisible();
    } catch (AssertionError e) {
      return false;
    }
  }

  private void photograph(String name) {
    window.nextFrames();
    StudioWindow.save(window.photograph(), Path.of("target", "screenshots", name + ".png"));
  }
}
