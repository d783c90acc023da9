package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.lesson.read.ReadLesson;
import studio.backprop.run.Status;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.SteadyRobot;
import studio.backprop.ui.learn.lesson.AnswerKeeper;
import studio.backprop.ui.learn.lesson.LessonModel;
import studio.backprop.ui.learn.lesson.Outcome;
import studio.backprop.ui.learn.lesson.Phase;

/**
 * Two lessons without a mouse and without an eye: each act is a key, each step brings the keys to where they are of use, the ring of the
 * focus is drawn there, and a screen reader says what is asked, what every control is, and what came out.
 */
@Tag("story")
class LessonKeysStoryTest {
  private final FxRobot keys = new SteadyRobot();
  private StudioWindow window;
  private LessonModel lesson;

  /** Plain kernels need no warming up. */
  @BeforeAll
  static void choosePlainKernels() {
    System.setProperty(KernelChoice.PROPERTY, "scalar");
  }

  @AfterAll
  static void chooseNone() {
    System.clearProperty(KernelChoice.PROPERTY);
  }

  @AfterEach
  void close() throws TimeoutException {
    window.close();
  }

  private void open(String id) throws TimeoutException {
    LessonFolder folder = LessonFolder.bundled(id);
    window = StudioWindow.showLesson(1280, 720, new LessonStart(folder, ReadLesson.of(folder, List.of()).lessons(), 0,
        AnswerKeeper.NONE));
    lesson = window.lesson();
  }

  @Test
  void oneNeuronLearnsALine() throws TimeoutException {
    open("first-neuron");

    begins(0, "weight-w");
    assertThat(spoken()).startsWith("w. Loss of all examples: 41");
    keys.push(KeyCode.RIGHT).push(KeyCode.RIGHT);
    window.until("the loss is said with the slider", () -> spoken().matches("w\\. Loss of all examples: 3\\d.*"));
    keys.push(KeyCode.TAB).write("2").push(KeyCode.ENTER).push(KeyCode.SHIFT, KeyCode.TAB).push(KeyCode.SHIFT, KeyCode.TAB);
    for (int i = 0; i < 10 && lesson.phase() == Phase.ASKING; i++) {
      keys.push(KeyCode.RIGHT);
    }
    leadsOn("Done.");

    begins(1, "weight-w");
    keys.push(KeyCode.TAB).write("2.2").push(KeyCode.ENTER);
    assertThat(spoken()).as("after the number is taken").isEqualTo("Value of w 2.2");
    keys.push(KeyCode.TAB).push(KeyCode.TAB).write("0.4").push(KeyCode.ENTER);
    leadsOn("Done.");

    begins(2, "answer-w");
    keys.push(KeyCode.DOWN);
    assertThat(spoken()).startsWith("2. b, the one that is added");
    keys.push(KeyCode.UP).push(KeyCode.ENTER).push(KeyCode.ENTER);
    reveal(1);
    leadsOn("Predicted correctly.");

    begins(3, "answer-forty");
    keys.push(KeyCode.DIGIT3).push(KeyCode.TAB);
    reveal(3);
    leadsOn("Predicted correctly.");

    begins(4, "");
    keys.push(KeyCode.SPACE);
    leadsOn("The taxi's rule is 2 per kilometre plus 1.");

    begins(5, "answer-number");
    keys.write("21.2").push(KeyCode.ENTER);
    reveal(2);
    leadsOn("You predicted 21.2");

    begins(6, "answer-knobs");
    keys.push(KeyCode.DOWN).push(KeyCode.ENTER);
    isTold("Not quite.");
    keys.push(KeyCode.DIGIT1);
    window.until("the right one is found", () -> lesson.answering().keyProperty().get().equals("knobs"));
    ends(7);
  }

