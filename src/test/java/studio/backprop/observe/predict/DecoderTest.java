package studio.backprop.observe.predict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import studio.backprop.data.DataSettings;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Add;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Flatten;
import studio.backprop.layer.GaussianSample;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.layer.Reshape;
import studio.backprop.network.Network;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.tensor.Shape;
import studio.backprop.train.Session;

class DecoderTest {
  private static final Shape DIGIT = Shape.of(1, 8, 8);
  private static final int COUNT = 5;

  /** Whose code goes straight to the answer, after a sum. */
  private static final Network BARE =
      Network.EMPTY
          .add(new Input(DIGIT), 0, 0)
          .add(new Flatten(), 0, 0)
          .add(Dense.of(128, Activation.NONE), 0, 0)
          .add(new GaussianSample(1), 0, 0)
          .add(new Add(), 0, 0)
          .add(new Reshape(DIGIT), 0, 0)
          .add(Output.of(Loss.MSE), 0, 0)
          .wire(1, 2)
          .wire(2, 3)
          .wire(3, 4)
          .wire(4, 5)
          .wire(5, 6)
          .wire(6, 7);

  private static Optional<Decoder> decoder(Network network) throws Exception {
    Project project = new Project(network, DataSettings.of("digits-copy"), Optional.empty(), TrainingSettings.STANDARD);
    PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
    return Decoder.of(Replica.of(new Session(project, data, KernelChoice.create(1), Session.initialParameters(project)), null));
  }

  private static Network twiceTheCode() {
    return BARE.add(new Reshape(Shape.of(64)), 0, 0).wire(4, 8).wire(8, 5);
  }

  @Test
  void whatFollowsTheSampleAnswersToCodesFromTheStandardNormalDistribution() throws Exception {
    float[] drawn = decoder(twiceTheCode()).orElseThrow().draw(COUNT, new SplittableRandom(7));
    SplittableRandom random = new SplittableRandom(7);
    assertThat(drawn).hasSize(COUNT * 64);
    for (float number : drawn) {
      assertThat(number).isEqualTo(2 * (float) random.nextGaussian());
    }
  }

  @Test
  void theSameSeedDrawsTheSame() throws Exception {
    Decoder decoder = decoder(twiceTheCode()).orElseThrow();
    float[] first = decoder.draw(COUNT, new SplittableRandom(7));
    assertThat(decoder.draw(COUNT, new SplittableRandom(8))).isNotEqualTo(first);
    assertThat(decoder.draw(COUNT, new SplittableRandom(7))).isEqualTo(first);
  }

  @Test
  void aNetworkWithoutAGaussianSampleDrawsNothing() throws Exception {
    assertThat(decoder(BARE.remove(List.of(4)).with(3, node -> node.withLayer(Dense.of(64, Activation.NONE))).wire(2, 5))).isEmpty();
  }

  @Test
  void anAnswerThatSeesTheInputPastTheCodeIsNotDrawnFromACode() throws Exception {
    assertThat(decoder(BARE.wire(2, 5))).isEmpty();
  }
}
