package studio.backprop.ui.workspace.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.backprop.data.Part;
import studio.backprop.evaluate.attribution.AttributionMethod;
import studio.backprop.evaluate.attribution.Reasons;
import studio.backprop.network.Network;
import studio.backprop.observe.Example;
import studio.backprop.project.Project;
import studio.backprop.store.SampleProject;
import studio.backprop.ui.kit.Workers;
import studio.backprop.ui.panels.Desk;

/** One method's attributions for views beside the page: of the chosen example, while somebody looks. */
@Timeout(120)
class AttributionFeedTest {
  private Desk desk;
  private AttributionFeed feed;

  @AfterEach
  void close() {
    feed.close();
    desk.close();
  }

  private void open(Project project, int steps) throws Exception {
    desk = new Desk(project);
    feed = new AttributionFeed(desk.run, desk.pulse, "tint");
    desk.run.restarts().reset();
    desk.pulse.until(() -> desk.run.runProperty().get() != null);
    desk.run.control().steps(steps);
    desk.pulse.until(() -> desk.run.snapshot().map(snapshot -> snapshot.step()).orElse(0L) == steps);
    desk.rest();
    feed.watchedProperty().set(true);
  }

  private SeenAttribution seen() {
    desk.pulse.until(feed::isUpToDate);
    return feed.seenProperty().get().orElseThrow();
  }

  @Test
  void itIsOfTheExampleTheMethodAndTheStepThatAreSeen() throws Exception {
    open(SampleProject.of("digits-cnn"), 10);
    SeenAttribution first = seen();
    assertThat(first.method()).isEqualTo(AttributionMethod.INTEGRATED_GRADIENTS);
    float[] units = first.units(0, 64);
    double sum = 0;
    for (float unit : units) {
      sum += unit;
    }
    assertThat(sum).as("the parts of the score").isCloseTo(first.score() - first.baseline(),
        Offset.offset(0.011 * Math.abs(first.score() - first.baseline())));
    desk.run.observation().chooseExample(new Example(Part.VALIDATION, 3));
    assertThat(seen().example()).isEqualTo(new Example(Part.VALIDATION, 3));
    desk.run.control().stepBatch();
    desk.pulse.until(() -> feed.isUpToDate() && seen().step() == 11);
    feed.methodProperty().set(AttributionMethod.OCCLUSION);
    float[] lost = seen().units(0, 64);
    assertThat(lost[0]).as("no 3×3 window has its middle at the edge").isZero();
    assertThat(lost[9]).isEqualTo((float) seen().map().parts()[0]);
  }

  @Test
  void theMapsAreOfTheWantedConvolution() throws Exception {
    open(SampleProject.of("digits-cnn"), 10);
    Network network = desk.run.projectProperty().get().network();
    List<Integer> layers = Reasons.layers(network);
    feed.methodProperty().set(AttributionMethod.GRAD_CAM);
    for (int layer : layers) {
      feed.layerProperty().set(OptionalInt.of(layer));
      assertThat(seen().layer()).isEqualTo(layer);
      assertThat(seen().cam().orElseThrow().weights()).hasSize(layer == layers.get(0) ? 8 : 16);
    }
  }

  @Test
  void whereTheDataDoNotAllowAMethodAnotherIsUsedAndInputsShareTheExample() throws Exception {
    open(SampleProject.of("iris-two-inputs"), 10);
    feed.methodProperty().set(AttributionMethod.GRAD_CAM);
    SeenAttribution now = seen();
    assertThat(now.method()).isEqualTo(AttributionMethod.INTEGRATED_GRADIENTS);
    Network network = desk.run.projectProperty().get().network();
    float[] all = now.units(0, 4);
    int petal = network.inputStart(2);
    assertThat(now.units(petal, 2)).isEqualTo(Arrays.copyOfRange(all, petal, petal + 2));
    assertThat(now.linear()).hasSize(4);
  }

  @Test
  void nothingIsLeftOnceNobodyLooks() throws Exception {
    open(SampleProject.of("iris"), 5);
    seen();
    feed.watchedProperty().set(false);
    desk.pulse.tick();
    assertThat(feed.seenProperty().get()).isEmpty();
  }

  @Test
  void nobodyIsAskedWhileNobodyLooks() throws Exception {
    open(SampleProject.of("iris"), 5);
    seen();
    try (AttributionFeed unseen = new AttributionFeed(desk.run, desk.pulse, "unseen")) {
      desk.pulse.tick();
      desk.pulse.tick();
      assertThat(Workers.named("unseen")).isEmpty();
      unseen.watchedProperty().set(true);
      desk.pulse.tick();
      assertThat(Workers.named("unseen")).as("somebody looks").hasSize(1);
    }
  }

  @Test
  void whileItIsToBePredictedNothingIsExplainedAndAfterwardsItIs() throws Exception {
    open(SampleProject.of("iris"), 5);
    seen();
    desk.run.focus().attributionWithheldProperty().set(true);
    for (int i = 0; i < 30; i++) {
      desk.pulse.tick();
      assertThat(feed.seenProperty().get()).isEmpty();
    }
    assertThat(feed.explains()).isFalse();
    desk.run.focus().attributionWithheldProperty().set(false);
    seen();
  }

  @Test
  void whatGeneratesHasNothingToExplain() throws Exception {
    open(SampleProject.of("gan-ring"), 1);
    desk.pulse.tick();
    assertThat(feed.explains()).isFalse();
    assertThat(feed.seenProperty().get()).isEmpty();
  }
}
