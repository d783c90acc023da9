package studio.backprop.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.data.draw.DrawnExample;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Conv2d;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Flatten;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.layer.Padding;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Project;
import studio.backprop.tensor.Shape;
import studio.backprop.train.Session;
import studio.backprop.ui.panels.Desk;

class StrongestPathTest {
  private static final int CONV = 2;
  private static final int HIDDEN = 4;
  private static final int LAST = 5;

  private Session session;
  private SnapshotPublisher publisher;

  @BeforeEach
  void trainABit() throws Exception {
    Project project = Desk.project("digits", Desk.chain(new Input(Shape.of(1, 8, 8)),
        Conv2d.of(6, 3, Padding.SAME, Activation.RELU), new Flatten(), Dense.of(12, Activation.RELU), Dense.of(10, Activation.SOFTMAX),
        Output.of(Loss.CROSS_ENTROPY)));
    PreparedData data = PreparedData.load(project.data(), Optional.empty(), Progress.NONE);
    session = new Session(project, data, KernelChoice.create(1), Session.initialParameters(project));
    for (int step = 0; step < 60; step++) {
      session.step();
    }
    publisher = new SnapshotPublisher(session);
  }

  /** An example of the data as if it had been drawn, without a label. */
  private Snapshot drawn() {
    float[] picture = new float[64];
    session.data().copyRawInput(Part.VALIDATION, 3, picture);
    publisher.choose(Example.FIRST.drawn(new DrawnExample(session.data(), picture, DrawnExample.UNKNOWN)));
    publisher.show();
    return publisher.mailbox().take();
  }

  private static int best(float[] p) {
    return IntStream.range(0, p.length).reduce((a, b) -> p[b] > p[a] ? b : a).orElseThrow();
  }

  @Test
  void aHiddenUnitContributesItsActivationTimesItsWeightToTheLogit() {
    Snapshot seen = drawn();
    float[] hidden = seen.activations().output(HIDDEN);
    int predicted = best(seen.activations().prediction());
    Parameters parameters = session.parameters();
    float[] weights = new float[12 * 10];
    parameters.find(LAST, "weight").orElseThrow().tensor().copyTo(weights);
    boolean byInput = parameters.find(LAST, "weight").orElseThrow().tensor().rows() == 12;
    double[] wanted = IntStream.range(0, 12)
        .mapToDouble(j -> hidden[j] * weights[byInput ? j * 10 + predicted : predicted * 12 + j]).toArray();
    double all = Arrays.stream(wanted).filter(one -> one > 0).sum();
    int[] order = IntStream.range(0, 12).boxed().sorted(Comparator.comparingDouble(j -> -wanted[j])).limit(3)
        .mapToInt(Integer::intValue).toArray();
    StrongestPath.Through through = seen.strongestWay().orElseThrow().through(HIDDEN).orElseThrow();
    assertThat(through.units()).containsExactly(order);
    for (int i = 0; i < order.length; i++) {
      assertThat(through.contributions()[i]).isEqualTo(wanted[order[i]] / all, within(1e-4));
    }
    assertThat(through.share()).isBetween(0.0, 1.0 + 1e-9);
  }

  @Test
  void theLastLayerContributesByTheClassAlone() {
    Snapshot seen = drawn();
    StrongestPath.Through last = seen.strongestWay().orElseThrow().through(LAST).orElseThrow();
    assertThat(last.units()).containsExactly(best(seen.activations().prediction()));
    assertThat(last.share()).isEqualTo(1, within(1e-9));
  }

  @Test
  void aChannelCountsWithAllItsPixels() {
    StrongestPath.Through maps = drawn().strongestWay().orElseThrow().through(CONV).orElseThrow();
    assertThat(maps.cells()).isEqualTo(64);
    assertThat(maps.units()).hasSizeBetween(1, 3);
    assertThat(Arrays.stream(maps.units())).allMatch(unit -> unit < 6);
    assertThat(maps.contributions()).isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void examplesOfTheDataHaveNone() {
    publisher.choose(new Example(Part.VALIDATION, 3));
    publisher.show();
    assertThat(publisher.mailbox().take().strongestWay()).isEmpty();
  }

  @Test
  void theGradientsOfTheLossAreCopiedBefore() {
    float[] picture = new float[64];
    session.data().copyRawInput(Part.VALIDATION, 3, picture);
    int label = session.data().classOf(Part.VALIDATION, 3);
    publisher.choose(new Example(Part.VALIDATION, 3));
    publisher.show();
    Snapshot ofData = publisher.mailbox().take();
    publisher.choose(Example.FIRST.drawn(new DrawnExample(session.data(), picture, label)));
    publisher.show();
    Snapshot ofDrawing = publisher.mailbox().take();
    assertThat(ofDrawing.activations().loss()).isEqualTo(ofData.activations().loss());
    assertThat(ofDrawing.activations().gradient(HIDDEN)).containsExactly(ofData.activations().gradient(HIDDEN));
    assertThat(ofDrawing.strongestWay()).isPresent();
  }
}
