package studio.backprop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.backprop.cli.Ran.backprop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.Trial;
import studio.backprop.store.ProjectFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command searches, prints what it found, keeps it and goes on with it. */
@Timeout(180)
class SearchTest {
  private static final String[] IRIS = {"search", "iris", "--space", "rate=1e-3..1:log", "--space", "units=4..16; optimizer", "--longest",
      "9"};

  @TempDir private Path folder;

  private static JsonNode json(String... args) {
    Ran ran = backprop(args);
    assertThat(ran.err().lines()).allMatch(line -> line.startsWith("After ") || line.startsWith("Kept in "), ran.err());
    assertThat(ran.code()).isZero();
    return new JsonMapper().readTree(ran.out());
  }

  private static String[] with(String... more) {
    return Stream.of(IRIS, more).flatMap(Stream::of).toArray(String[]::new);
  }

  private static List<String> hashes(JsonNode said) {
    return StreamSupport.stream(said.get("results").spliterator(), false).map(one -> one.get("weightsSha256").asString()).toList();
  }

  @Test
  void theSampleHoldsItsOwnSpaceAndBudget() throws Exception {
    JsonNode said = json("search", "search-digits", "--json", "--budget", "40");
    assertThat(said.get("method").asString()).isEqualTo("asha");
    assertThat(said.get("space").size()).isEqualTo(7);
    assertThat(said.get("rungs").toString()).isEqualTo("[1,3,9,27]");
    assertThat(said.get("epochs").asLong()).isEqualTo(40);
    assertThat(said.get("trials").asLong()).isGreaterThan(8);
    assertThat(said.get("bestValid").asDouble()).isBetween(0.7, 1.0).isEqualTo(said.get("bestValidAccuracy").asDouble());
    assertThat(said.get("bestTest").asDouble()).isBetween(0.7, 1.0);
    assertThat(said.get("trialsPerMinute").asDouble()).isPositive();
    assertThat(said.get("weightsSha256").asString()).hasSize(64);
  }

  @Test
  void theSameSeedFindsTheSameAndAFileGoesOnToTheSameBits() throws Exception {
    JsonNode straight = json(with("--budget", "60", "--seed", "5", "--json"));
    assertThat(hashes(json(with("--budget", "60", "--seed", "5", "--json")))).isEqualTo(hashes(straight));
    Path file = folder.resolve("iris.backprop");
    kept(with("--budget", "31", "--seed", "5", "--json", "--out", file.toString()));
    Ran more = backprop("search", "--resume", file.toString(), "--budget", "60", "--json");
    assertThat(more.code()).isZero();
    JsonNode resumed = new JsonMapper().readTree(more.out());
    assertThat(hashes(resumed).subList(0, 5)).isEqualTo(hashes(straight).subList(0, 5));
    SearchRecord kept = ProjectFile.read(file).saved().search().orElseThrow();
    assertThat(kept.spent()).isEqualTo(60);
    assertThat(kept.trials()).extracting(Trial::sha256).isEqualTo(hashes(resumed));
    Ran spent = backprop("search", "--resume", file.toString(), "--budget", "10");
    assertThat(spent.code()).isEqualTo(2);
    assertThat(spent.err()).contains("A budget of 10 epochs is spent already: the search has used 60 epochs.", "--budget 120");
    assertThat(backprop("train", file.toString(), "--epochs", "1").code()).isZero();
  }

  @Test
  void everyTrialIsExported() throws Exception {
    Path csv = folder.resolve("new").resolve("trials.csv");
    JsonNode said = new JsonMapper().readTree(backprop(with("--budget", "20", "--seed", "5", "--json", "--csv", csv.toString())).out());
    List<String> lines = Files.readAllLines(csv);
    assertThat(lines.get(0)).startsWith("trial,rank,rate,units,optimizer,seed,");
    assertThat(lines).hasSize(said.get("results").size() + 1);
    assertThat(lines.get(1)).startsWith("1,").endsWith("," + said.get("results").get(0).get("weightsSha256").asString());
    Ran refused = backprop(with("--budget", "20", "--csv", folder.toString()));
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("folder").doesNotContain("After ");
  }

