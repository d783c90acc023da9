package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backprop.ui.learn.lesson.Phase;

/** What a lesson asks to be predicted is seen nowhere beside the pages either, and is there again after the reveal. */
@Tag("story")
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
  private PlayedLesson lesson;
  private StudioWindow window;

  @BeforeEach
  void open() throws Exception {
    lesson = PlayedLesson.open(folder, "attributions", LESSON);
    window = lesson.window();
  }

  @AfterEach
  void close() throws TimeoutException {
    lesson.close();
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
    lesson.waitFor(0, Phase.ASKING);
    window.until("cells", () -> !cells("why").isEmpty());
    assertThat(cells("why")).containsOnly("?");
    lesson.answer("0.5");
    lesson.waitFor(0, Phase.DONE);
    window.until("reasons", () -> cells("why").stream().anyMatch(text -> text.contains("+") || text.contains("−")));

    lesson.next();
    lesson.waitFor(1, Phase.ASKING);
    window.onScreen(() -> {
      ((ToggleButton) window.find("#tint-input")).setSelected(true);
      window.document().select(List.of(window.document().network().nodes().get(0).id()));
      return null;
    });
    window.nextFrames();
    assertThat(window.onScreen(() -> window.find("#tint-input").isDisabled())).isTrue();
    assertThat(lesson.isSeen("#tint-method")).as("colours on the input").isFalse();
    assertThat(lesson.isSeen("#attribution-math")).as("attributions in numbers").isFalse();
    lesson.answer("0.5");
    lesson.waitFor(1, Phase.DONE);
    window.until("colours", () -> lesson.isSeen("#tint-method"));
  }

  @Test
  void cellsOfExamplesAreWrittenAnewAfterTheReveal() {
    lesson.waitFor(0, Phase.ASKING);
    lesson.answer("0.5");
    lesson.waitFor(0, Phase.DONE);
    lesson.next();
    lesson.waitFor(1, Phase.ASKING);
    lesson.answer("0.5");
    lesson.waitFor(1, Phase.DONE);
    lesson.next();
    lesson.waitFor(2, Phase.ASKING);
    window.until("cells", () -> !cells("confidence").isEmpty());
    window.onScreen(() -> {
      window.lang().veil().hideAll(); // as until it is known which numbers are to be hidden
      return null;
    });
    window.until("hidden", () -> cells("confidence").stream().anyMatch(text -> text.contains("?")));
    lesson.answer("0.5");
    lesson.waitFor(2, Phase.DONE);
    assertThat(cells("confidence")).isNotEmpty().noneMatch(text -> text.contains("?"));
  }
}
