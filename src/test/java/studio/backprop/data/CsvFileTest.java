package studio.backprop.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backprop.text.Texts;

class CsvFileTest {
  private static TableData read(byte... bytes) throws DataProblem {
    try {
      return CsvFile.read("my.csv", new ByteArrayInputStream(bytes), Progress.NONE);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static TableData read(String text) throws DataProblem {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b\n1,x\n2,y\n", "a;b\r\n1;x\r\n2;y", "a\tb\n1\tx\n\n2\ty\n", "\uFEFFa, b \n 1 ,x\n2,\"y\"\n"})
  void commaSemicolonAndTabAreFoundOut(String text) throws DataProblem {
    TableData table = read(text);
    assertThat(table.columns()).containsExactly("a", "b");
    assertThat(table.rows()).isEqualTo(2);
    assertThat(table.cell(0, 0)).isEqualTo("1");
    assertThat(table.cell(1, 1)).isEqualTo("y");
  }

  @Test
  void quotedCellsMayHoldSeparatorsQuotesAndLines() throws DataProblem {
    TableData table = read("name,size\n\"Smith, \"\"J.\"\"\",1\n\"two\nlines\",2\n");
    assertThat(table.cell(0, 0)).isEqualTo("Smith, \"J.\"");
    assertThat(table.cell(1, 0)).isEqualTo("two\nlines");
  }

  @Test
  void aDecimalCommaIsReadWhereSemicolonsSeparate() throws DataProblem {
    TableData table = read("x;y\n1,5;2\n-0,25;a,b\n");
    assertThat(table.cell(0, 0)).isEqualTo("1.5");
    assertThat(table.cell(1, 0)).isEqualTo("-0.25");
    assertThat(table.cell(1, 1)).isEqualTo("a,b");
  }

  @Test
  void withoutNamesTheFirstLineIsAnExample() throws DataProblem {
    TableData table = read("1,2,a\n3,4,b\n");
    assertThat(table.isNamed()).isFalse();
    assertThat(table.columns()).containsExactly("x1", "x2", "x3");
    assertThat(table.rows()).isEqualTo(2);
  }

  @Test
  void columnsOfTheSameNameAndOfNoneAreToldApart() throws DataProblem {
    assertThat(read("a,a,,a\n1,2,3,4\n").columns()).containsExactly("a", "a_2", "x3", "a_3");
  }

  @Test
  void naAndQuestionMarksAreMissingValues() throws DataProblem {
    TableData table = read("a,b,c,d\nNA,?,,nan\n");
    for (int column = 0; column < 4; column++) {
      assertThat(table.cell(0, column)).isEmpty();
    }
  }

  @Test
  void rowsOfTheWrongLengthAreSkippedAndNamedByLine() throws DataProblem {
    TableData table = read("a,b\n1,2\n3\n4,5\n6,7,8\n");
    assertThat(table.rows()).isEqualTo(2);
    assertThat(table.line(1)).isEqualTo(4);
    assertThat(table.notes()).map(Texts.ENGLISH::say).containsExactly("2 rows were skipped for not having 2 cells: line 3, 5");
  }

  @Test
  void aQuoteThatNeverClosesIsPointedAt() {
    assertThatThrownBy(() -> read("a,b\n1,2\n\"3,4\n5,6\n"))
        .isInstanceOf(DataProblem.class).hasMessageContaining("my.csv").hasMessageContaining("line 3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "a,b\n", "a,b\n1\n"})
  void aFileWithoutRowsIsRefused(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(DataProblem.class).hasMessageMatching("“my.csv”(: no row has|.* no rows of data).*");
  }

  @Test
  void aPictureOrAnotherEncodingIsNotTakenForATable() {
    assertThatThrownBy(() -> read((byte) 0x89, (byte) 'P', (byte) 'N', (byte) 'G')).hasMessageContaining("UTF-8");
    assertThatThrownBy(() -> read((byte) 'a', (byte) 0, (byte) 'b')).hasMessageContaining("UTF-8");
  }

  @Test
  void moreColumnsThanAPersonHasMadeAreRefused() {
    String line = "a,".repeat(20_000) + "a\n";
    assertThatThrownBy(() -> read("a,b\n" + line)).isInstanceOf(DataProblem.class).hasMessageContaining("20,001 columns");
  }

  @Test
  void manyColumnsOfOneNameAreTold() throws DataProblem {
    List<String> columns = read("a,".repeat(16_000) + "a_3\n" + "1,".repeat(16_000) + "2\n").columns();
    assertThat(columns).startsWith("a", "a_2", "a_3").endsWith("a_3_2").doesNotHaveDuplicates();
  }

  @Test
  void aFileThatIsNotThereIsASentence() {
    assertThatThrownBy(() -> CsvFile.read(Path.of("no-such-folder", "no.csv"), Progress.NONE))
        .isInstanceOf(DataProblem.class).hasMessageContaining("There is no file “" + Path.of("no-such-folder", "no.csv") + "”");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b\n1,\"x, y\"\n,\"he said \"\"no\"\"\"\n", "1,2\n3,\n", "é,名\n1,好\n"})
  void whatIsWrittenReadsBackTheSame(String text) throws DataProblem {
    String once = CsvFile.write(read(text));
    assertThat(CsvFile.write(read(once))).isEqualTo(once).isEqualTo(text);
  }
}