  @Test
  void anotherSearchIsNotReplaced() throws Exception {
    Path file = folder.resolve("kept.backprop");
    kept(with("--budget", "20", "--seed", "5", "--out", file.toString()));
    Ran other = backprop(with("--budget", "20", "--seed", "6", "--out", file.toString()));
    assertThat(other.code()).isEqualTo(2);
    assertThat(other.err()).contains("holds another search: name another file with --out");
    assertThat(ProjectFile.read(file).saved().search().orElseThrow().settings().seed()).isEqualTo(5);
    kept(with("--budget", "20", "--seed", "5", "--out", file.toString()));
  }

  private static void kept(String... args) {
    Ran ran = backprop(args);
    assertThat(ran.code()).isZero();
    assertThat(ran.err()).contains("Saved to");
  }

  @Test
  void aPersonReadsTheBestAndHowMuchOfItIsLuck() {
    Ran ran = backprop(with("--budget", "40"));
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("rate", "optimizer", "Best: trial", "of 30 examples", "one standard deviation", "40 epochs");
    assertThat(ran.err()).contains("the best is trial");
    Ran chinese = backprop(with("--budget", "40", "--lang", "zh"));
    assertThat(chinese.out()).contains("最佳：试验");
  }

  @Test
  void aGridThatIsTooLargeIsSaid() {
    Ran ran = backprop(with("--budget", "40", "--method", "grid"));
    assertThat(ran.code()).isZero();
    assertThat(ran.err()).contains("The grid has 36 points, and the budget is enough for 4");
  }

  @Test
  void numbersAreSearchedByLoss() {
    JsonNode said = new JsonMapper().readTree(
        backprop("search", "auto-mpg", "--space", "rate", "--budget", "9", "--longest", "3", "--json").out());
    assertThat(said.get("goal").asString()).isEqualTo("loss");
    assertThat(said.get("bestValid").asDouble()).isPositive().isEqualTo(said.get("bestValidLoss").asDouble());
    assertThat(said.has("bestValidAccuracy")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "search iris | The search space is empty: name settings, such as --space rate",
      "search iris --space wings | has no setting “wings” to search. It has: layers, units",
      "search iris --space rate --budget 0 | from 1 to",
      "search iris --space rate --budget soon | “soon” is no budget",
      "search iris --space rate --longest 20 --budget 1 | 1 epoch is below the first rung of 2",
      "search iris --space rate --method random --budget 26 | less than one trial of 27",
      "search iris --space rate --method magic | There are: random, grid, asha, tpe, tpe-asha",
      "search iris --space rate --goal fame | There are: loss, accuracy, front",
      "search iris --space rate --eta 1 | from 2 to 10, but was 1",
      "search iris --space rate --workers 0 | --workers must be from 1 to",
      "search iris --resume x | such a project",
      "search mnist-dense --space dense_9.units | has no setting “dense_9.units”",
      "search gan-ring --space rate | generates examples"})
  void whatCannotBeSearchedIsRefusedInOneSentence(String line, String sentence) {
    Ran ran = backprop(line.split(" "));
    assertThat(ran.code()).isNotZero();
    assertThat(ran.out()).isEmpty();
    if (!sentence.equals("such a project")) {
      assertThat(ran.err()).contains(sentence).hasLineCount(1);
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "search gan-ring --space rate | 1",
      "search cartpole-dqn --space rate | 1",
      "search iris --space wings | 2",
      "search iris --space rate --longest 20 --budget 1 | 2",
      "search iris --space rate --budget 9 --longest 3 --out pom.xml/found.backprop | 1"})
  void theCodeSaysWhetherAnotherCommandLineHelps(String line, int code) {
    Ran ran = backprop(line.split(" "));
    assertThat(ran.code()).isEqualTo(code);
    assertThat(ran.err()).hasLineCount(1);
  }

  @Test
  void thereIsNothingToGoOnWithInAPlainSample() {
    assertThat(backprop("search", "--resume", "iris").err()).contains("There is no search in “iris”");
    assertThat(backprop("search", "--resume", "search-digits", "--seed", "3").err()).contains("continues a search as it was begun");
  }
}
