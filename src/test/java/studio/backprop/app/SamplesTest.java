package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.Sample;
import studio.backprop.store.Saved;
import studio.backprop.text.Texts;
import studio.backprop.train.DataForm;
import studio.backprop.train.Project;
import studio.backprop.train.Readiness;
import studio.backprop.train.Session;

/** The samples that come with the program. {@code -Dsamples.write=true} writes their files anew from {@link SampleProjects}. */
class SamplesTest {
  private static final Path FOLDER = Path.of("samples");

  private final Kernels kernels = KernelChoice.create(1);

  @TempDir private Path scratch;

  static Stream<String> names() {
    return SampleProjects.all().keySet().stream();
  }

  @BeforeAll
  static void writeIfAsked() throws Exception {
    if (Boolean.getBoolean("samples.write")) {
      for (String name : SampleProjects.all().keySet()) {
        Files.createDirectories(FOLDER.resolve(name));
        ProjectFile.write(file(name), Saved.of(SampleProjects.all().get(name)));
      }
    }
  }

  private static Path file(String name) {
    return FOLDER.resolve(name).resolve(name + ProjectFile.SUFFIX);
  }

  @Test
  void theCatalogueListsEverySampleOnceAndNamesItInBothLanguages() {
    assertThat(Sample.all().stream().map(Sample::name)).containsExactlyElementsOf(SampleProjects.all().keySet());
    for (Texts texts : Texts.all()) {
      assertThat(Sample.all()).allSatisfy(sample -> assertThat(texts.say(sample.title()) + texts.say(sample.about())).isNotBlank());
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void theFileIsByteForByteWhatItsCodeWrites(String name) throws Exception {
    Path written = scratch.resolve(name + ProjectFile.SUFFIX);
    ProjectFile.write(written, Saved.of(SampleProjects.all().get(name)));
    assertThat(Files.mismatch(written, file(name))).isEqualTo(-1);
  }

  @ParameterizedTest
  @MethodSource("names")
  void theSampleOpensAsItWasBuiltAndIsReadyToTrain(String name) throws Exception {
    Project project = ProjectFile.read(name, Sample.find(name).orElseThrow().open()).saved().project();
    assertThat(project).isEqualTo(SampleProjects.all().get(name));
    DataForm data = DataForm.of(project.data()).orElseThrow();
    assertThat(Readiness.problems(project.network(), project.network().analyse(), data)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void theSampleHasAReadme(String name) {
    assertThat(FOLDER.resolve(name).resolve("README.md")).isNotEmptyFile();
  }

  @Test
  void circlesLearnsFromAnySeed() throws Exception {
    assertThat(accuracies("circles", 5)).allMatch(accuracy -> accuracy >= 0.95);
  }

  @Test
  void irisLearnsFromAnySeed() throws Exception {
    assertThat(accuracies("iris", 5)).allMatch(accuracy -> accuracy >= 0.94);
  }

  @Test
  void wineLearnsFromAnySeed() throws Exception {
    assertThat(accuracies("wine", 5)).allMatch(accuracy -> accuracy >= 0.94);
  }

  @Test
  void digitsLearnsWell() throws Exception {
    assertThat(accuracies("digits-cnn", 1)).allMatch(accuracy -> accuracy >= 0.97);
  }

  @Test
  void lenetGetsBetterWithinItsFirstSteps() throws Exception {
    Session session = session(SampleProjects.all().get("mnist-lenet5"));
    session.step();
    double first = session.loss();
    for (int step = 0; step < 40; step++) {
      session.step();
    }
    assertThat(session.loss()).isLessThan(first / 2);
  }

  private List<Double> accuracies(String name, int seeds) throws Exception {
    Project project = SampleProjects.all().get(name);
    List<Double> accuracies = new java.util.ArrayList<>();
    for (long seed : LongStream.range(0, seeds).toArray()) {
      accuracies.add(trained(project.withTraining(t -> t.withSeed(seed))).evaluate(Part.VALIDATION).accuracy());
    }
    return accuracies;
  }

  private Session trained(Project project) throws Exception {
    Session session = session(project);
    while (session.step()) {}
    session.keepBest();
    return session;
  }

  private Session session(Project project) throws Exception {
    PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
    return new Session(project, data, kernels, Session.initialParameters(project));
  }
}
