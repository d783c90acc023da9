package studio.backprop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static studio.backprop.cli.Ran.backprop;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(120)
class LandscapeTest {
  @TempDir private Path folder;

  private static JsonNode json(Ran ran) {
    assertThat(ran.code()).as(ran.err()).isZero();
    return new JsonMapper().readTree(ran.out());
  }

  @Test
  void theRavineIsTrainedByFourOptimizersOnItsOwnTwoWeights() throws Exception {
    Path csv = folder.resolve("map.csv");
    Path png = folder.resolve("map.png");
    JsonNode read = json(backprop("landscape", "race-ravine", "--json", "--under", "30", "--out", csv.toString(), "--png", png.toString()));
    assertThat(read.get("plane").asString()).isEqualTo("weights");
    assertThat(read.get("weights").asInt()).isEqualTo(2);
    assertThat(read.get("allRows").asBoolean()).isTrue();
    assertThat(read.get("runs")).hasSize(4);
    assertThat(read.get("centre").asString()).as("as in the window").isEqualTo("A");
    assertThat(read.get("runs").get(0).get("name").asString()).isEqualTo("SGD");
    for (JsonNode run : read.get("runs")) {
      assertThat(run.get("step").asInt()).isEqualTo(150);
      assertThat(run.get("drawnLoss").asDouble()).isCloseTo(run.get("trueLoss").asDouble(), offset(1e-4));
      assertThat(run.get("offPlane").asDouble()).isZero();
      assertThat(run.get("way").asDouble()).isGreaterThan(run.get("fromStart").asDouble());
    }
    assertThat(read.get("runs").get(1).get("firstUnder").asInt()).as("momentum is first")
        .isLessThan(read.get("runs").get(0).get("firstUnder").asInt());
    List<String> lines = Files.readAllLines(csv);
    assertThat(lines.get(0)).isEqualTo("kind,step,a,b,loss");
    assertThat(lines.stream().filter(line -> line.startsWith("map,"))).hasSize(1600);
    assertThat(lines.stream().filter(line -> line.startsWith("D,"))).hasSize(151);
    BufferedImage picture = ImageIO.read(png.toFile());
    assertThat(picture.getWidth()).isEqualTo(1600);
  }

  @Test
  void aRunByItselfHasTheWeightsOfATraining() {
    JsonNode trained = json(backprop("train", "circles", "--epochs", "2", "--json"));
    JsonNode read = json(backprop("landscape", "circles", "--epochs", "2", "--grid", "9", "--json"));
    JsonNode run = read.get("runs").get(0);
    assertThat(run.get("weightsSha256")).isEqualTo(trained.get("weightsSha256"));
    assertThat(run.get("trueLoss").asDouble()).isCloseTo(trained.get("trainLoss").asDouble(), offset(1e-6));
    assertThat(run.get("drawnLoss").asDouble()).isEqualTo(run.get("trueLoss").asDouble());
    assertThat(read.get("shares").get(0).asDouble() + read.get("shares").get(1).asDouble()).isBetween(0.5, 1.0);
    JsonNode again = json(backprop("landscape", "circles", "--epochs", "2", "--grid", "9", "--json"));
    assertThat(again.get("most")).isEqualTo(read.get("most"));
    assertThat(again.get("runs")).isEqualTo(read.get("runs"));
  }

  @Test
  void aTrainedFileIsTakenAsItIsByARandomPlane() {
    Path out = folder.resolve("out");
    JsonNode trained = json(backprop("train", "circles", "--epochs", "2", "--out", out.toString(), "--json"));
    JsonNode read = json(backprop("landscape", out.toString(), "--plane", "random", "--grid", "9", "--json"));
    assertThat(read.get("plane").asString()).isEqualTo("random");
    assertThat(read.get("runs").get(0).get("weightsSha256")).isEqualTo(trained.get("weightsSha256"));
    assertThat(read.get("positions").asInt()).isEqualTo(1);
  }

  @Test
  void whatAnotherNetworkComputesIsSaid() {
    Ran ran = backprop("landscape", "landscape-residual", "--epochs", "1", "--grid", "5", "--rows", "50");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("The network of ", "computes something else", "50 of 1,258 training rows", "B  no shortcuts");
  }

  @Test
  void filesThatCannotBeKeptAreFoundOutBeforeTraining() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    for (String option : List.of("--out", "--png")) {
      Ran ran = backprop("landscape", "iris", option, file.resolve("map").toString());
      assertThat(ran.code()).isEqualTo(1);
      assertThat(ran.err()).contains(file.toString()).doesNotContain("Step ");
    }
    Ran ran = backprop("landscape", "iris", "--out", folder.toString());
    assertThat(ran.err()).contains("folder").doesNotContain("Step ");
    Path made = folder.resolve("new").resolve("map.csv");
    assertThat(backprop("landscape", "iris", "--epochs", "1", "--grid", "5", "--out", made.toString()).code()).isZero();
    assertThat(made).exists();
    Path steps = folder.resolve("other").resolve("steps.csv");
    assertThat(backprop("race", "circles", "--out", steps.toString()).code()).isZero();
    assertThat(steps).exists();
  }

  @Test
  void aGeneratorHasNoSuchLandscape() {
    assertThat(backprop("landscape", "gan-ring").err()).contains("gan-ring");
  }
}
