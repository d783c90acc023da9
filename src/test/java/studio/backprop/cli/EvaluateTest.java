package studio.backprop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.backprop.cli.Ran.backprop;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.backprop.data.Part;
import studio.backprop.evaluate.BinaryEvaluation;
import studio.backprop.evaluate.MetricEstimate;
import studio.backprop.evaluate.metric.BinaryCounts;
import studio.backprop.project.Project;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.SampleProject;
import studio.backprop.ui.judge.evaluate.MetricsModel;
import studio.backprop.ui.panels.Desk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command evaluates, and the page of metrics in the window says the same numbers. */
@Timeout(120)
class EvaluateTest {
  private static final Offset<Double> SAME = Offset.offset(1e-12);

  @TempDir private Path folder;

  private static MetricsModel evaluated(Desk desk, Part part) {
    MetricsModel model = new MetricsModel(desk.document, desk.run, desk.pulse);
    model.openProperty().set(true);
    model.partProperty().set(part); // whoever opens the page has not asked for the test part
    desk.pulse.until(model::isComplete);
    return model;
  }

  private Desk trained(Project project, int steps) throws Exception {
    Desk desk = new Desk(project);
    desk.run.restarts().reset();
    desk.pulse.until(() -> desk.run.runProperty().get() != null);
    desk.run.control().steps(steps);
    desk.pulse.until(() -> desk.run.snapshot().map(snapshot -> snapshot.step()).orElse(0L) == steps);
    desk.rest();
    return desk;
  }

  private Path save(Desk desk) throws Exception {
    Path file = folder.resolve("trained.backprop");
    ProjectFile.write(file, desk.run.files().toSave().get());
    return file;
  }

  private static JsonNode json(Ran ran) {
    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isZero();
    return new JsonMapper().readTree(ran.out());
  }

  private static void assertSame(List<MetricEstimate> figures, JsonNode said) {
    for (MetricEstimate figure : figures) {
      String id = figure.metric().id();
      assertThat(said.get(id).asDouble(Double.NaN)).as(id).isEqualTo(figure.value(), SAME);
      JsonNode interval = said.get(id + "_95");
      assertThat(interval.isNull()).as(id).isEqualTo(!figure.interval().isDefined());
      if (interval.isNull()) {
        continue;
      }
      assertThat(interval.get(0).asDouble()).as(id).isEqualTo(figure.interval().low(), SAME);
      assertThat(interval.get(1).asDouble()).as(id).isEqualTo(figure.interval().high(), SAME);
    }
  }

  @Test
  void fBetaIsOfTheBetaThatIsAskedFor() throws Exception {
    try (Desk desk = trained(SampleProject.of("breast-cancer"), 30)) {
      Path file = save(desk);
      JsonNode usual = json(backprop("evaluate", file.toString(), "--json"));
      assertThat(usual.get("beta").asDouble()).isEqualTo(1);
      assertThat(usual.get("f_beta").asDouble()).isEqualTo(usual.get("f1").asDouble(), SAME);
      JsonNode two = json(backprop("evaluate", file.toString(), "--json", "--beta", "2"));
      double precision = two.get("precision").asDouble();
      double recall = two.get("recall").asDouble();
      assertThat(two.get("f_beta").asDouble()).isEqualTo(5 * precision * recall / (4 * precision + recall), Offset.offset(1e-12));
      assertThat(backprop("evaluate", file.toString(), "--beta", "2").out()).contains("Fβ (β = 2)");
      Ran none = backprop("evaluate", file.toString(), "--beta", "0");
      assertThat(none.code()).isNotZero();
      assertThat(none.err()).contains("--beta must be above 0, but was 0.0");
    }
  }

  @ParameterizedTest
  @CsvSource({"breast-cancer, VALIDATION", "breast-cancer, TEST", "iris, VALIDATION", "auto-mpg, VALIDATION"})
  void thePageSaysWhatTheCommandSays(String sample, Part part) throws Exception {
    try (Desk desk = trained(SampleProject.of(sample), 60); MetricsModel model = evaluated(desk, part)) {
      JsonNode said = json(backprop("evaluate", save(desk).toString(), "--part", part.name().toLowerCase(Locale.ROOT), "--json"));
      assertThat(said.get("n").asInt()).isEqualTo(model.judgementProperty().get().total());
      assertSame(model.figuresProperty().get(), said);
    }
  }

