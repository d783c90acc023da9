package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.lesson.read.ReadLesson;
import studio.backprop.ui.lesson.AnswerKeeper;
import studio.backprop.ui.lesson.LessonModel;
import studio.backprop.ui.lesson.Phase;

/** What a lesson asks to be predicted is seen nowhere beside the pages either, and is there again after the reveal. */
class LessonAttributionStoryTest {
  private static final String ASK = """
      ```predict number #%1$s
      ask: How much?
      answer: %2$s
      tolerance: 0.5
      mistake: 9 | Less.
      ```
      ```reveal of=%1$s
      say: {%2$s|3}
      ```
      """;
  private static final String LESSON = """
      ---
      revision: 1
      title: Attributions
      start: sample iris
      minutes: 4
      believes: nothing
      ---
      ## Why {#why}
      ```set
      run to epoch 3
      ```
      ```show
      views: examples
      ```
      """ + ASK.formatted("why", "explain.integrated(2)") + """
      ## Tint {#tint}
      ```show
      views: activations, numbers
      controls: settings
      ```
      """ + ASK.formatted("tint", "explain.integrated(3)") + """
      ## Accuracy {#accuracy}
      ```show
      views: examples
      ```
      """ + ASK.formatted("accuracy", "valid.accuracy");

  @TempDir private Path folder;
  private StudioWindow window;
  private LessonModel lesson;

  @BeforeEach
  void open() throws Exception {
    Path here = Files.createDirectory(folder.resolve("attributions"));
    Files.writeString(here.resolve("en.md"), LESSON);
    LessonFolder read = LessonFolder.open(here);
    window = StudioWindow.showLesson(1280, 720, new LessonStart(read, ReadLesson.of(read, List.of()).lessons(), 0, AnswerKeeper.NONE));
    lesson = window.lesson();
  }

  @AfterEach
  void close() throws TimeoutException {
    window.close();
  }

  private void waitFor(int step, Phase phase) {
    window.until("step " + step + " is " + phase, () -> lesson.stepProperty().get() == step && lesson.phase() == phase);
    window.nextFrames();
  }

  private void next() {
    window.onScreen(() -> {
      lesson.next();
      return null;
    });
  }

  private void answer() {
    window.onScreen(() -> {
      lesson.answering().typedProperty().set("0.5");
      lesson.answering().sureProperty().set(2);
      lesson.question().reveal();
      return null;
    });
  }

  private boolean isSeen(String selector) {
    return window.onScreen(() -> window.all(selector).stream()
        .anyMatch(node -> Stream.iterate(node, Objects::nonNull, Node::getParent).allMatch(Node::isVisible)));
  }

  /** What the cells of the column of examples whose title begins so say, or are said to show. */
  private List<String> cells(String title) {
    return window.onScreen(() -> window.all(".examples .table-cell").stream().filter(TableCell.class::isInstance)
        .map(node -> (TableCell<?, ?>) node).filter(cell -> !cell.isEmpty() && title(cell.getTableColumn()).startsWith(title))
        .map(cell -> cell.getText() == null ? cell.getAccessibleText() : cell.getText()).toList());
  }

  /** A title that explains itself is a label. */
  private static String title(TableColumn<?, ?> column) {
    return column.getGraphic() instanceof Label label ? label.getText() : column.getText();
  }

  @Test
  void anAttributionIsSeenNowhereBeforeItsReveal() {
    waitFor(0, Phase.ASKING);
    window.until("cells", () -> !cells("why").isEmpty());
    assertThat(cells("why")).containsOnly("?");
    answer();
    waitFor(0, Phase.DONE);
    window.until("reasons", () -> cells("why").stream().anyMatch(text -> text.contains("+") || text.contains("−")));

    next();
    waitFor(1, Phase.ASKING);
    window.onScreen(() -> {
      ((ToggleButton) window.find("#tint-input")).setSelected(true);
      window.document().select(List.of(window.document().network().nodes().get(0).id()));
      return null;
    });
    window.nextFrames();
    assertThat(window.onScreen(() -> window.find("#tint-input").isDisabled())).isTrue();
    assertThat(isSeen("#tint-method")).as("colours on the input").isFalse();
    assertThat(isSeen("#attribution-math")).as("attributions in numbers").isFalse();
    answer();
    waitFor(1, Phase.DONE);
    window.until("colours", () -> isSeen("#tint-method"));
  }

  @Test
  void cellsOfExamplesAreWrittenAnewAfterTheReveal() {
    waitFor(0, Phase.ASKING);
    answer();
    waitFor(0, Phase.DONE);
    next();
    waitFor(1, Phase.ASKING);
    answer();
    waitFor(1, Phase.DONE);
    next();
    waitFor(2, Phase.ASKING);
    window.until("cells", () -> !cells("confidence").isEmpty());
    window.onScreen(() -> {
      window.lang().veil().hideAll(); // as until it is known which numbers are to be hidden
      return null;
    });
    window.until("hidden", () -> cells("confidence").stream().anyMatch(text -> text.contains("?")));
    answer();
    waitFor(2, Phase.DONE);
    assertThat(cells("confidence")).isNotEmpty().noneMatch(text -> text.contains("?"));
  }
}
