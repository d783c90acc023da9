package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import studio.backprop.data.DataSettings;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.layer.Layer;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.network.Problem;
import studio.backprop.optim.Sgd;
import studio.backprop.project.Project;
import studio.backprop.run.Status;
import studio.backprop.tensor.Init;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;
import studio.backprop.train.BrokenNetworks;
import studio.backprop.train.BrokenNetworks.Broken;
import studio.backprop.ui.design.designer.edit.Lens;
import studio.backprop.ui.kit.SteadyRobot;

/**
 * What is wrong with a network is said, mended by a key and brought back by another (by the mouse, see RepairByMouseTest); a fault in
 * training is explained and overcome.
 */
@Tag("story")
class RepairStoryTest {
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
  void whatIsWrongWithNetworkNodeOrDataIsSaidMendedAndBroughtBackByKeys() {
    List<String> rules = List.of("network.no_loss", "refuse.needs_row", "ready.classes", "problem.setting", "hint.softmax_twice");
    for (Broken broken : BrokenNetworks.all().stream().filter(one -> rules.contains(one.rule())).toList()) {
      window.open(project(broken.data(), broken.network()));
      Problem problem = window.onScreen(() -> window.document().findings().stream()
          .filter(p -> p.sentence().key().equals(broken.rule())).findFirst().orElseThrow());
      String sentence = Texts.ENGLISH.say(problem.sentence());
      for (int i = 0; i < 5 && !said(sentence); i++) {
        person.push(KeyCode.F8);
      }
      assertThat(said(sentence)).as(broken + ": " + sentence).isTrue();
      window.nextFrames();
      person.push(KeyCode.ENTER);
      window.until(broken + " mended", () -> window.document().findings().stream().noneMatch(problem::sameAs));
      person.push(KeyCode.SHORTCUT, KeyCode.Z);
      window.until(broken + " again", () -> window.document().network().equals(broken.network()));
    }
  }

