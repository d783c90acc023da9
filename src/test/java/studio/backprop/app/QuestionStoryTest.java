package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.SteadyRobot;
import studio.backprop.ui.window.shell.FilesModel;

/** The program asks within its window: no other window opens that could shrink it or reach over its rim. */
@Tag("story")
class QuestionStoryTest {
  private final FxRobot person = new SteadyRobot();
  private StudioWindow window;

  @BeforeEach
  void open() throws TimeoutException {
    window = StudioWindow.show(1280, 720);
  }

  @AfterEach
  void close() throws TimeoutException {
    window.close();
  }

  @Test
  void aLongMessageStaysWithinTheWindowAndEnterClosesIt() {
    int windows = window.onScreen(() -> Window.getWindows().size());
    Message sentence = Message.of("store.open", "my digits.backprop", Message.of("store.damaged"));
    window.onScreen(() -> {
      window.boxes().tell(Message.of("files.problem"), Collections.nCopies(60, sentence));
      return null;
    });
    window.nextFrames();
    assertThat(window.<Integer>onScreen(() -> Window.getWindows().size())).isEqualTo(windows);
    Bounds card = window.onScreen(() -> window.find(".question-card").localToScene(window.find(".question-card").getLayoutBounds()));
    assertThat(card.getMinY()).isGreaterThan(0);
    assertThat(card.getMaxY()).isLessThan(720);
    assertThat(window.faults()).isEmpty();
    person.push(KeyCode.ENTER);
    window.until("closed", () -> window.all(".question").isEmpty());
  }

  @Test
  void aSentenceOfTwoLinesIsSeenWhole() {
    window.onScreen(() -> {
      window.boxes().tell(Message.of("files.problem"),
          List.of(Message.of("store.open", "my digits of last summer.backprop", Message.of("store.damaged"))));
      return null;
    });
    window.nextFrames();
    Region room = (Region) window.find(".question-card .scroll-pane");
    Region sentence = (Region) window.onScreen(() -> room.lookup(".label"));
    assertThat(window.<Double>onScreen(sentence::getHeight)).as("two lines").isGreaterThan(30).isLessThanOrEqualTo(room.getHeight());
  }

  @Test
  void unsavedWorkIsAskedForOnceAndEscapeLeavesEverythingAsItIs() {
    List<AtomicReference<FilesModel.Dialogs.Answer>> answers = List.of(new AtomicReference<>(), new AtomicReference<>(),
        new AtomicReference<>());
    ask(answers.get(0));
    window.until("asked", () -> window.shows(".question"));
    ask(answers.get(1));
    window.until("a second question is answered at once", () -> answers.get(1).get() == FilesModel.Dialogs.Answer.CANCEL);
    assertThat(answers.get(0).get()).as("the first one waits").isNull();
    person.push(KeyCode.ESCAPE);
    window.until("answered", () -> answers.get(0).get() == FilesModel.Dialogs.Answer.CANCEL);
    ask(answers.get(2));
    window.until("asked", () -> window.shows(".question"));
    person.push(KeyCode.TAB).push(KeyCode.ENTER);
    window.until("Tab leads to the next button", () -> answers.get(2).get() != null && answers.get(2)
        .get() != FilesModel.Dialogs.Answer.SAVE);
  }

  private void ask(AtomicReference<FilesModel.Dialogs.Answer> answer) {
    Platform.runLater(() -> answer.set(window.boxes().unsaved(Message.of("files.unsaved.sentence", "Circles"))));
  }
}
