package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.network.Edit;
import studio.backprop.network.Network;
import studio.backprop.project.Project;
import studio.backprop.run.time.RunDiff;
import studio.backprop.text.Message;
import studio.backprop.ui.design.designer.edit.Lens;
import studio.backprop.ui.kit.Numbers;
import studio.backprop.ui.workspace.run.DifferenceTexts;
import studio.backprop.ui.workspace.run.StepComparison;

/** A run is left at a past step; then its branch is looked at beside it. */
@Tag("story")
class DifferenceStoryTest {
  private static final long PAST = 20;
  private static final long NEWEST = 60;

  private StudioWindow window;

  @BeforeEach
  void train() throws TimeoutException {
    window = StudioWindow.show(1600, 960);
    window.open(Path.of("digits-cnn"));
    window.onScreen(() -> {
      window.run().trainer().playSteps(NEWEST);
      return null;
    });
    standsAt(NEWEST);
  }

  @AfterEach
  void close() throws TimeoutException {
    window.close();
  }

  private StepComparison comparison() {
    return window.run().branches().comparison();
  }

  private void standsAt(long step) {
    window.until("at step " + step, () -> !window.run().playing() && window.run().snapshot().filter(seen -> seen.step() == step)
        .isPresent());
  }

  private void branch(UnaryOperator<Project> change) {
    window.onScreen(() -> {
      window.run().past().goTo(PAST);
      return null;
    });
    standsAt(PAST);
    window.onScreen(() -> {
      window.run().branching().branch(new Edit<>(Message.of("branch.twin"), change));
      return null;
    });
    window.until("branched", () -> window.run().branches().all().size() == 2);
    standsAt(NEWEST);
  }

  private static Project faster(Project project) {
    return project.withTraining(training -> training.withRate(3 * training.rate()));
  }

  private RunDiff found(long step) {
    window.until("compared at " + step, () -> comparison().differenceProperty().get().filter(found -> found.step() == step).isPresent());
    window.nextFrames();
    return comparison().differenceProperty().get().orElseThrow();
  }

  private List<String> texts(String selector) {
    return window.onScreen(() -> window.all(selector).stream().filter(Node::isVisible).map(node -> ((Label) node).getText()).toList());
  }

  @Test
  void aRunAloneHasNoDifference() {
    window.choose(Lens.DIFFERENCE);
    assertThat(window.shows(".compare")).isFalse();
    assertThat(window.onScreen(() -> window.all(".segmented .toggle-button:selected").stream().map(Node::getUserData).toList()))
        .contains(Lens.STRUCTURE);
    Node button = window.onScreen(() -> window.all(".segmented .toggle-button").stream()
        .filter(node -> Lens.DIFFERENCE == node.getUserData()).findFirst().orElseThrow());
    assertThat(button.getAccessibleText()).startsWith("Branch from a step first");
  }

  @Test
  void aBranchAndTheRunThatItLeftAreSeenBesideEachOther() {
    System.gc(); // what nobody holds would no longer hear of the branch
    branch(DifferenceStoryTest::faster);
    window.key(KeyCode.DIGIT6);
    RunDiff found = found(NEWEST);
    assertThat(window.shows(".compare")).isTrue();
    String apart = DifferenceTexts.percent(found.of("conv_1").orElseThrow().weightsApart(), new Numbers(Locale.ENGLISH));
    assertThat(texts(".compare .compare-row .number")).contains(apart).hasSizeGreaterThan(6);
    assertThat(texts(".compare .figures .set")).containsExactly("Learning rate", "0.01", "0.03");
    assertThat(texts(".compare .head .mut")).containsExactly("at step 60");
    String wire = DifferenceTexts.percent(found.of("conv_1").orElseThrow().outputApart(), new Numbers(Locale.ENGLISH));
    assertThat(texts(".wire-pill")).contains(wire);
    Node button = window.onScreen(() -> window.all(".segmented .toggle-button").stream()
        .filter(node -> Lens.DIFFERENCE == node.getUserData()).findFirst().orElseThrow());
    assertThat(button.isVisible()).as("the lens is named where it is chosen").isTrue();
    assertThat(texts(".legend-line .words .label")).as("the lens has its name and says what is compared").first().isEqualTo("Difference");
    assertThat(texts(".legend-line .words .label").get(1)).startsWith("Wires: how much");
    assertThat(texts(".designer-node .run-badge").stream().distinct()).containsExactly("A", "B", "B−A");
    window.onScreen(() -> {
      window.run().past().goTo(PAST);
      return null;
    });
    found(PAST);
    assertThat(texts(".wire-pill")).as("where they parted").isNotEmpty()
        .allMatch(DifferenceTexts.percent(0, new Numbers(Locale.ENGLISH))::equals);
    assertThat(texts(".compare .sentence")).containsExactly("Both runs are identical here to the last bit.");
  }

  @Test
  void aRowLeadsToItsNodeAndTheRunsCanChangePlaces() {
    branch(DifferenceStoryTest::faster);
    window.key(KeyCode.DIGIT6);
    found(NEWEST);
    window.onScreen(() -> {
      ((ButtonBase) window.find(".compare-row")).fire();
      return null;
    });
    assertThat(window.onScreen(() -> window.document().network().node(window.document().selectedNode().orElseThrow()).name()))
        .isEqualTo("conv_1");
    window.onScreen(() -> {
      MenuButton menu = (MenuButton) window.find("#compare-a");
      menu.getOnShowing().handle(null);
      menu.getItems().get(1).fire();
      return null;
    });
    found(NEWEST);
    assertThat(texts(".compare .title")).containsExactly("A against B");
    window.key(KeyCode.DIGIT4);
    assertThat(window.shows(".compare")).isFalse();
    assertThat(window.shows(".inspector")).isTrue();
  }

  @Test
  void aBranchWithAnotherNetworkSaysWhatOnlyOneHas() {
    branch(project -> project.withNetwork(network -> {
      int end = network.objective().output().id();
      int last = network.sources(end).get(0).id();
      Network longer = network.add(Dense.of(10, Activation.SOFTMAX), network.node(end).x(), network.node(end).y());
      int added = longer.nodes().get(longer.nodes().size() - 1).id();
      return longer.unwire(last, end).wire(last, added).wire(added, end);
    }));
    window.key(KeyCode.DIGIT6);
    found(NEWEST);
    assertThat(texts(".compare .compare-row .number")).contains("only in B");
  }
}
