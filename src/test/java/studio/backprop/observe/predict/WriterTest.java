package studio.backprop.observe.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.backprop.data.DataSettings;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.data.SequenceSettings;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Embedding;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.project.DataForm;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.tensor.Shape;
import studio.backprop.train.BrokenNetworks;
import studio.backprop.train.Session;

class WriterTest {
  private static final int LENGTH = 8;
  private static Kernels kernels;

  @BeforeAll
  static void open() {
    kernels = KernelChoice.create(1);
  }

  @AfterAll
  static void close() {
    kernels.close();
  }

  private static Replica untrained(String dataset) throws Exception {
    DataSettings settings = DataSettings.of(dataset).withSequence(SequenceSettings.USUAL.withLength(LENGTH));
    DataForm form = DataForm.of(settings).orElseThrow();
    Network network = BrokenNetworks.chain(
        new Input(Shape.of(LENGTH)), Embedding.of(form.tokens(), 8), Dense.of(form.classes(), Activation.SOFTMAX),
        Output.of(Loss.CROSS_ENTROPY));
    Project project = new Project(network, settings, Optional.empty(), TrainingSettings.STANDARD);
    return Replica.of(network, PreparedData.load(settings, Optional.empty(), Progress.NONE), Session.initialParameters(project), kernels);
  }

  private static Writer writer(Replica replica, double temperature, long seed) {
    return new Writer(replica, temperature, new SplittableRandom(seed));
  }

  @Test
  void theSameSeedWritesTheSameTextAndAnotherSeedAnother() throws Exception {
    Replica replica = untrained("names-next");
    List<String> lines = writer(replica, 1, 5).lines(4, 20);
    assertThat(writer(replica, 1, 5).lines(4, 20)).isEqualTo(lines);
    assertThat(writer(replica, 1, 6).lines(4, 20)).isNotEqualTo(lines);
  }

  @Test
  void aLineEndsAtItsEndOrAfterSoManyTokens() throws Exception {
    assertThat(writer(untrained("names-next"), 1, 1).lines(50, 12)).allMatch(line -> line.length() <= 12 && !line.contains("\n"));
  }

  @Test
  void aTextIsWrittenOnWhereTheNetworkCanSeeNoMore() throws Exception {
    Writer.Continued continued = writer(untrained("pride-and-prejudice"), 1, 1).after(Part.TRAIN, 0, 100);
    assertThat(continued.given()).hasSize(LENGTH / 2);
    assertThat(continued.written()).hasSize(100);
  }

  @Test
  void whatAPersonGivesStaysWholeHoweverLongItIs() throws Exception {
    String given = "It is a truth universally acknowledged";
    assertThat(writer(untrained("pride-and-prejudice"), 1, 1).whole(given, 30)).startsWith(given).hasSizeGreaterThan(given.length() + 20);
  }

  @Test
  void aCapitalThatIsUnknownIsTakenForItsSmallLetter() throws Exception {
    assertThat(writer(untrained("names-next"), 1, 1).whole("Mar", 10)).startsWith("mar").doesNotContain("\n");
  }

  @Test
  void atALowTemperatureTheLikeliestTokenIsWrittenWhateverTheSeed() throws Exception {
    Replica replica = untrained("names-next");
    assertThat(writer(replica, 0.001, 1).whole("a", 6)).isEqualTo(writer(replica, 0.001, 2).whole("a", 6));
  }

  @Test
  void aTemperatureThatIsNotAboveNoneIsRefused() throws Exception {
    Replica replica = untrained("names-next");
    assertThatThrownBy(() -> writer(replica, 0, 1)).hasMessageContaining("temperature must be above 0, but was 0");
  }
}
