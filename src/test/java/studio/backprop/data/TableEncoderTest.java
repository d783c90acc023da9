package studio.backprop.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.backprop.text.Texts;

class TableEncoderTest {
  private static final String FRUIT = "size,colour,kind\n1,red,apple\n2,yellow,pear\n,red,apple\n4,,pear\n";

  private static Dataset encode(String text, Columns columns) throws DataProblem {
    DataSettings settings = DataSettings.of(DatasetCatalog.OWN_TABLE).withColumns(columns);
    return DatasetCatalog.load(settings, Optional.of(CsvFileTest.read(text)), Progress.NONE);
  }

  private static String column(String name, int rows, IntFunction<String> cell) {
    return "x," + name + "\n" + IntStream.range(0, rows).mapToObj(i -> i + "," + cell.apply(i) + "\n").collect(Collectors.joining());
  }

  @Test
  void wordsBecomeOneInputEachAndTheLastColumnIsTheTarget() throws DataProblem {
    Dataset fruit = encode(FRUIT, Columns.INFERRED);
    assertThat(fruit.featureNames()).containsExactly("size", "colour=red", "colour=yellow");
    assertThat(fruit.task()).isEqualTo(Task.CLASSES);
    assertThat(fruit.classNames()).containsExactly("apple", "pear");
    assertThat(fruit.input(0, 1)).isEqualTo(1);
    assertThat(fruit.input(1, 1)).isZero();
    assertThat(fruit.input(2, 0)).isNaN();
    assertThat(fruit.target(3)).isEqualTo(1);
  }

  @Test
  void anotherTargetMayBeChosenAndColumnsLeftOut() throws DataProblem {
    Dataset fruit = encode(FRUIT, Columns.INFERRED.withTarget("colour").withLeftOut(List.of("kind")));
    assertThat(fruit.featureNames()).containsExactly("size");
    assertThat(fruit.classNames()).containsExactly("red", "yellow");
    assertThat(fruit.rows()).isEqualTo(3);
  }

  @Test
  void columnsThatAreNoInputsSayWhichRowsBelongTogetherIfTheirValuesRepeat() throws DataProblem {
    String visits = "visit,patient,site,x,y\n" + IntStream.range(0, 120)
        .mapToObj(i -> i + ",p" + i / 2 + "," + (i % 3 == 0 ? "" : "s" + i % 3) + "," + i + "," + i % 2 + "\n")
        .collect(Collectors.joining());
    Dataset data = encode(visits, Columns.INFERRED.withLeftOut(List.of("visit", "site")));
    assertThat(data.featureNames()).containsExactly("x");
    assertThat(data.about().groupColumns()).extracting(GroupColumn::name, GroupColumn::count)
        .as("sixty patients are too many words for an input; no visit repeats").containsExactly(tuple("patient", 60), tuple("site", 3));
    int[] patients = data.about().groupColumns().get(0).groups();
    assertThat(IntStream.range(0, 120)).allSatisfy(row -> assertThat(patients[row]).isEqualTo(row / 2));
  }

  @Test
  void fewWholeNumbersAreClassesOthersAreValuesUnlessToldOtherwise() throws DataProblem {
    assertThat(encode(column("y", 30, i -> "" + i % 3), Columns.INFERRED).task()).isEqualTo(Task.CLASSES);
    assertThat(encode(column("y", 30, i -> "" + i), Columns.INFERRED).task()).isEqualTo(Task.REGRESSION);
    assertThat(encode(column("y", 30, i -> i % 3 + ".5"), Columns.INFERRED).task()).isEqualTo(Task.REGRESSION);
    Columns asValue = Columns.INFERRED.withTask(Columns.Choice.REGRESSION);
    assertThat(encode(column("y", 30, i -> "" + i % 3), asValue).task()).isEqualTo(Task.REGRESSION);
  }

  @Test
  void numberedClassesAreInTheOrderOfTheirNumbers() throws DataProblem {
    assertThat(encode(column("y", 30, i -> "" + (9 + i % 3)), Columns.INFERRED).classNames()).containsExactly("9", "10", "11");
  }

  @Test
  void aWordAmongNumbersIsPointedAtByLineColumnAndValue() {
    assertThatThrownBy(() -> encode("x,y\n1,2\n2,3\noops,4\n", Columns.INFERRED))
        .isInstanceOf(DataProblem.class).hasMessage("“my.csv”, line 4: “oops” in the column “x” is not a number. "
            + "Correct it, empty the cell, or exclude the column.");
  }

  @Test
  void aNumberBeyondAllBoundsIsPointedAt() {
    assertThatThrownBy(() -> encode("x,y\n1,2\n1e999,3\n3,4\n", Columns.INFERRED)).hasMessageContaining("line 3: 1e999");
  }