  @Test
  void aRepairUnderTheMouseIsPreviewedAndTakenByAClickInTheListOfProblems() {
    Broken row = BrokenNetworks.all().stream().filter(broken -> broken.rule().equals("refuse.needs_row")).findFirst().orElseThrow();
    window.open(project(row.data(), row.network()));
    person.push(KeyCode.F8);
    window.until("the ghost", () -> seen(".ghost-shape"));
    person.push(KeyCode.ESCAPE);
    window.until("closed", () -> !seen(".problem-card.pop"));
    assertThat(window.document().network()).isEqualTo(row.network());
    person.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.A);
    window.until("the list", () -> seen(".finding-line .fix"));
    assertThat(columnsShown()).as("beside the list of a narrow window").isEqualTo(5);
    person.clickOn(window.find(".finding-line .fix"));
    window.until("mended", () -> window.document().ready());
    assertThat(columnsShown()).as("where nothing is wrong the table has the whole width").isGreaterThan(5);
  }

  private long columnsShown() {
    return window.onScreen(() -> ((TableView<?>) window.find(".layer-table")).getVisibleLeafColumns().stream().count());
  }

  @Test
  void enterTakesTheFixWhereverItsCardWasOpenedFrom() {
    Broken row = BrokenNetworks.all().stream().filter(broken -> broken.rule().equals("refuse.needs_row")).findFirst().orElseThrow();
    window.open(project(row.data(), row.network()));
    person.clickOn("#status");
    window.until("the list", () -> seen(".finding"));
    person.clickOn(window.find(".finding"));
    window.until("the card", () -> seen(".problem-card.pop"));
    person.clickOn(".designer-bar .toggle-button");
    assertThat(window.<Boolean>onScreen(() -> seen(".problem-card.pop"))).as("another lens leaves it open").isTrue();
    window.nextFrames();
    person.push(KeyCode.ENTER);
    window.until("mended", () -> window.document().ready());
  }

  @Test
  void whatHasJustHappenedIsSaidBesideTheProblemsNotOverThem() {
    Broken row = BrokenNetworks.all().stream().filter(broken -> broken.rule().equals("refuse.needs_row")).findFirst().orElseThrow();
    window.open(project(row.data(), row.network()));
    person.clickOn("#status");
    window.until("the list", () -> seen(".finding"));
    window.onScreen(() -> {
      List<studio.backprop.network.Node> nodes = window.document().network().nodes();
      int last = nodes.get(nodes.size() - 1).id();
      window.document().edit(Message.of("edit.remove", 1), network -> network.remove(List.of(last)));
      return null;
    });
    window.until("said", () -> window.shows(".toast") && seen(".finding-line"));
    window.nextFrames();
    Bounds toast = window.onScreen(() -> window.all(".toast").stream().filter(Node::isVisible).findFirst()
        .map(said -> said.localToScene(said.getLayoutBounds())).orElseThrow());
    Bounds list = window.onScreen(() -> window.find(".analyser").localToScene(window.find(".analyser").getLayoutBounds()));
    if (System.getProperty("pictures") != null) {
      StudioWindow.save(window.photograph(), java.nio.file.Path.of(System.getProperty("pictures"), "toast.png"));
    }
    assertThat(toast).as("toast").matches(said -> !said.intersects(list) && said.getMinY() > 0);
  }

  @Test
  void theCardStandsUnderWhatItNamesAndPointsAtThePort() {
    Broken row = BrokenNetworks.all().stream().filter(broken -> broken.rule().equals("refuse.needs_row")).findFirst().orElseThrow();
    window.open(project(row.data(), row.network()));
    person.push(KeyCode.F8);
    window.until("the ghost", () -> seen(".ghost-shape"));
    window.nextFrames();
    if (System.getProperty("pictures") != null) {
      StudioWindow.save(window.photograph(), java.nio.file.Path.of(System.getProperty("pictures"), "repair.png"));
    }
    assertThat(window.<Boolean>onScreen(() -> seen(".ghost-wrong"))).as("the wrong wire stays in sight").isTrue();
    assertThat(window.<Boolean>onScreen(() -> seen(".card-arrow"))).isTrue();
    Bounds card = window.onScreen(() -> window.find(".problem-card").localToScene(window.find(".problem-card").getLayoutBounds()));
    List<Bounds> nodes = window.onScreen(() -> window.all(".designer-node").stream().filter(Node::isVisible)
        .map(node -> node.localToScene(node.getLayoutBounds())).toList());
    assertThat(nodes).isNotEmpty().noneMatch(card::intersects);
    assertThat(text(".problem-card")).doesNotContain("Insert a Flatten between them");
    person.clickOn(".problem-card .repair");
    window.until("mended by a click below the canvas", () -> window.document().ready());
  }

  /** Under the nodes there is room for half of its first line, and below the canvas are the plots. */
  @Test
  void aRefusedWireIsSaidInFullAndItsCardClosesWithEscape() {
    window.open(Path.of("circles"));
    window.choose(Lens.ACTIVATIONS);
    window.nextFrames();
    person.drag(window.port(2, Comparator.naturalOrder())).moveTo(window.port(1, Comparator.reverseOrder())).drop();
    window.until("refused", () -> window.shows(".problem-card"));
    window.nextFrames();
    Node card = window.find(".problem-card");
    Bounds place = window.onScreen(() -> card.localToScene(card.getLayoutBounds()));
    Bounds canvas = window.onScreen(() -> window.find(".designer").localToScene(window.find(".designer").getLayoutBounds()));
    assertThat(place.getMaxY()).isLessThan(720);
    boolean forward = window.onScreen(() -> Stream.iterate(card.getParent(), Objects::nonNull, Node::getParent)
        .anyMatch(at -> at.getViewOrder() < 0));
    assertThat(forward).as("over the plots").isEqualTo(place.getMaxY() > canvas.getMaxY()).isTrue();
    person.push(KeyCode.ESCAPE);
    window.until("closed", () -> !window.shows(".problem-card"));
    assertThat(window.<Boolean>onScreen(() -> Stream.iterate(card.getParent(), Objects::nonNull, Node::getParent)
        .noneMatch(at -> at.getViewOrder() < 0))).isTrue();
  }

  @Test
  void aFaultIsExplainedAndTrainingGoesOnFromTheKeptStep() {
    Network network = BrokenNetworks.chain(Input.row(2), Dense.of(8, Activation.TANH), Dense.of(1, Activation.NONE), Output.of(Loss.MSE));
    window.open(project("circles", network).withTraining(t -> t.withRate(1e38)));
    window.press("play");
    window.until("the fault", () -> window.state() == Status.State.FAULT && seen(".fault-card"));
    long kept = window.onScreen(() -> window.run().statusProperty().get().fault().orElseThrow().step()) - 1;
    assertThat(text(".fault-card")).contains("Stopped at step " + (kept + 1) + ". Step " + kept + " is kept.");
    window.until("the cause", () -> text(".fault-card").contains("With learning rate"));
    person.clickOn(button("Go to step " + kept));
    window.until("back", () -> window.state() == Status.State.PAUSED && !seen(".fault-card"));
  }

  @Test
  void theBoxOfAFaultSaysWhatTheDoctorSays() {
    Layer[] layers = new Layer[32];
    Arrays.fill(layers, new Dense(12, Activation.NONE, Init.of(Init.Kind.HE_NORMAL), true, true));
    layers[0] = Input.row(2);
    layers[30] = Dense.of(1, Activation.NONE);
    layers[31] = Output.of(Loss.MSE);
    window.open(project("surface", BrokenNetworks.chain(layers)).withTraining(t -> t.withOptimizer(Sgd.STANDARD).withRate(0.001)));
    window.press("play");
    window.until("the cause", () -> seen(".fault-card") && text(".fault-card")
        .contains("It grows from layer to layer, whatever the learning rate."));
    window.until("tried", () -> text(".fault-card").contains("Initialization that suits each activation"));
    assertThat(text(".fault-card")).doesNotContain("With learning rate");
  }

  private static Project project(String data, Network network) {
    return new Project(network, DataSettings.of(data), Optional.empty(), Project.EMPTY.training());
  }

  private boolean said(String sentence) {
    return window.onScreen(() -> seen(".problem-card.pop")) && text(".problem-card.pop").contains(sentence.split("(?<=\\.) (?=[A-Z])")[0]);
  }

  /** On the thread of the screen. */
  private boolean seen(String selector) {
    return window.all(selector).stream().anyMatch(Node::isVisible);
  }

  private String text(String selector) {
    return window.onScreen(() -> text(window.find(selector)));
  }

  private static String text(Node node) {
    String own = node instanceof Labeled label ? label.getText() + "\n" : "";
    return node instanceof Parent parent ? own + parent.getChildrenUnmodifiable().stream().map(RepairStoryTest::text)
        .reduce("", String::concat) : own;
  }

  private Button button(String title) {
    return window.onScreen(() -> window.find(".fault-card").lookupAll(".button").stream()
        .map(Button.class::cast).filter(b -> title.equals(b.getText())).findFirst().orElseThrow());
  }
}