  @Test
  void aStepTooFar() throws TimeoutException {
    open("learning-rate");

    begins(0, "answer-a");
    keys.push(KeyCode.DIGIT3).push(KeyCode.UP).push(KeyCode.ENTER); // a digit leads the focus, too
    assertThat(spoken()).isEqualTo("2. B, rate 0.02 (place 2)");
    keys.push(KeyCode.UP).push(KeyCode.SPACE).push(KeyCode.TAB);
    reveal(2);
    leadsOn("Predicted correctly.");

    begins(1, "answer-less");
    keys.push(KeyCode.DIGIT1).push(KeyCode.DIGIT3).push(KeyCode.ENTER); // on what was chosen last, Enter leads on
    reveal(2);
    leadsOn("Predicted correctly.");

    begins(2, "curve-handle-1");
    drawUpwards();
    reveal(1);
    leadsOn("Predicted correctly.");

    begins(3, "");
    train("0.11");
    leadsOn("steps at rate 0.11");

    begins(4, "");
    heal();
    leadsOn("It is healed.");

    begins(5, "answer-breaks");
    keys.push(KeyCode.DOWN).push(KeyCode.ENTER).push(KeyCode.ENTER);
    reveal(1);
    leadsOn("Predicted correctly.");

    begins(6, "");
    train("0.005");
    leadsOn("It is a common wrong diagnosis.");

    begins(7, "answer-numbers");
    for (int i = 1; i < 4 && !focused().getId().equals("answer-straight"); i++) {
      keys.push(KeyCode.DOWN);
    }
    keys.push(KeyCode.ENTER);
    isTold("That is it.");
    ends(8);
  }

  // --- acts

  /** The last handle goes up to the rim of the plot, and says where it is. */
  private void drawUpwards() {
    assertThat(spoken()).isEqualTo("Handle 1 of 4: not placed");
    assertThat(focused().getAccessibleRole()).isEqualTo(AccessibleRole.SLIDER);
    keys.push(KeyCode.LEFT);
    assertThat(spoken()).isEqualTo("Handle 4 of 4: not placed");
    List<String> said = new ArrayList<>();
    for (int i = 0; i < 13; i++) {
      keys.push(KeyCode.UP);
      window.nextFrames();
      said.add(spoken().replaceFirst(".*: ", ""));
    }
    assertThat(said).as("each press says another value").doesNotHaveDuplicates().noneMatch(value -> value.contains("not placed"));
    keys.push(KeyCode.ENTER);
  }

  /** Types a learning rate into the bar at the top, resets and plays. */
  private void train(String rate) {
    go(".top-bar");
    tabTo(() -> within(".rate") && focused() instanceof TextField);
    keys.write(rate).push(KeyCode.ENTER).push(KeyCode.SHORTCUT, KeyCode.HOME).push(KeyCode.SPACE);
  }

  /** Plays to the end, goes to the doctor's page, runs its first experiment, keeps it, and plays on. */
  private void heal() {
    keys.push(KeyCode.SPACE);
    window.until("trained to the end", () -> window.state() == Status.State.FINISHED);
    keys.push(KeyCode.F9);
    window.until("the doctor names what is wrong", () -> !window.all(".doctor .finding-card").isEmpty());
    go(".right-side");
    tabTo(() -> isNamed("doctor.attempt"));
    assertThat(unnamed()).isEmpty();
    keys.push(KeyCode.ENTER);
    window.until("the outcome has the focus", () -> isNamed("doctor.keep"));
    keys.push(KeyCode.ENTER);
  }

  private boolean isNamed(String key) {
    return focused() instanceof Labeled button && Texts.ENGLISH.say(key).equals(button.getText());
  }

  /** From panel to panel. */
  private void go(String panel) {
    for (int i = 0; i < 6 && !within(panel); i++) {
      keys.push(KeyCode.F6);
    }
    assertThat(within(panel)).as("in " + panel).isTrue();
    ringIsSeen("in " + panel);
  }

  private void tabTo(BooleanSupplier there) {
    for (int i = 0; i < 20 && !window.onScreen(there::getAsBoolean); i++) {
      keys.push(KeyCode.TAB);
    }
    assertThat(window.onScreen(there::getAsBoolean)).isTrue();
  }

