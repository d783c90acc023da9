package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import studio.backprop.data.DataSettings;
import studio.backprop.data.Scaling;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Add;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.layer.Layer;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.optim.Adam;
import studio.backprop.optim.Optimizer;
import studio.backprop.optim.Sgd;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.ui.kit.SteadyRobot;

/**
 * The doctor in the window: quiet while all is well, then a finding, an experiment beside the network, and its outcome, kept and undone.
 */
@Tag("story")
class DoctorStoryTest {
  private static final int HIDDEN = 20;

  private final FxRobot person = new SteadyRobot();
  private StudioWindow window;
  private Inspection inspection;

  /** Twenty sigmoids in a row, through which hardly any gradient comes back. */
  static Project deep() {
    Layer[] layers = new Layer[HIDDEN];
    Arrays.fill(layers, Dense.of(8, Activation.SIGMOID));
    return project("moons", Sgd.STANDARD, 0.1, 10, Input.row(2), layers);
  }

  /** Columns of very different sizes, and much too high a rate. */
  private static Project unscaled() {
    Project project = project("breast-cancer", Adam.STANDARD, 0.01, 16, Input.row(30), Dense.of(16, Activation.TANH));
    return project.withData(project.data().withScaling(Scaling.NONE));
  }

  private static Project project(String data, Optimizer optimizer, double rate, int batch, Layer input, Layer... hidden) {
    Network network = Network.EMPTY.add(input, 20, 160);
    for (Layer layer : hidden) {
      network = network.add(layer, 160 * network.nodes().size(), 160);
    }
    network = network.add(Dense.of(1, Activation.SIGMOID), 160 * network.nodes().size(), 160);
    network = network.add(Output.of(Loss.BINARY_CROSS_ENTROPY), 160 * network.nodes().size(), 160);
    for (int id = 1; id < network.nextId() - 1; id++) {
      network = network.wire(id, id + 1);
    }
    TrainingSettings training = TrainingSettings.STANDARD.withOptimizer(optimizer).withRate(rate).withBatch(batch).withEpochs(4);
    return new Project(network, DataSettings.of(data), Optional.empty(), training);
  }

  @ParameterizedTest
  @CsvSource({"1600, 960", "1280, 720"})
  void aFindingIsTriedKeptAndUndone(double width, double height) throws TimeoutException {
    window = StudioWindow.show(width, height);
    inspection = new Inspection(window, width, height);
    try {
      whereAllIsWell();
      ofSeveralFindings();
      ofAVanishingGradient();
    } finally {
      window.close();
    }
    assertThat(inspection.faults()).isEmpty();
  }

  private void whereAllIsWell() {
    window.open(Path.of("circles"));
    person.push(KeyCode.F9);
    inspection.lookInEachLanguage("doctor waits");
    window.train();
    window.until("healthy", () -> window.shows(".doctor .healthy"));
    inspection.lookInEachLanguage("doctor healthy");
    assertThat(window.all(".doctor .group-line")).as("a line for data, forward, backward and update").hasSize(4);
    assertThat(window.shows(".doctor .passed")).isFalse();
    person.clickOn(window.find(".doctor .group-line"));
    assertThat(window.shows(".doctor .passed")).isTrue();
    inspection.lookInEachLanguage("doctor healthy opened");
    escapeClosesThePage();
  }

  /** Also where a node is selected and the canvas has the keys. */
  private void escapeClosesThePage() {
    int node = window.document().network().nodes().get(1).id();
    person.interact(() -> window.document().select(Set.of(node)));
    person.clickOn(window.find(".designer"), MouseButton.PRIMARY);
    person.interact(() -> window.document().select(Set.of(node)));
    person.push(KeyCode.ESCAPE);
    assertThat(window.shows(".doctor")).isFalse();
    assertThat(window.document().selection()).containsExactly(node);
    person.push(KeyCode.F9);
    assertThat(window.shows(".doctor")).isTrue();
  }

  private void ofSeveralFindings() {
    window.open(unscaled());
    window.train();
    window.until("several findings", () -> window.all(".doctor .finding-card").size() > 1);
    inspection.lookInEachLanguage("doctor several findings");
    ScrollPane page = (ScrollPane) window.find(".doctor > .scroll-pane");
    person.interact(() -> page.setVvalue(1));
    new TimeTraveller(window).lookAt(window.run().snapshot().orElseThrow().step() / 2);
    assertThat(page.getVvalue()).as("a page of the past begins at its top").isZero();
    person.interact(() -> window.run().past().leave());
  }

  private void ofAVanishingGradient() {
    Project before = deep();
    window.open(before);
    window.train();
    window.until("a finding", () -> window.shows(".doctor .finding-card"));
    assertThat(window.all(".doctor .finding-title").stream().map(title -> ((Labeled) title).getText()))
        .containsExactly("The gradient vanishes");
    inspection.lookInEachLanguage("doctor finding");
    assertThat(window.find(".health").getStyleClass()).as("a training that ended so is not said to be well").contains("warn")
        .doesNotContain("ok");
    assertThat(window.shows(".doctor .finding-plot")).isTrue();
    assertThat(window.all(".doctor .try-line .main").stream().map(button -> ((Labeled) button).getText()))
        .containsExactly("Run experiment");
    person.clickOn(window.find(".doctor .try-line .main"));
    window.until("an experiment is under way", () -> window.shows(".twin-view"));
    window.until("its numbers come", () -> window.shows(".doctor .progress-bar") || window.shows(".doctor .decide"));
    inspection.lookInEachLanguage("doctor running");
    window.until("its outcome", () -> window.shows(".doctor .decide"));
    inspection.lookInEachLanguage("doctor result");
    assertThat(window.document().project().network()).isEqualTo(before.network());
    person.clickOn(window.find(".doctor .decide .main"));
    window.until("B is kept", () -> window.document().network().nodes().stream().filter(node -> node.layer() instanceof Add)
        .count() == HIDDEN - 1);
    assertThat(window.shows(".twin-view")).isFalse();
    inspection.lookInEachLanguage("doctor kept");
    person.push(KeyCode.SHORTCUT, KeyCode.Z);
    window.until("A again", () -> window.document().network().equals(before.network()));
    person.push(KeyCode.F9);
    assertThat(window.shows(".doctor")).isFalse();
  }
}
