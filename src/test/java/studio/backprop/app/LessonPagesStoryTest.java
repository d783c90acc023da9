package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.lesson.read.ReadLesson;
import studio.backprop.ui.lesson.AnswerKeeper;
import studio.backprop.ui.lesson.LessonModel;
import studio.backprop.ui.lesson.LessonPane;
import studio.backprop.ui.lesson.Phase;

/** Pages of evaluation in a lesson: open as long as the step names them, and covered while they would tell what is to be predicted. */
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
  private StudioWindow window;
  private LessonModel lesson;

  @BeforeEach
  void open() throws Exception {
    Path here = Files.createDirectory(folder.resolve("pages"));
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

  private void answer(String typed) {
    window.onScreen(() -> {
      lesson.answering().typedProperty().set(typed);
      lesson.answering().sureProperty().set(2);
      lesson.question().reveal();
      return null;
    });
  }

  private boolean isSeen(String selector) {
    return window.onScreen(() -> window.all(selector).stream()
        .anyMatch(node -> Stream.iterate(node, Objects::nonNull, Node::getParent).allMatch(Node::isVisible)));
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
    waitFor(0, Phase.ASKING);
    assertThat(isSeen(".metrics")).as("a page that tells the accuracy").isFalse();
    assertThat(says("opens with the reveal")).isTrue();
    answer("0.9");
    waitFor(0, Phase.DONE);
    assertThat(isSeen(".metrics")).isTrue();
    assertThat(isSeen("#close-metrics")).as("a way out of what the step is about").isFalse();
    new FxRobot().push(KeyCode.ESCAPE);
    window.nextFrames();
    assertThat(isSeen(".metrics")).isTrue();
    next();
    waitFor(1, Phase.ASKING);
    assertThat(isSeen(".reasons") || isSeen(".metrics")).isFalse();
    assertThat(withheld()).as("the canvas tells what the page does not").isTrue();
    answer("0.3");
    waitFor(1, Phase.DONE);
    assertThat(withheld()).isFalse();
    assertThat(isSeen(".reasons")).isTrue();
    next();
    waitFor(2, Phase.READING);
    assertThat(isSeen(".metrics")).isTrue();
    assertThat(window.onScreen(() -> window.all("#evaluation-tabs .toggle-button").stream().filter(Node::isVisible)
        .map(tab -> ((ToggleButton) tab).getText()).toList())).containsExactly("Metrics", "Cross-validation");
    next();
    waitFor(3, Phase.READING);
    assertThat(isSeen(".embedding")).isTrue();
    assertThat(isSeen(".metrics")).isFalse();
    next();
    waitFor(4, Phase.READING);
    assertThat(isSeen(".feature-table")).isTrue();
    assertThat(isSeen("#run-elimination")).as("what trains networks").isFalse();
    next();
    waitFor(5, Phase.READING);
    assertThat(isSeen("#run-elimination")).isTrue();
    next();
    waitFor(6, Phase.READING);
    assertThat(isSeen(".embedding") || isSeen(".metrics") || isSeen(".reasons")).isFalse();
    foldsTellNeitherTheMeanBesideNorALeak();
  }

  /** A figure beside the one that is asked for is nearly the same, and a lesson asks itself where a choice of columns leaks. */
  private void foldsTellNeitherTheMeanBesideNorALeak() {
    next();
    waitFor(7, Phase.ASKING);
    assertThat(deviations()).as("of the figure that is asked for").isEqualTo(1);
    answer("0.9");
    waitFor(7, Phase.DONE);
    assertThat(deviations()).isEqualTo(3);
    assertThat(says("chosen on all rows")).isTrue();
    assertThat(says("Too good") || says("leaks")).isFalse();
    next();
    waitFor(8, Phase.READING);
    assertThat(says("Too good") && says("the result leaks")).isTrue();
    assertThat(window.onScreen(() -> window.all("#chosen-on .list-cell").stream().map(node -> ((Labeled) node).getText()).toList()))
        .contains("all rows (leaks)");
  }

  private long deviations() {
    return window.onScreen(() -> window.all(".fold-table .label").stream()
        .filter(node -> String.valueOf(((Labeled) node).getText()).matches("[\\d.?]+ ± .*")).count());
  }
}