  private void reveal(int sure) {
    window.until("asked how sure", () -> focused().getId() != null && focused().getId().startsWith("sure-"));
    assertThat(spoken()).isEqualTo("How sure? a guess");
    keys.push(KeyCode.SPACE);
    for (int i = 1; i < sure; i++) {
      keys.push(KeyCode.RIGHT);
    }
    window.until("said how sure", () -> lesson.answering().sure() == sure);
    keys.push(sure == 1 ? KeyCode.ENTER : KeyCode.SPACE); // either reveals on the level that is chosen
  }

  // --- what is so at each step

  /** @param first what has the focus; empty for the page, where nothing is to be answered there */
  private void begins(int step, String first) {
    window.until("step " + (step + 1) + " is open", () -> lesson.stepProperty().get() == step && lesson.phase() == Phase.ASKING);
    window.until("step " + (step + 1) + " begins at " + first + ", not at " + focused(),
        () -> focused() != null && (first.isEmpty() ? isPage(focused()) : first.equals(focused().getId())));
    String asked = first.isEmpty() ? spoken() : window.onScreen(() -> focused().getAccessibleHelp());
    assertThat(asked).contains(lesson.current().heading());
    ringIsSeen("as step " + (step + 1) + " begins");
    everythingIsNamed();
  }

  /** The reply is there, and Enter goes on. */
  private void leadsOn(String said) {
    isTold(said);
    keys.push(KeyCode.ENTER);
  }

  /** The reply is there, and the keys are at what leads on. */
  private void isTold(String said) {
    int step = lesson.stepProperty().get();
    window.until("step " + (step + 1) + " is done", () -> lesson.phase() == Phase.DONE);
    window.until("the way on has the focus, not " + focused(), () -> focused() != null && "lesson-main".equals(focused().getId()));
    assertThat(window.<String>onScreen(() -> focused().getAccessibleHelp())).contains(said);
    ringIsSeen("when step " + (step + 1) + " is done");
    assertThat(unnamed()).isEmpty();
  }

  private void ends(int steps) {
    keys.push(KeyCode.PAGE_DOWN);
    window.until("the last page is there", () -> lesson.endedProperty().get());
    window.until("the way out has the focus", () -> focused() != null && "lesson-main".equals(focused().getId()));
    assertThat(spoken()).isEqualTo(Texts.ENGLISH.say("lesson.leave"));
    ringIsSeen("on the last page");
    for (int i = 0; i < steps; i++) {
      assertThat(lesson.outcome(i).map(Outcome::kind)).get().isIn(Outcome.Kind.RIGHT, Outcome.Kind.DONE, Outcome.Kind.WRONG);
    }
  }

  private static boolean isPage(Node node) {
    return node.getStyleClass().contains("lesson-scroll");
  }

  private void ringIsSeen(String when) {
    window.nextFrames();
    assertThat(window.onScreen(() -> focused().isFocusVisible() && isSeen(focused()))).as("the ring of " + focused() + " " + when).isTrue();
  }

  /** In both languages; the place stays. */
  private void everythingIsNamed() {
    String id = window.onScreen(() -> focused().getId());
    for (Texts texts : List.of(Texts.CHINESE, Texts.ENGLISH)) {
      window.speak(texts);
      assertThat(unnamed()).isEmpty();
      window.until("the focus is where it was", () -> focused() != null && Objects.equals(id, focused().getId()) && isSeen(focused()));
    }
  }

  private List<String> unnamed() {
    return window.onScreen(() -> LayoutFaults.unnamed(window.find(".shell").getScene().getRoot()));
  }

  private static boolean isSeen(Node node) {
    return Stream.iterate(node, Objects::nonNull, Node::getParent).allMatch(Node::isVisible);
  }

  private boolean within(String panel) {
    return window.onScreen(() -> Stream.iterate(focused(), Objects::nonNull, Node::getParent)
        .anyMatch(node -> node == window.find(panel)));
  }

  /** What a screen reader says of the control that has the focus. */
  private String spoken() {
    return window.onScreen(() -> focused().getAccessibleText() != null ? focused().getAccessibleText() : ((Labeled) focused()).getText());
  }

  private Node focused() {
    Scene scene = window.find(".shell").getScene();
    return scene.getFocusOwner();
  }
}
