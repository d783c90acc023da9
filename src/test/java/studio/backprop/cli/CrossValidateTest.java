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
import studio.backprop.evaluate.fold.FoldFigure;
import studio.backprop.evaluate.fold.FoldResult;
import studio.backprop.evaluate.fold.FoldSummary;
import studio.backprop.project.Project;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.SampleProject;
import studio.backprop.store.Saved;
import studio.backprop.ui.judge.evaluate.fold.FoldsModel;
import studio.backprop.ui.panels.Desk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command cross-validates, and the page in the window says the same numbers, to the bit. */
@Timeout(180)
class CrossValidateTest {
  @TempDir private Path folder;

  private List<FoldResult> page(Project project, int folds, int repeats, int seed, int epochs) {
    try (Desk desk = new Desk(project); FoldsModel model = new FoldsModel(desk.document, desk.run, desk.pulse)) {
      desk.run.restarts().reset();
      desk.pulse.until(() -> desk.run.runProperty().get() != null);
      model.openProperty().set(true);
      desk.pulse.tick();
      model.form().folds().valueProperty().set(folds);
      model.form().repeats().valueProperty().set(repeats);
      model.form().seed().valueProperty().set(seed);
      model.form().epochs().valueProperty().set(epochs);
      model.start();
      desk.pulse.until(() -> model.stateProperty().get() != FoldsModel.State.RUNNING);
      assertThat(model.stateProperty().get()).isEqualTo(FoldsModel.State.DONE);
      return model.results();
    }
  }

  private static JsonNode json(Ran ran) {
    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isZero();
    return new JsonMapper().readTree(ran.out());
  }

  @ParameterizedTest
  @CsvSource({"breast-cancer, 5, 1, 0, 4, 2", "iris, 3, 2, 7, 3, 1", "auto-mpg, 4, 1, 1, 2, 2"})
  void thePageSaysWhatTheCommandSays(String sample, int folds, int repeats, int seed, int epochs, int jobs) throws Exception {
    Project project = SampleProject.of(sample);
    Path file = folder.resolve(sample + ".backprop");
    ProjectFile.write(file, Saved.of(project));
    List<FoldResult> shown = page(project, folds, repeats, seed, epochs);
    JsonNode said = json(backprop("cross-validate", file.toString(), "--folds", "" + folds, "--repeats", "" + repeats, "--seed", "" + seed,
        "--epochs", "" + epochs, "--jobs", "" + jobs, "--json"));
    List<FoldFigure> figures = FoldFigure.of(shown.get(0).job().whole().dataset());
    assertThat(said.get("results").size()).isEqualTo(shown.size()).isEqualTo(folds * repeats);
    for (int i = 0; i < shown.size(); i++) {
      JsonNode one = said.get("results").get(i);
      assertThat(one.get("weightsSha256").asString()).isEqualTo(shown.get(i).weightsSha256());
      for (FoldFigure figure : figures) {
        assertThat(one.get("test_" + figure.id()).asDouble()).as(figure.id()).isEqualTo(figure.test(shown.get(i)));
      }
    }
    for (FoldFigure figure : figures) {
      FoldSummary summary = FoldSummary.of(figure, shown);
      assertThat(said.get("mean_" + figure.id()).asDouble()).isEqualTo(summary.mean());
      assertThat(said.get("sd_" + figure.id()).asDouble()).isEqualTo(summary.deviation());
      assertThat(said.get("mean_" + figure.id() + "_95").get(0).asDouble()).isEqualTo(summary.interval().low());
      assertThat(said.get("mean_" + figure.id() + "_95").get(1).asDouble()).isEqualTo(summary.interval().high());
    }
  }

  @Test
  void breastCancerReachesWhatIsKnownOfIt() throws Exception {
    JsonNode said = json(backprop("cross-validate", "breast-cancer", "--json"));
    assertThat(said.get("mean_accuracy").asDouble()).isGreaterThan(0.95);
    assertThat(said.get("mean_accuracy_95").get(0).asDouble()).isLessThan(said.get("mean_accuracy").asDouble());
  }

  @Test
  void theBestColumnsAreChosenInTheFoldOrWithAWarning() throws Exception {
    JsonNode inside = json(backprop("cross-validate", "iris", "--best-columns", "1", "--folds", "3", "--epochs", "2", "--json"));
    assertThat(inside.get("best_columns").asInt()).isEqualTo(1);
    assertThat(inside.get("chosen_on").asString()).isEqualTo("fold");
    Ran all = backprop("cross-validate", "iris", "--best-columns", "1", "--chosen-on", "all", "--folds", "3", "--epochs", "2", "--json");
    assertThat(all.code()).isZero();
    assertThat(all.err()).contains("leaks");
    assertThat(backprop("cross-validate", "iris", "--best-columns", "5").err()).contains("--best-columns").contains("4");
    assertThat(backprop("cross-validate", "digits-cnn", "--best-columns", "5").err()).contains("--best-columns");
  }

  @Test
  void theTextSaysWhatThePageShows() throws Exception {
    String said = backprop("cross-validate", "breast-cancer", "--best-columns", "2", "--folds", "3", "--epochs", "2").out();
    assertThat(said).contains("Accuracy at 0.50", "false pos.", "false neg.", "95 % interval", "(3 of 3)");
    JsonNode json = json(backprop("cross-validate", "breast-cancer", "--best-columns", "2", "--folds", "3", "--epochs", "2", "--json"));
    assertThat(json.get("threshold").asDouble()).isEqualTo(0.5);
    JsonNode first = json.get("results").get(0);
    assertThat(first.get("fold").asInt()).isEqualTo(1);
    assertThat(first.get("repeat").asInt()).isEqualTo(1);
    assertThat(first.get("columns").size()).isEqualTo(2);
    long wrong = Math.round((1 - first.get("test_accuracy").asDouble()) * first.get("n").asInt());
    assertThat(first.get("false_positives").asLong() + first.get("false_negatives").asLong()).isEqualTo(wrong);
  }

  @Test
  void groupsAreTheValuesOfAColumn() throws Exception {
    JsonNode said = json(backprop("cross-validate", "auto-mpg", "--groups", "model_year", "--folds", "3", "--epochs", "1", "--json"));
    assertThat(said.get("method").asString()).isEqualTo("group");
    assertThat(said.get("results").size()).isEqualTo(3);
    Ran wrong = backprop("cross-validate", "auto-mpg", "--method", "group");
    assertThat(wrong.code()).isNotZero();
    assertThat(wrong.err()).contains("model_year");
    assertThat(backprop("cross-validate", "auto-mpg", "--groups", "origin", "--folds", "9").err()).contains("origin");
    assertThat(backprop("cross-validate", "breast-cancer", "--groups", "radius").err()).isNotEmpty();
  }

  @Test
  void noEpochsAreRefused() throws Exception {
    Ran ran = backprop("cross-validate", "iris", "--epochs", "0");
    assertThat(ran.code()).isNotZero();
    assertThat(ran.err()).contains("0");
  }
}
