package studio.backprop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.backprop.cli.Ran.backprop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.backprop.compare.ComparisonRunner;
import studio.backprop.compare.KeptTwins;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.landscape.SurfaceStart;
import studio.backprop.landscape.surface.Racer;
import studio.backprop.landscape.surface.SurfaceRace;
import studio.backprop.landscape.surface.TestSurface;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.SampleProject;
import studio.backprop.store.Saved;
import studio.backprop.ui.compare.comparison.ComparisonModel;
import studio.backprop.ui.compare.landscape.LandscapeModel;
import studio.backprop.ui.panels.Desk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command races what the window races. */
@Timeout(120)
class RaceTest {
  @TempDir private Path folder;

  private static JsonNode json(String... args) {
    Ran ran = backprop(args);
    assertThat(ran.code()).as(ran.err()).isZero();
    return new JsonMapper().readTree(ran.out());
  }

  @Test
  void theWindowHasTheNumbersOfTheCommand() throws Exception {
    try (Desk desk = new Desk(SampleProject.of("circles"));
        ComparisonModel twins = new ComparisonModel(desk.document, desk.run, new ComparisonRunner(KernelChoice.create(1), 1), desk.pulse);
        LandscapeModel landscape = new LandscapeModel(twins, desk.pulse)) {
      twins.compare(List.of(desk.document.project()));
      landscape.surfaceProperty().set(Optional.of(TestSurface.HIMMELBLAU));
      landscape.proposeOptimizers();
      SurfaceRace race = landscape.race().orElseThrow();
      Path file = folder.resolve("twins.backprop");
      KeptTwins kept = KeptTwins.NONE.with(Optional.of(new SurfaceStart("himmelblau", race.start().x(), race.start().y())));
      ProjectFile.write(file, Saved.of(desk.document.project()).with(kept));
      JsonNode said = json("race", file.toString(), "--json");
      assertThat(said.get("surface").asString()).isEqualTo("himmelblau");
      assertThat(said.get("lanes")).hasSize(4);
      for (int lane = 0; lane < 4; lane++) {
        Racer racer = race.racers().get(lane);
        JsonNode one = said.get("lanes").get(lane);
        assertThat(one.get("loss").asDouble()).isEqualTo(racer.loss(racer.steps()));
        assertThat(one.get("x").asDouble()).isEqualTo(racer.at(racer.steps()).x());
        assertThat(one.get("firstStepUnder").asInt()).isEqualTo(racer.firstBelow(0.1).orElseThrow());
        assertThat(one.get("rate").asDouble()).isEqualTo(racer.settings().rate());
      }
    }
  }

  @Test
  void aLaneThatDivergesIsToldWithItsStepAndHasNoFigureUnderWhatItNeverReached() {
    JsonNode said = json("race", "circles", "--surface", "rosenbrock", "--start", "-2,3", "--steps", "40", "--under", "1e-9", "--json");
    assertThat(said.get("startLoss").asDouble()).isEqualTo(TestSurface.ROSENBROCK.loss(-2, 3));
    JsonNode sgd = said.get("lanes").get(0);
    assertThat(sgd.get("optimizer").asString()).isEqualTo("sgd");
    assertThat(sgd.get("firstStepUnder").isNull()).isTrue();
    assertThat(sgd.get("diverged").isNull()).isEqualTo(sgd.get("steps").asInt() == 40);
  }

  @Test
  void aSeedDrawsTheSameStartAgainAndEveryStepIsWritten() throws Exception {
    Path steps = folder.resolve("steps.csv");
    JsonNode first = json("race", "circles", "--surface", "beale", "--seed", "3", "--steps", "25", "--out", steps.toString(), "--json");
    assertThat(json("race", "circles", "--surface", "BEALE", "--seed", "3", "--steps", "25", "--json")).isEqualTo(first);
    assertThat(json("race", "circles", "--surface", "beale", "--seed", "4", "--steps", "25", "--json").get("start"))
        .isNotEqualTo(first.get("start"));
    int taken = 0;
    for (JsonNode lane : first.get("lanes")) {
      taken += lane.get("steps").asInt() + 1;
    }
    List<String> lines = Files.readAllLines(steps);
    assertThat(lines.get(0)).isEqualTo("lane,optimizer,step,rate,x,y,loss,step_length");
    assertThat(lines).hasSize(taken + 1);
  }

  @Test
  void aPersonReadsATable() {
    Ran ran = backprop("race", "circles", "--lang", "en");
    assertThat(ran.code()).isZero();
    assertThat(ran.err()).contains("Ravine from (−5, 1.5), loss 35, 200 steps.").contains("The project has no twin runs");
    assertThat(ran.out()).contains("first step under 0.1").contains("RMSprop");
  }
}
