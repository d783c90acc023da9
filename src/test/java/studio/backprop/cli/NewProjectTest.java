package studio.backprop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.backprop.cli.Ran.backprop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backprop.project.Project;
import studio.backprop.store.ProjectFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a table of one's own to predictions, without a project and without a window. */
class NewProjectTest {
  @TempDir private Path folder;
  private String houses;
  private String project;

  /** Prices that follow from size and day, with an id, money, percent and dates. */
  @BeforeEach
  void writeTable() throws Exception {
    String rows = IntStream.range(0, 240)
        .mapToObj(i -> (7000 + i * 3 % 241) + "," + (40 + i * 37 % 120) + " m²,\"$" + (1000 + (40 + i * 37 % 120) * 12) + ".50\"," + i % 50
            + " %," + (1 + i % 28) + ".02.2024,"
            + (i * 37 % 120 > 60 ? "large" : "small") + "\n")
        .collect(Collectors.joining());
    houses = Files.writeString(folder.resolve("houses.csv"), "id,size,price,tax,sold,kind\n" + rows).toString();
    project = folder.resolve("houses.backprop").toString();
  }

  private static List<String> notes(JsonNode json) {
    return StreamSupport.stream(json.get("notes").spliterator(), false).map(JsonNode::asString).toList();
  }

  private static JsonNode json(Ran ran) {
    assertThat(ran.code()).as(ran.err()).isZero();
    return new JsonMapper().readTree(ran.out());
  }

  @Test
  void aTableBecomesAProjectThatLearnsItsTarget() throws Exception {
    JsonNode made = json(backprop("new", houses, "--target", "price", "--out", project, "--json"));
    byte[] written = Files.readAllBytes(Path.of(project));
    assertThat(backprop("new", houses, "--out", project).err()).startsWith("“" + project + "” exists already").contains("--force");
    assertThat(Path.of(project)).hasBinaryContent(written);
    assertThat(backprop("new", houses, "--target", "price", "--out", project, "--force").err()).doesNotContain("exists");
    assertThat(made.get("task").asString()).isEqualTo("regression");
    assertThat(made.get("inputs").asInt()).isEqualTo(5);
    assertThat(notes(made)).anyMatch(note -> note.contains("“id” only numbers or names the rows"))
        .anyMatch(note -> note.contains("“$” was removed from 240 cells"))
        .anyMatch(note -> note.contains("“m²” was removed")).anyMatch(note -> note.contains("dates of “sold” count as days"));
    JsonNode trained = json(backprop("train", project, "--json"));
    assertThat(trained.get("testR2").asDouble()).isGreaterThan(0.9);
  }

  @Test
  void withoutATargetTheLastColumnIsPredictedAndTheRestIsSaid() throws Exception {
    Ran ran = backprop("new", "--ignore", "price", "--ignore", "tax", houses, "--out", project);
    assertThat(ran.err()).contains("240 rows, 2 inputs, predicts “kind” (2 classes). Train it with backprop train " + project);
    Project made = ProjectFile.read(Path.of(project)).saved().project();
    assertThat(made.data().columns().leftOut()).containsExactly("id", "price", "tax");
    assertThat(json(backprop("train", project, "--json")).get("testAccuracy").asDouble()).isGreaterThan(0.9);
  }

  @Test
  void trainNeedsNoProjectWhereDataAreNamed() throws Exception {
    Ran ran = backprop("train", "--data", houses, "--target", "kind", "--ignore=price,tax", "--epochs", "3", "--json", "--out",
        folder.resolve("out").toString());
    assertThat(notes(json(ran))).anyMatch(note -> note.contains("“id”"));
    assertThat(ran.err()).contains("Note: The column “id” only numbers or names the rows and was excluded.");
    assertThat(folder.resolve("out/houses.backprop")).exists();
    Ran again = backprop("train", "--data", houses, "--target", "kind", "--task", "classification", "--epochs", "1");
    assertThat(again.code()).as(again.err()).isZero();
  }

  @Test
  void aProjectLearnsFromAnotherTableWithTheColumnsThatAreNamed() throws Exception {
    Path two = Files.writeString(folder.resolve("two.csv"), "kind,no,b,a\n" + "x,1,2,1\ny,3,4,9\n".repeat(30));
    assertThat(backprop("train", "circles", "--data", two.toString(), "--target", "kind", "--ignore", "no", "--epochs", "1").code())
        .isZero();
    assertThat(backprop("train", "circles", "--target", "kind").err()).startsWith("The project has no table of your own");
  }

  @Test
  void aSeriesGetsANetworkForSeries() throws Exception {
    String values = IntStream.range(0, 150).mapToObj(t -> Math.sin(t / 4.0) + "\n").collect(Collectors.joining());
    Path wave = Files.writeString(folder.resolve("wave.csv"), values);
    assertThat(json(backprop("train", "--data", wave.toString(), "--epochs", "2", "--json")).get("epochs").asInt()).isEqualTo(2);
  }

  @Test
  void theTableIsNotWrittenOver() throws Exception {
    String before = Files.readString(Path.of(houses));
    Ran ran = backprop("new", houses, "--out", folder.resolve(".").resolve("houses.csv").toString());
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).contains("is the table itself: name another file for the project with --out.");
    assertThat(backprop("new", houses, "--out", houses, "--lang", "zh").err()).contains("就是表格本身");
    assertThat(Files.readString(Path.of(houses))).isEqualTo(before);
  }

  @Test
  void whatCannotBeMadeIsASentence() throws Exception {
    assertThat(backprop("new", houses, "--target", "prize", "--out", project).err()).contains("has no column “prize”")
        .contains("id, size, price");
    assertThat(backprop("new", houses, "--ignore", "prize", "--out", project).err()).contains("has no column “prize”");
    assertThat(backprop("new", folder.resolve("none.csv").toString(), "--out", project).err()).startsWith("There is no file");
    assertThat(backprop("new", houses).err()).startsWith("backprop new needs --out");
    assertThat(backprop("new", houses, "--task", "guess", "--out", project).err()).startsWith("“guess” cannot be --task");
    Path text = Files.writeString(folder.resolve("t.txt"), "Once upon a time.\n\nThere was a king.\n");
    assertThat(backprop("new", text.toString(), "--out", project).err()).contains("is a text");
    assertThat(Path.of(project)).doesNotExist();
  }
}
