package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.compare.KeptTwins;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.data.TableData;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.observe.predict.Predictions;
import studio.backprop.observe.predict.Replica;
import studio.backprop.project.DataForm;
import studio.backprop.project.Project;
import studio.backprop.project.Readiness;
import studio.backprop.project.Supervised;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.Sample;
import studio.backprop.store.SampleProject;
import studio.backprop.store.Saved;
import studio.backprop.text.Texts;
import studio.backprop.train.Session;
import studio.backprop.train.metric.Metrics;

/** The samples that come with the program. {@code -Dsamples.write=true} writes their files anew from {@link SampleProjects}. */
class SamplesTest {
  /** Steps whose mean loss is compared. */
  private static final int LOOK = 10;
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
        ProjectFile.write(file(name), saved(name));
      }
    }
  }

  private static Saved saved(String name) {
    return SearchSample.saved(name).with(TwinSamples.twins().getOrDefault(name, KeptTwins.NONE));
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
    ProjectFile.write(written, saved(name));
    assertThat(Files.mismatch(written, file(name))).isEqualTo(-1);
  }

  @ParameterizedTest
  @MethodSource("names")
  void theSampleOpensAsItWasBuiltAndIsReadyToTrain(String name) throws Exception {
    Project project = SampleProject.of(name);
    Project built = SampleProjects.all().get(name);
    assertThat(project.table().map(TableData::sha256)).isEqualTo(built.table().map(TableData::sha256));
    assertThat(project).isEqualTo(project.table().map(built::withTable).orElse(built));
    DataForm data = DataForm.of(PreparedData.load(project.data(), project.table(), Progress.NONE));
    assertThat(Readiness.problems(project, project.network().analyse(), data)).isEmpty();
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
  void xorLearnsFromAnySeed() throws Exception {
    assertThat(accuracies("xor", 5)).allMatch(accuracy -> accuracy >= 0.95);
  }

  @Test
  void twoInputsLearnFromAnySeed() throws Exception {
    assertThat(accuracies("iris-two-inputs", 5)).allMatch(accuracy -> accuracy >= 0.94);
  }

  @Test
  void breastCancerLearnsFromAnySeed() throws Exception {
    assertThat(accuracies("breast-cancer", 3)).allMatch(accuracy -> accuracy >= 0.95);
  }

  @Test
  void fuelUseIsExplainedFromAnySeed() throws Exception {
    assertThat(scores("auto-mpg", 3)).allMatch(scores -> scores.r2() >= 0.85);
  }

  @Test
  void theAutoencoderDrawsDigitsFromTwelveNumbers() throws Exception {
    assertThat(scores("digits-autoencoder", 1)).allMatch(scores -> scores.r2() >= 0.9);
  }

  @Test
  void theSineIsForetoldFromAnySeed() throws Exception {
    assertThat(scores("sine-rnn", 3)).allMatch(scores -> scores.r2() >= 0.98);
  }

  @Test
  void airPassengersAreForetoldFromAnySeed() throws Exception {
    assertThat(scores("airline-lstm", 3)).allMatch(scores -> scores.r2() >= 0.88);
  }

  @Test
  void theSidesOfTheClubAreFoundFromFourMembersWithAnySeed() throws Exception {
    assertThat(accuracies("karate-club", 5)).allMatch(accuracy -> accuracy >= 0.9);
  }

  @Test
  void theFamilyOfAGraphIsToldFromAnySeed() throws Exception {
    assertThat(accuracies("graph-families", 3)).allMatch(accuracy -> accuracy >= 0.95);
  }

  @Test
  void transposedConvolutionsDrawDigitsFromFourSmallMaps() throws Exception {
    assertThat(scores("digits-conv-autoencoder", 1)).allMatch(scores -> scores.r2() >= 0.88);
  }

  @Test
  void theVariationalAutoencoderDrawsDigitsFromFourNumbers() throws Exception {
    assertThat(scores("digits-vae", 1)).allMatch(scores -> scores.r2() >= 0.78);
  }

  @Test
  void cleanedDigitsAreNearerToTheCleanOnesThanTheNoisyOnes() throws Exception {
    Session session = trained(SampleProjects.all().get("digits-denoising"));
    PreparedData data = session.data();
    double sum = 0;
    for (int row = 0; row < data.validationRows(); row++) {
      for (int pixel = 0; pixel < 64; pixel++) {
        sum += Math.abs(data.rawInput(Part.VALIDATION, row, pixel) - data.rawTarget(Part.VALIDATION, row, pixel));
      }
    }
    double noisy = sum / data.validationRows() / 64;
    assertThat(session.evaluate(Part.VALIDATION).mae()).isLessThan(0.75 * noisy);
  }

  @Test
  void theUNetFindsTheShapesPixelByPixel() throws Exception {
    Session session = trained(SampleProjects.all().get("shapes-unet"));
    Predictions said = Predictions.of(Replica.of(session, null), Set.of(Part.VALIDATION));
    assertThat(said.scores(Part.VALIDATION).accuracy()).isGreaterThanOrEqualTo(0.98);
    assertThat(said.overlap(Part.VALIDATION)).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void theFirstOfTwelveLettersIsRememberedFromAnySeed() throws Exception {
    assertThat(accuracies("recall-lstm", 3)).allMatch(accuracy -> accuracy >= 0.95);
  }

  @Test
  void anLstmTellsTheSexOfMostNames() throws Exception {
    assertThat(accuracies("names-lstm", 1)).allMatch(accuracy -> accuracy >= 0.8);
  }

  @Test
  void spiralsAreLearnedToTheirMiddle() throws Exception {
    assertThat(accuracies("spirals", 1)).allMatch(accuracy -> accuracy >= 0.97);
  }

  /** The loss of an agent does not fall: its targets move. */
  static Stream<String> supervised() {
    return names().filter(name -> SampleProjects.all().get(name).assignment() instanceof Supervised);
  }

  @ParameterizedTest
  @MethodSource("supervised")
  void theLossFallsWithinTheFirstSteps(String name) throws Exception {
    Session session = session(SampleProjects.all().get(name));
    double first = meanLoss(session);
    boolean fell = false;
    for (int round = 0; round < 40 && !fell; round++) {
      fell = meanLoss(session) < 0.9 * first;
    }
    assertThat(fell).isTrue();
    assertThat(session.fault()).isEmpty();
  }

  private static double meanLoss(Session session) {
    double sum = 0;
    for (int step = 0; step < LOOK; step++) {
      session.step();
      sum += session.loss();
    }
    return sum / LOOK;
  }

  private List<Double> accuracies(String name, int seeds) throws Exception {
    return scores(name, seeds).stream().map(Metrics::accuracy).toList();
  }

  private List<Metrics> scores(String name, int seeds) throws Exception {
    Project project = SampleProjects.all().get(name);
    List<Metrics> scores = new ArrayList<>();
    for (long seed : LongStream.range(0, seeds).toArray()) {
      scores.add(trained(project.withTraining(t -> t.withSeed(seed))).evaluate(Part.VALIDATION));
    }
    return scores;
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
