package studio.backprop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.backprop.cli.Ran.backprop;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.backprop.data.Part;
import studio.backprop.evaluate.attribution.AttributionMethod;
import studio.backprop.evaluate.attribution.IntegratedGradients;
import studio.backprop.observe.Example;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.SampleProject;
import studio.backprop.ui.judge.attribution.AttributionModel;
import studio.backprop.ui.judge.attribution.ShownReasons;
import studio.backprop.ui.panels.Desk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command explains an example, and the page of the window says the same numbers. */
@Timeout(120)
class ExplainTest {
  @TempDir private Path folder;

  private static Desk trained(String sample, int steps) throws Exception {
    Desk desk = new Desk(SampleProject.of(sample));
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

  private static double[] numbers(JsonNode array) {
    double[] numbers = new double[array.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = array.get(i).asDouble();
    }
    return numbers;
  }

  @ParameterizedTest
  @CsvSource({"digits-cnn, 40, 6", "breast-cancer, 40, 4", "auto-mpg, 20, 4", "names-lstm, 10, 4", "graph-families, 10, 1",
      "names-generator, 5, 4", "digits-autoencoder, 5, 4"})
  void thePageSaysWhatTheCommandSays(String sample, int steps, int methods) throws Exception {
    try (Desk desk = trained(sample, steps); AttributionModel model = new AttributionModel(desk.run, desk.pulse)) {
      desk.run.observation().chooseExample(new Example(Part.VALIDATION, 6));
      model.openProperty().set(true);
      desk.pulse.until(model::isUpToDate);
      ShownReasons shown = new ShownReasons(model);
      assertThat(shown.methods()).hasSize(methods);
      String file = save(desk).toString();
      for (AttributionMethod method : shown.methods()) {
        JsonNode said = json(backprop("explain", file, "--row", "7", "--method", method.name().toLowerCase(Locale.ROOT), "--json"));
        assertThat(numbers(said.get("values"))).as(method.name()).isEqualTo(shown.values(method));
        assertThat(said.get("score").asDouble()).isEqualTo(shown.score());
        if (method.comparesWithBaseline()) {
          assertThat(said.get("baseline_score").asDouble()).isEqualTo(shown.baselineScore());
        }
        if (said.has("parts")) {
          assertThat(numbers(said.get("parts"))).as(method.name()).isEqualTo(shown.parts(method));
        }
        if (method == AttributionMethod.INTEGRATED_GRADIENTS) {
          assertThat(said.get("steps").asInt()).isEqualTo(shown.integral().steps());
          assertThat(said.get("gap").asDouble()).isEqualTo(shown.integral().gap());
          assertThat(said.get("converged").asBoolean()).isEqualTo(shown.integral().converged());
          assertThat(Math.abs(shown.integral().sum() - (shown.score() - shown.baselineScore())))
              .as("what the page says adds up").isLessThan(IntegratedGradients.TOLERANCE * Math.abs(shown.integral().difference()) + 1e-6);
        }
      }
    }
  }

  @Test
  void oneClassAndNotAnotherAtAnotherConvolution() throws Exception {
    try (Desk desk = trained("digits-cnn", 40); AttributionModel model = new AttributionModel(desk.run, desk.pulse)) {
      desk.run.observation().chooseExample(new Example(Part.TEST, 161));
      model.openProperty().set(true);
      desk.pulse.until(model::isUpToDate);
      ShownReasons shown = new ShownReasons(model);
      shown.ask(7, 1, "conv_1");
      desk.pulse.until(model::isUpToDate);
      String file = save(desk).toString();
      JsonNode said = json(backprop("explain", file, "--part", "test", "--row", "162", "--class", "7", "--versus", "1", "--layer", "conv_1",
          "--method", "grad_cam", "--json"));
      assertThat(numbers(said.get("values"))).isEqualTo(shown.values(AttributionMethod.GRAD_CAM));
      assertThat(said.get("score").asDouble()).isEqualTo(shown.score());
    }
  }

  @ParameterizedTest
  @CsvSource({"digits-cnn, integrated_gradients, 'row [1-8], column [1-8] '", "digits-cnn, occlusion, 'row [1-6], column [1-6] '",
      "digits-cnn, hires_cam, 'row [1-8], column [1-8] '", "airline-lstm, occlusion, 't(−[0-9]+)? '",
      "names-lstm, occlusion, '[a-z·] \\([0-9]+\\) '"})
  void whatIsListedGoesByItsPlace(String sample, String method, String name) throws Exception {
    try (Desk desk = trained(sample, 20)) {
      Ran ran = backprop("explain", save(desk).toString(), "--method", method);
      assertThat(ran.code()).as(ran.err()).isZero();
      assertThat(ran.out().lines().filter(line -> line.matches(" *" + name + ".*")).count()).as(ran.out()).isGreaterThan(5);
    }
  }

  @Test
  void ofSeveralTargetsTheNamedOneIsExplained() throws Exception {
    try (Desk desk = trained("digits-autoencoder", 5)) {
      String file = save(desk).toString();
      JsonNode said = json(backprop("explain", file, "--place", "21", "--method", "occlusion", "--json"));
      assertThat(said.get("place").asInt()).isEqualTo(21);
      assertThat(said.get("score").asDouble()).isNotEqualTo(
          json(backprop("explain", file, "--method", "occlusion", "--json")).get("score").asDouble());
      Ran ran = backprop("explain", file, "--place", "65");
      assertThat(ran.code()).isNotZero();
      assertThat(ran.err()).contains("65").contains("from 1 to 64");
    }
  }

  @Test
  void theCommandRefusesWhatCannotBeExplained() throws Exception {
    try (Desk desk = trained("graph-families", 1)) {
      Ran ran = backprop("explain", save(desk).toString(), "--method", "saliency");
      assertThat(ran.code()).isNotZero();
      assertThat(ran.err()).contains("--method occlusion");
    }
    try (Desk desk = trained("digits-cnn", 1)) {
      Ran ran = backprop("explain", save(desk).toString(), "--layer", "dense", "--method", "grad_cam");
      assertThat(ran.code()).isNotZero();
      assertThat(ran.err()).contains("“dense”").contains("conv_1");
    }
  }

  @Test
  void whatIsExplainedIsNamed() throws Exception {
    try (Desk desk = trained("digits-cnn", 20)) {
      String file = save(desk).toString();
      assertThat(backprop("explain", file, "--class", "1", "--versus", "6").err()).contains("Score of 1 versus 6", "The 20 largest");
      Ran map = backprop("explain", file, "--method", "grad_cam", "--layer", "conv_2");
      assertThat(map.out()).contains("position in the 4×4 map of conv_2");
      assertThat(map.err()).contains("All attributions");
    }
    try (Desk desk = trained("auto-mpg", 5)) {
      assertThat(backprop("explain", save(desk).toString()).err()).contains("Predicted mpg").doesNotContain("Score");
    }
  }
}
