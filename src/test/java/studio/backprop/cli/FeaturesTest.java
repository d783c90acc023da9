package studio.backprop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.backprop.cli.Ran.backprop;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.backprop.evaluate.column.EliminationRound;
import studio.backprop.project.Project;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.SampleProject;
import studio.backprop.store.Saved;
import studio.backprop.ui.judge.evaluate.column.ColumnEdits;
import studio.backprop.ui.judge.evaluate.column.EliminationModel;
import studio.backprop.ui.judge.evaluate.column.FeatureRow;
import studio.backprop.ui.judge.evaluate.column.FeaturesModel;
import studio.backprop.ui.panels.Desk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command ranks columns, and the page in the window says the same numbers, to the bit. */
@Timeout(180)
class FeaturesTest {
  @TempDir private Path folder;

  private static final List<String> SAMPLE_COLUMNS = List.of(
      "cylinders", "displacement", "horsepower", "weight_lbs", "acceleration", "model_year", "origin");

  /** Columns that stay as they are. */
  private static final ColumnEdits NONE = new ColumnEdits() {
    @Override
    public boolean possible() {
      return true;
    }

    @Override
    public List<String> columns() {
      return SAMPLE_COLUMNS;
    }

    @Override
    public List<String> leftOut() {
      return List.of();
    }

    @Override
    public void set(List<String> some, boolean out) {}

    @Override
    public void replace(List<String> out) {}
  };

  private static JsonNode json(Ran ran) {
    assertThat(ran.code()).isZero();
    return new JsonMapper().readTree(ran.out());
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void thePageSaysWhatTheCommandSays(boolean together) throws Exception {
    Project project = SampleProject.of("auto-mpg").withTraining(training -> training.withEpochs(3));
    Path file = folder.resolve("fuel.backprop");
    List<FeatureRow> rows;
    List<EliminationRound> rounds;
    try (Desk desk = new Desk(project); FeaturesModel model = new FeaturesModel(desk.document, desk.run, desk.pulse, NONE)) {
      desk.run.restarts().reset();
      desk.pulse.until(() -> desk.run.runProperty().get() != null);
      model.openProperty().set(true);
      model.choices().togetherProperty().set(together);
      desk.run.control().steps(12);
      desk.pulse.until(() -> desk.run.snapshot().map(now -> now.step()).orElse(0L) == 12 && !desk.run.playing());
      desk.pulse.until(() -> model.answerProperty().get() == FeaturesModel.Answer.READY);
      rows = model.rows();
      ProjectFile.write(file, desk.run.trainer().ask(Saved::of).get().orElseThrow());
      model.eliminate();
      desk.pulse.until(() -> model.elimination().state() != EliminationModel.State.RUNNING);
      rounds = model.elimination().rounds();
    }
    List<String> line = together ? List.of("features", file.toString(), "--together", "--eliminate", "--json")
        : List.of("features", file.toString(), "--eliminate", "--json");
    JsonNode said = json(backprop(line.toArray(String[]::new)));
    assertThat(said.get("metric").asString()).isEqualTo("r2");
    assertThat(said.get("columns").size()).isEqualTo(rows.size()).isEqualTo(7);
    for (int i = 0; i < rows.size(); i++) {
      JsonNode one = said.get("columns").get(i);
      assertThat(one.get("column").asString()).isEqualTo(rows.get(i).column());
      assertThat(one.get("variance").asDouble()).isEqualTo(rows.get(i).variance());
      assertThat(one.get("mutual_information").asDouble()).isEqualTo(rows.get(i).information());
      assertThat(one.get("f").asDouble()).isEqualTo(rows.get(i).f());
      assertThat(one.get("p").asDouble()).isEqualTo(rows.get(i).p());
      assertThat(one.get("importance").asDouble()).isEqualTo(rows.get(i).mean());
    }
    assertThat(said.get("order").size()).as("origin is a column of words").isEqualTo(6);
    assertThat(rounds).hasSize(7);
    for (int i = 0; i < rounds.size(); i++) {
      assertThat(said.get("elimination").get(i).get("weightsSha256").asString()).isEqualTo(rounds.get(i).weightsSha256());
    }
  }

  @Test
  void anUntrainedProjectHasTheFiguresOfItsData() throws Exception {
    Ran ran = backprop("features", "wine", "--json");
    assertThat(ran.err()).contains("not trained");
    JsonNode said = new JsonMapper().readTree(ran.out());
    assertThat(said.get("columns").size()).isEqualTo(13);
    assertThat(said.get("columns").get(0).get("importance")).isNull();
  }

  @Test
  void whatCannotBeDoneSaysWhatCan() throws Exception {
    assertThat(backprop("features", "digits-cnn").err()).contains("explain");
    assertThat(backprop("features", "wine", "--repeats", "0").err()).contains("0");
    assertThat(backprop("features", "wine", "--metric", "r2").err()).contains("accuracy");
    assertThat(backprop("features", "xor", "--eliminate").err()).contains("table");
  }

  @Test
  void accuracyIsSaidWithItsThreshold() throws Exception {
    Project project = SampleProject.of("breast-cancer").withThreshold(now -> now.custom(0.9));
    Path file = folder.resolve("moved.backprop");
    try (Desk desk = new Desk(project)) {
      desk.run.restarts().reset();
      desk.pulse.until(() -> desk.run.runProperty().get() != null);
      desk.run.control().steps(1);
      desk.pulse.until(() -> desk.run.snapshot().map(now -> now.step()).orElse(0L) == 1 && !desk.run.playing());
      ProjectFile.write(file, desk.run.trainer().ask(Saved::of).get().orElseThrow());
    }
    assertThat(backprop("features", file.toString()).err()).contains("Accuracy at 0.50");
    assertThat(json(backprop("features", file.toString(), "--json")).get("threshold").asDouble()).isEqualTo(0.5);
  }
}
