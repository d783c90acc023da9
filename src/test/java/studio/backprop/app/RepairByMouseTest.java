package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;
import studio.backprop.data.DataSettings;
import studio.backprop.network.Problem;
import studio.backprop.project.Project;
import studio.backprop.text.Texts;
import studio.backprop.train.BrokenNetworks;
import studio.backprop.train.BrokenNetworks.Broken;
import studio.backprop.ui.kit.SteadyRobot;

/**
 * Every rule by the mouse: a click on the badge of the broken node or on the sentence in the list says what is wrong, a repair under the
 * mouse is shown as a ghost, a click takes it, and a click on undo brings the problem back. `RepairsTest` knows that no rule is missing.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("story")
class RepairByMouseTest {
  private final FxRobot mouse = new SteadyRobot();
  private StudioWindow window;

  static List<Broken> broken() {
    return BrokenNetworks.all();
  }

  @BeforeAll
  void open() throws TimeoutException {
    window = StudioWindow.show(1600, 900);
    mouse.clickOn("#status");
    window.until("the analyser", () -> window.shows(".analyser"));
  }

  @AfterAll
  void close() throws TimeoutException {
    window.close();
  }

  @ParameterizedTest
  @MethodSource("broken")
  void everyRuleIsSaidPreviewedMendedAndBroughtBackByTheMouse(Broken broken) {
    window.open(new Project(broken.network(), DataSettings.of(broken.data()), Optional.empty(), Project.EMPTY.training()));
    Problem problem = window.onScreen(() -> window.document().findings().stream()
        .filter(found -> found.sentence().key().equals(broken.rule())).findFirst().orElseThrow());
    Button fix = fix(problem);
    mouse.moveTo(fix);
    window.until("the ghost of " + broken, this::previews);
    assertThat(window.document().network()).isEqualTo(broken.network());
    mouse.clickOn(fix);
    window.until(broken + " mended", () -> window.document().findings().stream().noneMatch(problem::sameAs));
    mouse.clickOn("#undo");
    window.until(broken + " again", () -> window.document().network().equals(broken.network()));
    assertThat(window.document().findings()).contains(problem);
  }

  /**
   * The first repair, once the sentence stands on the card beside it; an empty canvas has no node to stand by, so it is read in the list.
   */
  private Button fix(Problem problem) {
    String sentence = Texts.ENGLISH.say(problem.sentence());
    if (problem.node() > 0) {
      mouse.clickOn(window.<Node>onScreen(() -> badge(problem)));
    }
    if (!window.onScreen(() -> cardSays(sentence))) {
      mouse.clickOn(line(sentence));
    }
    boolean card = !window.document().network().nodes().isEmpty();
    assertThat(window.<Boolean>onScreen(() -> cardSays(sentence))).as(sentence).isEqualTo(card);
    return window.onScreen(() -> (Button) window.find(card ? ".problem-card .repair" : ".finding-line .fix"));
  }

  private Node badge(Problem problem) {
    return window.all(".node-badge").stream().filter(badge -> badge.isVisible() && says(badge.getParent(), name(problem))).findFirst()
        .orElseThrow();
  }

  private String name(Problem problem) {
    return window.document().network().node(problem.node()).name();
  }

  private Node line(String sentence) {
    return window.onScreen(() -> window.all(".finding").stream().filter(line -> says(line, sentence)).findFirst().orElseThrow());
  }

  private boolean cardSays(String sentence) {
    return window.all(".problem-card.pop").stream().anyMatch(card -> card.isVisible() && says(card, sentence));
  }

  private static boolean says(Node node, String words) {
    boolean itself = node instanceof Labeled label && (words.equals(label.getText()) || words.equals(fact(label.getText()))
        || label.getText() != null && label.getText().equals(fact(words)));
    return itself || node instanceof Parent parent && parent.getChildrenUnmodifiable().stream().anyMatch(child -> says(child, words));
  }

  /** The card beside its buttons says what is wrong and leaves what to do to them. */
  private static String fact(String sentence) {
    return sentence == null ? "" : sentence.split("(?<=\\.) (?=[A-Z])")[0];
  }

  /** A dashed node, wire or rim, or something that fades because it would go. */
  private boolean previews() {
    return Stream.of(".designer-node.ghost", ".ghost-wire", ".ghost-rim", ".designer-node", ".designer-wire")
        .flatMap(kind -> window.all(kind).stream())
        .anyMatch(node -> shown(node) && (node.getStyleClass().stream().anyMatch(style -> style.startsWith("ghost"))
            || node.getOpacity() < 1));
  }

  private static boolean shown(Node node) {
    return node == null || node.isVisible() && shown(node.getParent());
  }
}
