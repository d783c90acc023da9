package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.lesson.read.ReadLesson;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.PaintedWord;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.SteadyRobot;
import studio.backprop.ui.learn.lesson.AnswerKeeper;
import studio.backprop.ui.learn.lesson.LessonModel;
import studio.backprop.ui.learn.lesson.Outcome;
import studio.backprop.ui.learn.lesson.Phase;

/** A class plays the steps of a lesson with the two keys of a clicker: what is asked is also revealed. */
@Tag("story")
class ClickerStoryTest {
  private StudioWindow window;
  private LessonModel lesson;

  private void present(String id, String step) throws TimeoutException {
    LessonFolder folder = LessonFolder.bundled(id);
    var read = ReadLesson.of(folder, List.of()).lessons();
    window = StudioWindow.showLesson(1280, 720,
        new LessonStart(folder, read, read.get("en").indexOf(step).orElseThrow(), AnswerKeeper.NONE));
    lesson = window.lesson();
    window.until("the question", () -> lesson.phase() == Phase.ASKING);
    window.press("present");
    window.nextFrames();
  }

  @AfterEach
  void close() throws TimeoutException {
    window.close();
  }

  private void ahead() throws TimeoutException {
    window.key(KeyCode.PAGE_DOWN);
    window.until("rest", () -> !Set.of(Phase.REVEALING, Phase.PREPARING).contains(lesson.phase()));
    window.nextFrames();
  }

  /** The name of the view that is presented. */
  private String view() {
    return window.onScreen(() -> window.all(".views .toggle-button").stream().map(ToggleButton.class::cast)
        .filter(ToggleButton::isSelected).map(Labeled::getText).findFirst().orElse(""));
  }

  private boolean sees(String words) {
    return window.<String>onScreen(() -> window.all(".lesson .lesson-text").stream().filter(Sight::of).filter(Text.class::isInstance)
        .map(text -> ((Text) text).getText()).collect(Collectors.joining())).contains(words);
  }

  @Test
  void aReasonIsRevealedInTheTextBesideTheTally() throws TimeoutException {
    present("bias", "why");
    new SteadyRobot().push(KeyCode.DIGIT1).push(KeyCode.DIGIT2).push(KeyCode.DIGIT1);
    int step = lesson.stepProperty().get();
    ahead();
    assertThat(lesson.phase()).isEqualTo(Phase.DONE);
    assertThat(view()).isEqualTo("Text");
    assertThat(window.<List<String>>onScreen(() -> window.all(".answer .votes").stream()
        .filter(votes -> votes.getParent().getPseudoClassStates().contains(PseudoClass.getPseudoClass("right")))
        .map(votes -> ((Labeled) votes).getText()).toList())).containsExactly("2");
    assertThat(sees("Only the bias moves the line up or down")).isTrue();
    assertThat(lesson.outcome(step).orElseThrow().kind()).isEqualTo(Outcome.Kind.READ);
    ahead();
    assertThat(lesson.endedProperty().get()).isTrue();
  }

  @Test
  void aTaskIsSolvedInTheMainViewAndEachViewIsSeen() throws TimeoutException {
    present("first-neuron", "slide");
    ahead();
    assertThat(view()).isEqualTo("Network");
    assertThat(lesson.phase()).isEqualTo(Phase.ASKING);
    assertThat(main()).isEqualTo("Show a solution");
    ahead();
    assertThat(lesson.phase()).isEqualTo(Phase.DONE);
    List<String> seen = new ArrayList<>();
    while (lesson.stepProperty().get() == 0 && seen.size() < 9) {
      seen.add(view());
      if (view().equals("Text")) {
        assertThat(sees("You have just done by hand what training does.")).isTrue();
        assertThat(sees("Loss 0.")).as("of the network with the solution").isTrue();
      }
      ahead();
    }
    assertThat(seen).containsExactly("Network", "Output", "Loss", "Text");
  }

  /** What is said on the button that leads on. */
  private String main() {
    return window.onScreen(() -> ((Labeled) window.find("#lesson-main")).getText());
  }

  @Test
  void trainingIsCalledAStepAndIsNotOfferedOnTheLastPage() throws TimeoutException {
    present("bias", "switch");
    assertThat(buttons()).containsExactly("Next", "Play", "Step");
    while (!lesson.endedProperty().get()) {
      ahead();
    }
    assertThat(buttons()).containsExactly("End the lesson");
  }

