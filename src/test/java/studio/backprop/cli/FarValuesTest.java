package studio.backprop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.backprop.cli.Ran.backprop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Numbers that lie far from 0 and differ by little: every command says the same of them. */
@Timeout(120)
class FarValuesTest {
  private static final int ROWS = 120;

  @TempDir private Path folder;

  private static JsonNode json(Ran ran) {
    assertThat(ran.code()).as(ran.err()).isZero();
    return new JsonMapper().readTree(ran.out());
  }

  @Test
  void trainEvaluateFeaturesAndPredictAgree() throws Exception {
    Path table = Files.writeString(folder.resolve("far.csv"), "x,t\n" + IntStream.range(0, ROWS)
        .mapToObj(i -> 10_000_000 + i / 300.0 + "," + (1_000_000_000L + i) + "\n").collect(Collectors.joining()));
    String project = folder.resolve("far.backprop").toString();
    json(backprop("new", table.toString(), "--target", "t", "--out", project, "--json"));
    String out = folder.resolve("out").toString();
    JsonNode trained = json(backprop("train", project, "--epochs", "60", "--out", out, "--json"));
    JsonNode evaluated = json(backprop("evaluate", out, "--json"));
    JsonNode features = json(backprop("features", out, "--json"));
    double r2 = trained.get("validR2").asDouble();
    assertThat(evaluated.get("r2").asDouble()).isEqualTo(r2, Offset.offset(1e-5));
    assertThat(evaluated.get("mae").asDouble()).isEqualTo(trained.get("validMae").asDouble(), Offset.offset(1e-3));
    assertThat(features.get("baseline").asDouble()).isEqualTo(r2, Offset.offset(1e-5));
    assertThat(features.get("columns").get(0).get("variance").asDouble()).as("a line from 0 to 0.4").isBetween(0.01, 0.017);
    String[] lines = backprop("predict", out, table.toString()).out().split("\n");
    assertThat(Arrays.stream(lines).distinct().count()).isGreaterThan(ROWS * 9 / 10);
    double error = IntStream.range(0, ROWS).mapToDouble(i -> Math.abs(Double.parseDouble(lines[i + 1]) - 1e9 - i)).average().orElseThrow();
    assertThat(error).isLessThan(3 * trained.get("trainMae").asDouble());
  }

  @Test
  void aSeriesFarFromZeroIsLearnedAndForetoldWithItsDigits() throws Exception {
    Path table = Files.writeString(folder.resolve("far.csv"), "value\n" + IntStream.range(0, 3 * ROWS)
        .mapToObj(i -> String.format(Locale.ROOT, "%.1f%n", 1e9 + 20 * Math.sin(i / 4.0))).collect(Collectors.joining()));
    String project = folder.resolve("far.backprop").toString();
    json(backprop("new", table.toString(), "--out", project, "--json"));
    String out = folder.resolve("out").toString();
    JsonNode trained = json(backprop("train", project, "--epochs", "40", "--out", out, "--json"));
    JsonNode evaluated = json(backprop("evaluate", out, "--json"));
    assertThat(trained.get("validR2").asDouble()).as("a sine").isGreaterThan(0.8);
    assertThat(evaluated.get("r2").asDouble()).isEqualTo(trained.get("validR2").asDouble(), Offset.offset(1e-5));
    String[] lines = backprop("predict", out, table.toString(), "--steps", "12").out().split("\n");
    double[] next = Arrays.stream(lines).skip(1).mapToDouble(line -> Double.parseDouble(line.split(",")[1])).toArray();
    assertThat(next).hasSize(12);
    assertThat(Arrays.stream(next).map(value -> Math.abs(value - 1e9)).max().orElseThrow()).isLessThan(40);
    assertThat(Arrays.stream(next).distinct().count()).as("float32 would know every 64th number").isGreaterThan(10);
  }

  /** A network of which a part is drawn anew by the seed says nothing, and its figures are nobody's. */
  @Test
  void weightsThatFitOnlyAPartOfTheNetworkAreNotEvaluated() throws Exception {
    Path out = folder.resolve("iris");
    json(backprop("train", "iris", "--epochs", "1", "--out", out.toString(), "--json"));
    Path file = out.resolve("iris.backprop");
    assertThat(backprop("evaluate", file.toString()).code()).isZero();
    Path changed = Zipped.replaced(file, "project.json", Map.of("\"units\" : 16", "\"units\" : 17"), folder.resolve("changed.backprop"));
    for (String command : new String[] {"evaluate", "explain"}) {
      Ran ran = backprop(command, changed.toString());
      assertThat(ran.code()).isEqualTo(1);
      assertThat(ran.out()).isEmpty();
      assertThat(ran.err()).contains("was reinitialized", "fit only a part of its network", "backprop train changed");
    }
  }
}
