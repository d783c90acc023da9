package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.optim.AdamW;
import studio.backprop.project.TrainingSettings;
import studio.backprop.schedule.Cosine;
import studio.backprop.store.Opened;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.Sample;

/** What the page of a sample says of its network and its training is so. What it reaches is in {@link SamplesTest}, where that is quick. */
class SampleReadmesTest {
  private static final Pattern PARAMETERS = Pattern.compile("\\| Network \\|.*?([0-9,]+) parameters");
  private static final Pattern RATE = Pattern.compile("learning rate ([0-9.]+[0-9])( with cosine decay)?");
  private static final Pattern LENGTH = Pattern.compile("batch size (\\d+), (\\d+) epochs");
  private static final Pattern DECAY = Pattern.compile("\\| Training \\|.*(?:L2 (?:of )?|weight decay )([0-9.]+[0-9])");

  static Stream<String> names() {
    return SampleProjects.all().keySet().stream();
  }

  private static Matcher said(Pattern pattern, String name) throws IOException {
    return pattern.matcher(Files.readString(Path.of("samples", name, "README.md")));
  }

  @ParameterizedTest
  @MethodSource("names")
  void theSampleOpensWithoutANoteOrAHint(String name) throws Exception {
    Opened opened = ProjectFile.read(name, Sample.find(name).orElseThrow().open());
    assertThat(opened.notes()).isEmpty();
    assertThat(opened.saved().project().network().analyse().hints()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void itHasAsManyParametersAsItsPageSays(String name) throws IOException {
    Matcher said = said(PARAMETERS, name);
    assertThat(said.find()).isTrue();
    assertThat(SampleProjects.all().get(name).network().analyse().parameterCount())
        .isEqualTo(Long.parseLong(said.group(1).replace(",", "")));
  }

  @ParameterizedTest
  @MethodSource("names")
  void itIsTrainedAsItsPageSays(String name) throws IOException {
    TrainingSettings training = SampleProjects.all().get(name).training();
    Matcher rate = said(RATE, name);
    assertThat(rate.find()).isTrue();
    assertThat(Double.parseDouble(rate.group(1))).isEqualTo(training.rate());
    assertThat(rate.group(2) != null).isEqualTo(training.schedule() instanceof Cosine);
    Matcher length = said(LENGTH, name);
    assertThat(length.find()).isTrue();
    assertThat(Integer.parseInt(length.group(1))).isEqualTo(training.batch());
    assertThat(Integer.parseInt(length.group(2))).isEqualTo(training.epochs());
  }

  @ParameterizedTest
  @MethodSource("names")
  void itIsPulledTowardsZeroAsItsPageSays(String name) throws IOException {
    TrainingSettings training = SampleProjects.all().get(name).training();
    double pull = training.optimizer() instanceof AdamW adam ? adam.weightDecay() : training.regularization().l2();
    Matcher said = said(DECAY, name);
    assertThat(said.find() ? Double.parseDouble(said.group(1)) : 0).isEqualTo(pull);
  }
}
