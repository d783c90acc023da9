package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backprop.ui.kit.SteadyRobot;
import studio.backprop.ui.learn.lesson.LessonPane;
import studio.backprop.ui.learn.lesson.Phase;

/** Pages of evaluation in a lesson: open as long as the step names them, and covered while they would tell what is to be predicted. */
@Tag("story")
class LessonPagesStoryTest {
  private static final String LESSON = """
      ---
      revision: 1
      title: Pages
      start: sample iris
      minutes: 4
      believes: nothing
      ---
      ## Metrics {#metrics}
      ```set
      run to epoch 3
      ```
      ```show
      views: metrics
      ```
      ```predict number #accuracy
      ask: Which accuracy?
      answer: valid.accuracy
      tolerance: 0.01
      mistake: 0.1 | More.
      ```
      ```reveal of=accuracy
      say: {valid.accuracy|3}
      ```
      ## Explain {#explain}
      ```show
      views: explain
      ```
      ```predict number #share
      ask: Which share?
      answer: explain.integrated(2)
      tolerance: 0.01
      mistake: 2 | Less.
      ```
      ```reveal of=share
      say: {explain.integrated(2)|3}
      ```
      ## Both {#both}
      Two tabs.
      ```show
      views: folds, metrics
      ```
      ## Embedding {#embedding}
      One page.
      ```show
      views: embedding
      ```
      ## Features {#features}
      Columns.
      ```show
      views: features
      ```
      ## Elimination {#elimination}
      Columns, one after the other.
      ```show
      views: features
      controls: elimination
      ```
      ## The network {#network}
      No page.
      ```show
      views: structure
      ```
      ## Folds {#folds}
      ```set
      run folds 3 best 2 on all
      ```
      ```show
      views: folds
      controls: folds
      ```
      ```predict number #mean
      ask: Which mean?
      answer: folds.mean
      tolerance: 0.001
      mistake: 2 | Less.
      ```
      ```reveal of=mean
      say: {folds.mean|3}
      ```
      ## What leaks {#leaks}
      Said by the page.
      ```show
      views: folds, leaks
      controls: folds
      ```
      """;

  @TempDir private Path folder;
  private PlayedLesson lesson;
  private StudioWindow window;

  @BeforeEach
  void open() throws Exception {
    lesson = PlayedLesson.open(folder, "pages", LESSON);
    window = lesson.window();
  }

  @AfterEach
  void close() throws TimeoutException {
    lesson.close();
  }

  private boolean says(String words) {
    return window.onScreen(() -> window.all(".label").stream().filter(Labeled.class::isInstance)
        .filter(node -> Stream.iterate(node, Objects::nonNull, Node::getParent)
            .allMatch(at -> at.isVisible() && !(at instanceof LessonPane)))
        .anyMatch(node -> String.valueOf(((Labeled) node).getText()).contains(words)));
  }

  private boolean withheld() {
    return window.onScreen(() -> window.run().focus().attributionWithheldProperty().get());
  }

  @Test
  void pagesAreOpenAsLongAsTheStepNamesThemAndTellNothingBefore() {
    lesson.waitFor(0, Phase.ASKING);
    assertThat(lesson.isSeen(".metrics")).as("a page that tells the accuracy").isFalse();
    assertThat(says("opens with the reveal")).isTrue();
    lesson.answer("0.9");
    lesson.waitFor(0, Phase.DONE);
    assertThat(lesson.isSeen(".metrics")).isTrue();
    assertThat(lesson.isSeen("#close-metrics")).as("a way out of what the step is about").isFalse();
    new SteadyRobot().push(KeyCode.ESCAPE);
    window.nextFrames();
    assertThat(lesson.isSeen(".metrics")).isTrue();
    lesson.next();
    lesson.waitFor(1, Phase.ASKING);
    assertThat(lesson.isSeen(".reasons") || lesson.isSeen(".metrics")).isFalse();
    assertThat(withheld()).as("the canvas tells what the page does not").isTrue();
    lesson.answer("0.3");
    lesson.waitFor(1, Phase.DONE);
    assertThat(withheld()).isFalse();
    assertThat(lesson.isSeen(".reasons")).isTrue();
    lesson.next();
    lesson.waitFor(2, Phase.READING);
    assertThat(lesson.isSeen(".metrics")).isTrue();
    assertThat(window.onScreen(() -> window.all("#evaluation-tabs .toggle-button").stream().filter(Node::isVisible)
        .map(tab -> ((ToggleButton) tab).getText()).toList())).containsExactly("Metrics", "Cross-validation");
    lesson.next();
    lesson.waitFor(3, Phase.READING);
    assertThat(lesson.isSeen(".embedding")).isTrue();
    assertThat(lesson.isSeen(".metrics")).isFalse();
    lesson.next();
    lesson.waitFor(4, Phase.READING);
    assertThat(lesson.isSeen(".feature-table")).isTrue();
    assertThat(lesson.isSeen("#run-elimination")).as("what trains networks").isFalse();
    lesson.next();
    lesson.waitFor(5, Phase.READING);
    assertThat(lesson.isSeen("#run-elimination")).isTrue();
    lesson.next();
    lesson.waitFor(6, Phase.READING);
    assertThat(lesson.isSeen(".embedding") || lesson.isSeen(".metrics") || lesson.isSeen(".reasons")).isFalse();
    foldsTellNeitherTheMeanBesideNorALeak();
  }

  /** A figure beside the one that is asked for is nearly the same, and a lesson asks itself where a choice of columns leaks. */
  private void foldsTellNeitherTheMeanBesideNorALeak() {
    lesson.next();
    lesson.waitFor(7, Phase.ASKING);
    assertThat(deviations()).as("of the figure that is asked for").isEqualTo(1);
    lesson.answer("0.9");
    lesson.waitFor(7, Phase.DONE);
    assertThat(deviations()).isEqualTo(3);
    assertThat(says("chosen on all rows")).isTrue();
    assertThat(says("Too good") || says("leaks")).isFalse();
    lesson.next();
    lesson.waitFor(8, Phase.READING);
    assertThat(says("Too good") && says("the result leaks")).isTrue();
    assertThat(window.onScreen(() -> window.all("#chosen-on .list-cell").stream().map(node -> ((Labeled) node).getText()).toList()))
        .contains("all rows (leaks)");
  }

  private long deviations() {
    return window.onScreen(() -> window.all(".fold-table .label").stream()
        .filter(node -> String.valueOf(((Labeled) node).getText()).matches("[\\d.?]+ ± .*")).count());
  }
}
