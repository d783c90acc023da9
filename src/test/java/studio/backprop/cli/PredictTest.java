package studio.backprop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static studio.backprop.cli.Ran.backprop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PredictTest {
  @TempDir private Path folder;

  private String trained(String sample) {
    assertThat(backprop("train", sample, "--out", folder.toString()).code()).isZero();
    return folder.resolve(sample + ".backprop").toString();
  }

  private String table(String text) throws Exception {
    return Files.writeString(folder.resolve("input.csv"), text).toString();
  }

  @Test
  void classesComeWithAProbabilityForEach() throws Exception {
    String rows = "sepal_length_cm,sepal_width_cm,petal_length_cm,petal_width_cm\n5.1,3.5,1.4,0.2\n6.7,3.0,5.2,2.3\n";
    Ran ran = backprop("predict", trained("iris"), table(rows));
    List<String> lines = ran.out().lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).isEqualTo("prediction,setosa,versicolor,virginica");
    assertThat(lines.get(1)).startsWith("setosa,0.9");
    assertThat(lines.get(2)).startsWith("virginica,");
    double sum = List.of(lines.get(2).split(",")).subList(1, 4).stream().mapToDouble(Double::parseDouble).sum();
    assertThat(sum).isCloseTo(1, org.assertj.core.data.Offset.offset(1e-5));
  }

  @Test
  void oneOutputGivesTheProbabilitiesOfBothClasses() throws Exception {
    Ran ran = backprop("predict", trained("circles"), table("x,y\n0,0\n1,0\n"));
    assertThat(ran.out().lines().map(line -> line.split(",").length)).containsOnly(3);
    List<String> lines = ran.out().lines().toList();
    assertThat(lines.get(1).split(",")[0]).isNotEqualTo(lines.get(2).split(",")[0]);
  }

  @Test
  void moreRowsThanOneBatchAreAllPredicted() throws Exception {
    StringBuilder rows = new StringBuilder("x,y\n");
    IntStream.range(0, 300).forEach(i -> rows.append(i / 300.0).append(",0.1\n"));
    assertThat(backprop("predict", trained("circles"), table(rows.toString())).out().lines()).hasSize(301);
  }

  @Test
  void aProjectThatLearnedNothingIsRefused() throws Exception {
    Ran ran = backprop("predict", "iris", table("a\n1\n"));
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).startsWith("“iris” is not trained yet: run backprop train");
  }

  @Test
  void aTableWithoutTheColumnsIsRefusedByName() throws Exception {
    Ran ran = backprop("predict", trained("circles"), table("a,b\n1,2\n"));
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("has no column “x”");
  }

  /** After a few epochs, which is enough to ask it. */
  private String begun(String sample) {
    assertThat(backprop("train", sample, "--epochs", "1", "--out", folder.toString()).code()).isZero();
    return folder.resolve(sample + ".backprop").toString();
  }

  @Test
  void aSeriesIsForetoldAndTooShortAOneRefused() throws Exception {
    String project = begun("sine-rnn");
    String wave = IntStream.range(0, 30).mapToObj(t -> Math.sin(t / 4.0) + "\n").collect(Collectors.joining());
    List<String> lines = backprop("predict", project, table(wave), "--steps", "5").out().lines().toList();
    assertThat(lines).hasSize(6).first().isEqualTo("step,value");
    assertThat(lines.get(5)).matches("5,-?\\d.*");
    Ran few = backprop("predict", project, table("1\n2\n"));
    assertThat(few.code()).isEqualTo(1);
    assertThat(few.err()).startsWith("The series has 2 values");
  }

  @Test
  void linesOfTextAreWrittenOn() throws Exception {
    Path names = Files.writeString(folder.resolve("begin.txt"), "Mar\n\nel\n");
    String project = begun("names-generator");
    Ran ran = backprop("predict", project, names.toString(), "--seed", "3");
    assertThat(ran.out().lines()).hasSize(2).first().asString().startsWith("mar");
    assertThat(backprop("predict", project, names.toString(), "--seed", "3").out()).isEqualTo(ran.out());
    Ran cold = backprop("predict", project, names.toString(), "--temperature", "0");
    assertThat(cold.err()).startsWith("The temperature must be above 0");
  }

  @Test
  void linesOfTextAreToldTheirClasses() throws Exception {
    Path names = Files.writeString(folder.resolve("names.txt"), "Anna\nPeter\n");
    List<String> lines = backprop("predict", begun("names-lstm"), names.toString()).out().lines().toList();
    assertThat(lines).hasSize(3).first().asString().startsWith("prediction,female,male");
  }

  @Test
  void everyRowHasItsLineAndWhatWasDoneIsSaidOnStandardError() throws Exception {
    Path table = Files.writeString(folder.resolve("fruit.csv"), "size,colour,kind\n" + "1,red,apple\n5,yellow,pear\n".repeat(20)
        + "7,red\n,red,apple\n");
    Path project = folder.resolve("fruit.backprop");
    Ran made = backprop("new", table.toString(), "--target", "kind", "--out", project.toString());
    assertThat(made.err()).contains("1 row was skipped for not having 3 cells: line 42").contains("1 missing value of “size” filled");
    assertThat(backprop("train", project.toString(), "--out", folder.resolve("out").toString()).code()).isZero();
    Ran ran = backprop("predict", folder.resolve("out/fruit.backprop").toString(), table("size,colour\n1,red\n2\n5,blue\nhuge,red\n"));
    assertThat(ran.code()).isZero();
    List<String> lines = ran.out().lines().toList();
    assertThat(lines).hasSize(5);
    assertThat(lines.get(1)).startsWith("apple,");
    assertThat(lines.get(2)).isEqualTo(",,");
    assertThat(lines.get(3)).startsWith("pear,");
    assertThat(lines.get(4)).isEqualTo(",,");
    assertThat(ran.err()).contains("no prediction for not having 2 cells: line 3").contains("(“blue”) and counts as unknown: line 4")
        .contains("“size” is not a number: line 5");
  }

  @Test
  void rowsThatAreAllTooShortHaveEmptyLines() throws Exception {
    assertThat(backprop("predict", begun("iris"), table("sepal_length_cm,sepal_width_cm,petal_length_cm,petal_width_cm\n1\n2\n")).out())
        .isEqualTo("prediction,setosa,versicolor,virginica\n,,,\n,,,\n");
  }

  @Test
  void jsonIsOneObjectForEachRowAndNullWhereARowCannotBePredicted() throws Exception {
    String table = table("sepal_length_cm,sepal_width_cm,petal_length_cm,petal_width_cm\n5.1,3.5,1.4,0.2\n2\n");
    List<String> lines = backprop("predict", trained("iris"), table, "--json").out().lines().toList();
    assertThat(lines).hasSize(2);
    JsonNode first = new JsonMapper().readTree(lines.get(0));
    assertThat(first.get("prediction").asString()).isEqualTo("setosa");
    double sum = first.get("scores").get("setosa").asDouble() + first.get("scores").get("versicolor").asDouble() + first.get("scores")
        .get("virginica").asDouble();
    assertThat(sum).isCloseTo(1, within(1e-5));
    assertThat(lines.get(1)).isEqualTo("{\"prediction\":null,\"scores\":null}");
  }
}