  @Test
  void theKeysThatCountAreNamedWhileThereIsAQuestionAndTheTextIsAsLargeAsItFits() throws TimeoutException {
    present("bias", "why");
    for (Texts texts : List.of(Texts.CHINESE, Texts.ENGLISH)) {
      window.speak(texts);
      window.nextFrames();
      assertThat(window.faults()).isEmpty();
    }
    assertThat(window.<List<String>>onScreen(() -> window.find("#count").lookupAll(".label").stream().map(label -> ((Labeled) label)
        .getText()).toList())).containsExactly("Count", "1–4 · Backspace");
    assertThat(window.<Double>onScreen(() -> window.find(".lesson").getLocalToSceneTransform().getMxx())).isGreaterThan(1);
    assertThat(window.<Boolean>onScreen(() -> window.all(".lesson-scroll .scroll-bar").stream().anyMatch(Sight::of))).isFalse();
    ahead();
    assertThat(window.shows("#count")).isFalse();
  }

  @Test
  void aRoomOfAStepIsCalledAsInTheWindow() throws TimeoutException {
    present("bias", "switch");
    assertThat(views()).containsExactly("Text", "Network", "Output", "Loss", "Settings");
    window.speak(Texts.CHINESE);
    assertThat(views()).endsWith("设置").doesNotContain("这一步");
  }

  @Test
  void runsSideBySideAreCalledTwinRuns() throws TimeoutException {
    present("learning-rate", "race");
    assertThat(views()).containsExactly("Text", "Twin runs", "Curves");
  }

  private List<String> views() {
    return window.onScreen(() -> window.all(".views .toggle-button").stream().map(view -> ((Labeled) view).getText()).toList());
  }

  /** What stands at the left of the lower bar. */
  private List<String> buttons() {
    return window.onScreen(() -> Stream.of("lesson-main", "play", "next").map(id -> window.find(".controls #" + id)).filter(Sight::of)
        .map(button -> ((Labeled) button).getText()).toList());
  }

  @Test
  void aLongNetworkIsWrittenWhereThereIsRoomAndCurvesThatNobodyNamedAreLeftOut() throws TimeoutException {
    present("vanishing", "third");
    ahead();
    ahead();
    assertThat(view()).isEqualTo("Network");
    assertThat(window.<List<String>>onScreen(this::writtenOver)).isEmpty();
    ahead();
    assertThat(window.<List<String>>onScreen(() -> painted().filter(word -> word.startsWith("run ")).toList())).isEmpty();
    window.key(KeyCode.ESCAPE);
    window.until("all runs again", () -> painted().anyMatch(word -> word.startsWith("run ")));
  }

  /** Words of nodes that touch one another or a picture, or reach beyond their node. */
  private List<String> writtenOver() {
    List<String> found = new ArrayList<>();
    for (Node node : window.all(".designer-node")) {
      List<Node> words = Stream.of(".node-title", ".node-shape", ".far-number", ".loss-number")
          .flatMap(style -> node.lookupAll(style).stream())
          .filter(word -> Sight.of(word) && word.getOpacity() > 0 && !word(word).isBlank()).toList();
      for (int i = 0; i < words.size(); i++) {
        Bounds one = written(words.get(i));
        if (!node.localToScene(node.getLayoutBounds()).contains(one)) {
          found.add(word(words.get(i)) + " beyond its node");
        }
        for (Node other : words.subList(i + 1, words.size())) {
          if (one.intersects(written(other))) {
            found.add(word(words.get(i)) + " and " + word(other));
          }
        }
      }
    }
    return found;
  }

  private static String word(Node node) {
    return node instanceof Labeled label ? label.getText() : ((Text) node).getText();
  }

  /** Where the letters themselves stand: lines may touch above and below them. */
  private static Bounds written(Node node) {
    Bounds all = node.localToScene(node.getLayoutBounds());
    return new BoundingBox(all.getMinX(), all.getMinY() + all.getHeight() * 0.2, all.getWidth() * 0.9, all.getHeight() * 0.6);
  }

  private Stream<String> painted() {
    return window.all("*").stream().filter(Sight::of).filter(Painting.class::isInstance)
        .flatMap(picture -> ((Painting) picture).words().stream()).map(PaintedWord::text);
  }
}
