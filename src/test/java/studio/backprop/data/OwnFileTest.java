package studio.backprop.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backprop.data.Columns.Reading;

class OwnFileTest {
  @TempDir private Path folder;

  private OwnFile read(String name, String text) throws Exception {
    return OwnFile.read(Files.writeString(folder.resolve(name), text), Progress.NONE);
  }

  private static Dataset load(OwnFile own, SequenceSettings sequence) throws DataProblem {
    DataSettings settings = DataSettings.of(DatasetCatalog.OWN_TABLE).withColumns(own.columns()).withSequence(sequence);
    return DatasetCatalog.load(settings, Optional.of(own.table()), Progress.NONE);
  }

  private static String days(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(day -> "2024-01-" + (day < 10 ? "0" : "") + day + "," + day * 10 + "\n")
        .collect(Collectors.joining());
  }

  @Test
  void datesBesideNumbersAreATimeSeries() throws Exception {
    OwnFile own = read("sales.csv", "day,sales\n" + days(20));
    assertThat(own.columns()).isEqualTo(new Columns(Reading.SERIES, "sales", "day", own.columns().leftOut(), Columns.Choice.INFER));
    Dataset data = load(own, SequenceSettings.USUAL.withLags(3).withHorizon(2));
    assertThat(data.rows()).isEqualTo(16);
    assertThat(data.about().targetName()).isEqualTo("sales");
    assertThat(data.target(0)).isEqualTo(50);
    assertThat(data.series().orElseThrow().clock()).isEqualTo(Series.Clock.DAYS);
  }

  @Test
  void rowsOfASeriesAreSortedByTheirTimesAndGapsTakeTheValueBefore() throws Exception {
    OwnFile own = read("late.csv", "day,sales\n2023-12-31,7\n2024-02-01,\n" + days(20) + "2023-12-30,\n");
    Dataset data = load(own, SequenceSettings.USUAL.withLags(3));
    Series series = data.series().orElseThrow();
    assertThat(series.length()).isEqualTo(22);
    assertThat(series.value(0)).isEqualTo(7);
    assertThat(series.value(21)).isEqualTo(200);
    assertThat(data.about().notes()).hasSize(1);
    assertThat(data.about().notes().get(0).toString()).isEqualTo("1 missing value of “sales” filled with the previous value");
  }

  @Test
  void aCellThatIsNoTimeIsNamedWithItsLine() throws Exception {
    OwnFile own = read("bad.csv", "day,sales\n" + days(20) + "soon,3\n");
    assertThatThrownBy(() -> load(new OwnFile(own.table(), own.columns().withReading(Reading.SERIES).withTime("day")),
        SequenceSettings.USUAL))
        .hasMessageContaining("line 22: “soon” in the column “day” is not a time");
  }

  @Test
  void aSingleColumnOfNumbersIsASeriesAndItsRowsAreCounted() throws Exception {
    OwnFile own = read("wave.csv", IntStream.range(0, 40).mapToObj(i -> i % 7 + "\n").collect(Collectors.joining()));
    assertThat(own.columns().reading()).isEqualTo(Reading.SERIES);
    assertThat(load(own, SequenceSettings.USUAL).series().orElseThrow().time(0)).isEqualTo(1);
  }

  @Test
  void aTableReadAsASeriesBeginsWithColumnsThatLookLikeValuesAndTimes() throws Exception {
    OwnFile own = read("many.csv", "n,kind,price,place\n1,a,3,x\n2,b,4,y\n3,a,5,z\n");
    assertThat(own.columns().reading()).isEqualTo(Reading.ROWS);
    Columns series = OwnFile.readAs(Reading.SERIES, own.table(), own.columns());
    assertThat(series.target()).isEqualTo("price");
    assertThat(series.time()).isEqualTo("n");
  }

  @Test
  void theScaleOfASeriesIsWorkedOutFromItsTrainingPart() throws Exception {
    OwnFile own = read("step.csv", "0\n".repeat(20) + "2\n".repeat(20) + "1000\n".repeat(20));
    DataSettings settings = DataSettings.of(DatasetCatalog.OWN_TABLE).withColumns(own.columns()).withShares(0.2, 0.2)
        .withSequence(SequenceSettings.USUAL.withLags(1));
    assertThat(PreparedData.load(settings, Optional.of(own.table()), Progress.NONE).targetUnit()).isLessThan(2);
  }

  @Test
  void proseIsReadByCharacterOrByWord() throws Exception {
    OwnFile own = read("story.txt", "The cat sat,\nand sat.\n\nThe dog ran. ".repeat(30));
    assertThat(own.columns().reading()).isEqualTo(Reading.TEXT);
    assertThat(own.table().cell(0, 0)).isEqualTo("The cat sat, and sat.");
    Dataset characters = load(own, SequenceSettings.USUAL.withLength(8));
    assertThat(characters.text().orElseThrow().write(row(characters, 0))).isEqualTo("The cat ");
    Dataset words = load(own, SequenceSettings.USUAL.withLength(4).withLevel(TextLevel.WORD));
    assertThat(words.text().orElseThrow().write(row(words, 0))).isEqualTo("the cat sat,");
    assertThat(words.classNames()).contains("dog").doesNotContain("The");
  }

  private static float[] row(Dataset data, int row) {
    float[] inputs = new float[data.width()];
    data.copyInput(row, inputs, 0);
    return inputs;
  }

  @Test
  void aTextFileWithATableInItIsATable() throws Exception {
    OwnFile own = read("table.txt", "a\tb\tkind\n1\t2\tx\n3\t4\ty\n");
    assertThat(own.columns().reading()).isEqualTo(Reading.ROWS);
    assertThat(own.table().columns()).containsExactly("a", "b", "kind");
  }

  @Test
  void aTextWithQuotesSemicolonsAndCommasComesBackAsItIsKept() throws Exception {
    OwnFile own = read("odd.txt", "\"Well\"; he said, \"no\";\n\n;;;\n\nNA\n\n1;2\n\n“?”");
    TableData back = CsvFile.read("odd.txt", new ByteArrayInputStream(CsvFile.write(own.table()).getBytes(StandardCharsets.UTF_8)),
        Progress.NONE);
    assertThat(IntStream.range(0, back.rows()).mapToObj(row -> back.cell(row, 0)))
        .containsExactly("\"Well\"; he said, \"no\";", ";;;", "1;2", "“?”");
    assertThat(back.columns()).isEqualTo(own.table().columns());
  }

  @Test
  void whatIsNoTextAndWhatIsTooShortIsSaidInOneSentence() throws Exception {
    Path bytes = Files.write(folder.resolve("image.txt"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
    assertThatThrownBy(() -> OwnFile.read(bytes, Progress.NONE)).hasMessageContaining("is not text in UTF-8");
    assertThatThrownBy(() -> read("empty.txt", " \n")).hasMessageContaining("contains no text");
    OwnFile own = read("short.txt", "Too short");
    assertThatThrownBy(() -> load(own, SequenceSettings.USUAL)).hasMessageContaining("too few for pieces of");
  }
}