  @Test
  void atAnotherThresholdToo() throws Exception {
    try (Desk desk = trained(SampleProject.of("breast-cancer"), 30); MetricsModel model = evaluated(desk, Part.VALIDATION)) {
      model.thresholdProperty().set(0.3);
      desk.pulse.until(model::isComplete);
      JsonNode said = json(backprop("evaluate", save(desk).toString(), "--threshold", "0.3", "--json"));
      assertSame(model.figuresProperty().get(), said);
      BinaryCounts counts = ((BinaryEvaluation) model.judgementProperty().get()).counts();
      JsonNode confusion = said.get("confusion");
      assertThat(List.of(counts.tn(), counts.fp(), counts.fn(), counts.tp())).isEqualTo(List.of(
          confusion.get(0).get(0).asLong(), confusion.get(0).get(1).asLong(), confusion.get(1).get(0).asLong(),
          confusion.get(1).get(1).asLong()));
    }
  }

  @Test
  void theCommandRefusesAnUntrainedProject() throws Exception {
    Ran ran = backprop("evaluate", "breast-cancer");
    assertThat(ran.code()).isNotZero();
    assertThat(ran.err()).contains("breast-cancer");
    assertThat(Optional.of(ran.out()).filter(String::isEmpty)).isPresent();
  }

  @Test
  void aThresholdThatIsNoneAndAProjectThatHasNoneAreRefused() throws Exception {
    try (Desk desk = trained(SampleProject.of("breast-cancer"), 5)) {
      Ran ran = backprop("evaluate", save(desk).toString(), "--threshold", "2");
      assertThat(ran.code()).isNotZero();
      assertThat(ran.err()).contains("--threshold").contains("2");
    }
    try (Desk desk = trained(SampleProject.of("auto-mpg"), 5)) {
      Ran ran = backprop("evaluate", save(desk).toString(), "--threshold", "0.4");
      assertThat(ran.code()).isNotZero();
      assertThat(ran.err()).contains("trained");
    }
  }

  /** The folder that a training leaves stands for the project in it; weights that the seed alone has drawn are no training. */
  @Test
  void aFolderWithOneProjectIsThatProjectAndStepNoughtIsUntrained() throws Exception {
    try (Desk desk = trained(SampleProject.of("iris"), 5)) {
      Path file = save(desk);
      assertThat(backprop("evaluate", folder.toString()).out()).isEqualTo(backprop("evaluate", file.toString()).out()).isNotEmpty();
      ProjectFile.write(folder.resolve("other.backprop"), desk.run.files().toSave().get());
      assertThat(backprop("evaluate", folder.toString()).err()).contains("other.backprop");
    }
    try (Desk desk = new Desk(SampleProject.of("iris"))) {
      desk.run.restarts().reset();
      desk.pulse.until(() -> desk.run.runProperty().get() != null);
      Ran ran = backprop("evaluate", save(desk).toString());
      assertThat(ran.code()).isNotZero();
      assertThat(ran.err()).contains("not trained yet");
    }
  }

  @Test
  void aLayoutHasTheLimitsOfTheWindow() throws Exception {
    Ran ran = backprop("embed", "iris", "--part", "validation", "--perplexity", "5000");
    assertThat(ran.code()).isNotZero();
    assertThat(ran.err()).contains("--perplexity", "5,000");
    assertThat(backprop("embed", "iris", "--part", "validation", "--method", "pca").code()).isZero();
    assertThat(backprop("embed", "iris", "--node", "flatten_1").err()).contains("flatten_1", "dense_1");
  }

  /** What a class is called may have the signs of the form itself. */
  @Test
  void aLayoutIsWrittenAsCsvThatEveryProgramReads(@TempDir Path folder) throws Exception {
    Path table = Files.writeString(folder.resolve("odd.csv"), "a,b,kind\n" + IntStream.range(0, 40)
        .mapToObj(i -> i + "," + i * i % 7 + "," + (i % 2 == 0 ? "plain" : "\"\"\"quoted\"\", odd\"") + "\n")
        .collect(Collectors.joining()));
    String project = folder.resolve("odd.backprop").toString();
    assertThat(backprop("new", table.toString(), "--target", "kind", "--out", project).code()).isZero();
    String said = backprop("embed", project, "--method", "pca", "--dimensions", "3").out();
    List<CsvRecord> rows = CsvReader.builder().ofCsvRecord(said).stream().toList();
    assertThat(rows.get(0).getFields()).containsExactly("part", "row", "class", "x", "y", "z", "data_row");
    assertThat(rows).hasSize(41).allMatch(row -> row.getFieldCount() == 7);
    Set<String> classes = rows.stream().skip(1).map(row -> row.getField(2)).collect(Collectors.toSet());
    assertThat(classes).containsExactlyInAnyOrder("plain", "\"quoted\", odd");
    rows.stream().skip(1).forEach(row ->
        assertThat(Integer.parseInt(row.getField(6)) % 2 == 1).isEqualTo(row.getField(2).equals("plain")));
  }
}
