package studio.backprop.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backprop.text.Texts;

class RecognizedTest {
  @TempDir private Path folder;

  private OwnFile open(String text) throws Exception {
    return OwnFile.read(Files.writeString(folder.resolve("own.csv"), text), Progress.NONE);
  }

  private static List<String> notes(TableData table) {
    return table.notes().stream().map(Texts.ENGLISH::say).toList();
  }

  private static Dataset load(OwnFile own) throws DataProblem {
    return DatasetCatalog.load(DataSettings.of(DatasetCatalog.OWN_TABLE).withColumns(own.columns()), Optional.of(own.table()),
        Progress.NONE);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "$9.50|9.50", "-$9.50|-9.50", "$ 1,234.50|1234.50", "45 %|45", "45%|45", "12 kg|12", "9,50 €|9.50", "1.234,50 €|1234.50",
      "1 234,5|1234.5",
      "1,234,567|1234567", "1'000|1000", "3,5|3.5", "80 km/h|80", "¥300|300", "21.5 °C|21.5", "1.234.567|1234567", ".5 m|.5"})
  void amountsAreNumbers(String cell, String number) {
    assertThat(Amounts.read(cell).orElseThrow().number()).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nine", "12 34", "1-2", "red 5", "5 6 kg", "$5 €", "1,23,4", "10:30", "v1.2", "3 large apples", "2024-01-31",
      "."})
  void otherCellsStayWords(String cell) {
    assertThat(Amounts.read(cell)).isEmpty();
  }

  @Test
  void aColumnOfPricesAndOneOfPercentAreNumbersAndItIsSaid() throws Exception {
    OwnFile own = open("price,share,kind\n$9.50,45 %,a\n$8,4 %,b\n,5 %,a\n$7.25,6 %,b\n");
    assertThat(own.table().cell(0, 0)).isEqualTo("9.50");
    assertThat(load(own).featureNames()).containsExactly("price", "share");
    assertThat(notes(own.table())).containsExactly(
        "“price” is read as numbers: “$” was removed from 3 cells", "“share” is read as numbers: “%” was removed from 4 cells");
  }

  @Test
  void wordsWithDifferentUnitsStayWords() throws Exception {
    OwnFile own = open("size,kind\n5 kg,a\n6 lb,b\n5 kg,a\n6 lb,b\n");
    assertThat(load(own).featureNames()).containsExactly("size=5 kg", "size=6 lb");
  }

  @Test
  void datesAreDaysWhateverStandsFirst() throws Exception {
    OwnFile own = open("id,born,height,sex\n1001,31.12.1999,171,f\n1002,01.02.2001,182,m\n1003,15.07.1998,165,f\n1004,28.02.2000,178,m\n");
    Dataset people = load(own);
    assertThat(people.featureNames()).containsExactly("born", "height");
    assertThat(people.input(0, 0)).isEqualTo(10956);
    assertThat(people.about().notes().stream().map(Texts.ENGLISH::say)).containsExactly(
        "“born” is read as dates with the day first", "The column “id” only numbers or names the rows and was excluded",
        "The dates of “born” count as days since 1970");
    assertThat(open("day,x,y\n1/2/2024,1,2\n2/28/2024,2,3\n").table().cell(1, 0)).isEqualTo("2024-02-28");
    assertThat(open("day,x,y\n1/2/2024,1,2\n28/2/2024,2,3\n").table().cell(0, 0)).isEqualTo("2024-02-01");
    assertThat(open("day,x,y\n1/2/2024 10:30,1,2\n").table().cell(0, 0)).isEqualTo("2024-01-02 10:30");
  }

  @Test
  void newRowsWithAmountsAndDatesAreReadAsTheTrainingRowsWere() throws Exception {
    Dataset like = load(open("price,born,kind\n$9,31.12.1999,a\n$8,01.02.2001,b\n$7,01.03.2001,a\n$6,01.02.2002,b\n"));
    NewRows rows = TableRows.encode(CsvFileTest.read("born,price\n31.12.1999,$3\n"), like);
    assertThat(rows.inputs()).containsExactly(3, 10956);
  }

  @Test
  void wordsForNothingAmongNumbersAreGapsAndAmongWordsAreWords() throws Exception {
    OwnFile own = open("a,b,extras,kind\nnull,-,none,x\nNULL,4,leather,y\n#N/A,3,none,x\n7,5,leather,y\n");
    assertThat(load(own).featureNames()).containsExactly("a", "b", "extras=leather", "extras=none");
    assertThat(load(own).input(0, 0)).isNaN();
    assertThat(notes(own.table()))
        .containsExactly("3 cells of “a” without a number counted as missing", "1 cell of “b” without a number counted as missing");
  }

  @Test
  void anIdentifierIsLeftOutAndNeverTheTarget() throws Exception {
    String rows = IntStream.range(0, 12).mapToObj(i -> i * i % 7 + "," + i % 2 + "," + (100 + i))
        .collect(Collectors.joining("\n", "x,y,customer_id\n", "\n"));
    OwnFile own = open(rows);
    assertThat(own.columns().leftOut()).containsExactly("customer_id");
    assertThat(own.columns().target()).isEqualTo("y");
    assertThat(load(own).featureNames()).containsExactly("x");
  }

  @Test
  void aColumnThatCountsTheRowsIsAnIdentifierAndYearsAndMeasuresAreNot() throws Exception {
    String rows = IntStream.range(0, 9).mapToObj(i -> i + "," + (1990 + i) + "," + i * 1.5 + "," + i % 2)
        .collect(Collectors.joining("\n", ",year,width,y\n", "\n"));
    assertThat(open(rows).columns().leftOut()).containsExactly("x1");
    assertThat(open("width,idea,paid\n5,1,2\n3,2,3\n4,4,4\n9,8,6\n").columns().leftOut()).isEmpty();
  }

  @Test
  void anIdentifierStaysWhereNothingElseIsLeftToLearnFrom() throws Exception {
    assertThat(load(open("id,y\n1,3\n2,5\n3,6\n4,9\n")).featureNames()).containsExactly("id");
  }

  @Test
  void aTableWithoutAnythingToRecognizeIsReadAsBefore() throws Exception {
    OwnFile own = open("a,b,kind\n1,2,x\n3,4,y\n5,5,x\n");
    assertThat(own.columns()).isEqualTo(Columns.INFERRED);
    assertThat(own.table().notes()).isEmpty();
  }

  private static List<String> column(TableData table, int column) {
    return IntStream.range(0, table.rows()).mapToObj(row -> table.cell(row, column)).toList();
  }

  @Test
  void oneCellThatCannotBeThousandsMakesEachCommaOfItsColumnADecimalSign() throws Exception {
    assertThat(column(open("w\tn\tkind\n1,5\t1,500\ta\n1,25\t2,250\tb\n1,125\t12,000\ta\n").table(), 0))
        .containsExactly("1.5", "1.25", "1.125");
    assertThat(column(open("w\tn\tkind\n1,5\t1,500\ta\n1,25\t2,250\tb\n1,125\t12,000\ta\n").table(), 1))
        .containsExactly("1500", "2250", "12000");
    assertThat(column(open("w,kind\n\"1,125 kg\",a\n\"0,125 kg\",b\n").table(), 0)).containsExactly("1.125", "0.125");
    assertThat(column(open("w,kind\n\"1,125 €\",a\n\"1.234,50 €\",b\n").table(), 0)).containsExactly("1.125", "1234.50");
    assertThat(column(open("w;m;kind\n1,5;1,125 €;a\n1,125;2,5 €;b\n").table(), 1)).containsExactly("1.125", "2.5");
  }

  @Test
  void aCommaOfNewRowsIsWhatItWasInTraining() throws Exception {
    for (String text : new String[] {"w\tkind\n1,5\ta\n1,125\tb\n2,5\ta\n2,25\tb\n", "w;kind\n1,5;a\n1,125;b\n2,5;a\n2,25;b\n"}) {
      OwnFile own = open(text);
      NewRows rows = TableRows.encode(CsvFileTest.read("w\tx\n1,125\t1\n2,500\t2\n"), load(own), own.table().written());
      assertThat(rows.inputs()).containsExactly(1.125f, 2.5f);
    }
  }

  @Test
  void datesOfNewRowsKeepTheOrderAndTheirNumbersTheUnitOfTraining() throws Exception {
    OwnFile own = open("born,mass,kind\n31/12/1999,5 kg,a\n01/02/2001,6 kg,b\n15/07/1998,7 kg,a\n28/02/2000,8 kg,b\n");
    NewRows rows = TableRows.encode(CsvFileTest.read("born,mass\n02/01/1970,3 kg\n03/01/1970,4\n04/01/1970,10 lb\n"), load(own), own.table()
        .written());
    assertThat(rows.inputs()).containsExactly(1, 3, 2, 4);
    assertThat(rows.notes().stream().map(Texts.ENGLISH::say))
        .contains("1 row has no prediction because “mass” has another unit than in training (“kg”): line 4");
  }
}