  @Test
  void aColumnOfNamesIsLeftOutWithANote() throws DataProblem {
    String text = "name,x,y\n" + IntStream.range(0, 60).mapToObj(i -> "car " + i + "," + i + "," + i % 2 + "\n")
        .collect(Collectors.joining());
    Dataset cars = encode(text, Columns.INFERRED);
    assertThat(cars.featureNames()).containsExactly("x");
    assertThat(cars.about().notes()).map(Texts.ENGLISH::say).singleElement().asString().contains("“name” has 60 different words");
  }

  @Test
  void targetsThatCannotBeLearnedAreRefusedWithARemedy() {
    assertThatThrownBy(() -> encode("x,y\n1,a\n2,a\n", Columns.INFERRED)).hasMessageContaining("contains only “a”");
    assertThatThrownBy(() -> encode("x,y\n1,a\n2,b\n3,c\n", Columns.INFERRED)).hasMessageContaining("3 different values in 3 rows");
    assertThatThrownBy(() -> encode("x,y\n1,\n2,\n", Columns.INFERRED)).hasMessageContaining("empty in every row");
    assertThatThrownBy(() -> encode("y\n1\n2\n", Columns.INFERRED)).hasMessageContaining("no input column is left");
    assertThatThrownBy(() -> encode(FRUIT, Columns.INFERRED.withTarget("weight")))
        .hasMessageContaining("no column “weight”").hasMessageContaining("size, colour, kind");
  }

  @Test
  void newRowsAreEncodedLikeTheTrainingRows() throws DataProblem {
    Dataset fruit = encode(FRUIT, Columns.INFERRED);
    assertThat(TableRows.encode(CsvFileTest.read("colour,size\nyellow,7\n,NA\n"), fruit).inputs())
        .containsExactly(7, 0, 1, Float.NaN, 0, 0);
    assertThat(TableRows.encode(CsvFileTest.read("7,yellow\n"), fruit).inputs()).containsExactly(7, 0, 1);
    assertThatThrownBy(() -> TableRows.encode(CsvFileTest.read("colour\nred\n"), fruit)).hasMessageContaining("no column “size”");
  }

  @Test
  void aWordThatDidNotOccurInTrainingCountsAsUnknownAndIsTold() throws DataProblem {
    Dataset fruit = encode(FRUIT, Columns.INFERRED);
    NewRows rows = TableRows.encode(CsvFileTest.read("colour,size\nblue,7\nred,8\ngreen,9\n"), fruit);
    assertThat(rows.inputs()).containsExactly(7, 0, 0, 8, 1, 0, 9, 0, 0);
    assertThat(rows.notes()).singleElement().hasToString(
        "2 rows have a word in “colour” that did not occur in training (“blue”) and counts as unknown: line 2, 4");
  }

  @Test
  void everyRowOfAFileHasItsPlaceWhateverIsWrongWithIt() throws DataProblem {
    Dataset fruit = encode(FRUIT, Columns.INFERRED);
    NewRows rows = TableRows.encode(CsvFileTest.read("colour,size\nred\nred,1\nred,x\n\nred,2,3\nyellow,$2.50\nred,1e999\n,\n"), fruit);
    assertThat(rows.places()).containsExactly(-1, 0, -1, -1, 1, -1, 2);
    assertThat(rows.inputs()).containsExactly(1, 1, 0, 2.5f, 0, 1, Float.NaN, 0, 0);
    assertThat(rows.notes()).map(Texts.ENGLISH::say).containsExactly(
        "2 rows have no prediction for not having 2 cells: line 2, 6",
        "“size” is read as numbers: “$” was removed from 1 cell",
        "2 rows have no prediction because “size” is not a number: line 4, 8",
        "1 missing value of “size” filled with the mean of the training rows",
        "1 missing value of “colour” counted as unknown");
  }

  @Test
  void newImagesAreReadPixelByPixelWhateverTheColumnsAreCalled() throws DataProblem {
    Dataset digits = DatasetCatalog.load(DataSettings.of("digits"), Optional.empty(), Progress.NONE);
    String pixels = IntStream.range(0, 64).mapToObj(i -> "" + i % 17).collect(Collectors.joining(","));
    assertThat(TableRows.encode(CsvFileTest.read(pixels + "\n"), digits).inputs()).hasSize(64).startsWith(0, 1, 2);
    assertThatThrownBy(() -> TableRows.encode(CsvFileTest.read("1,2,3\n"), digits)).hasMessageContaining("has 3 columns");
  }
}
