package studio.backprop.teaching.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backprop.teaching.record.LessonAnswer.Correctness;

class CollectedResultsTest {
  @TempDir private Path folder;

  private static ResultRow row(String who, String asked, Correctness outcome, int sure, double seconds) {
    return new ResultRow("8b", who, "learning-rate", new LessonAnswer(1, "race", asked, "=1+1", outcome, sure, 0, 0, seconds));
  }

  private void write(String name, List<ResultRow> rows) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    ResultsFile.write(file, rows);
  }

  @Test
  void theTablesOfAClassAreJoinedAndEachQuestionIsCounted() throws Exception {
    write("a/results.csv", List.of(row("Jörg", "order", Correctness.RIGHT, 2, 10), row("Jörg", "why", Correctness.SKIPPED, 0, 1)));
    write("b/results.csv", List.of(row("王小明", "order", Correctness.WRONG, 3, 20)));
    write("b/copy of results.csv", List.of(row("王小明", "order", Correctness.WRONG, 3, 20)));
    write("c/results.csv", List.of(row("", "order", Correctness.WRONG, 1, 60)));
    write("d/results.csv", List.of(row("", "order", Correctness.WRONG, 1, 60)));
    Files.writeString(folder.resolve("marks.csv"), "name,mark\nJörg,1\n");
    CollectedResults results = CollectedResults.of(folder);
    assertThat(results.files()).isEqualTo(5);
    assertThat(results.learners()).isEqualTo(4);
    assertThat(results.trouble()).hasSize(1);
    assertThat(results.trouble().get(0).toString()).startsWith("marks.csv");
    assertThat(QuestionFigures.of(results.rows())).containsExactly(
        new QuestionFigures("learning-rate", "race", "order", 4, 1, 1, 0, 40),
        new QuestionFigures("learning-rate", "race", "why", 0, 0, 0, 1, Double.NaN));
    results.write(folder);
    assertThat(CollectedResults.of(folder).rows()).as("its own tables are not collected again").isEqualTo(results.rows());
    assertThat(ResultsFile.read(folder.resolve(CollectedResults.ALL)).orElseThrow()).isEqualTo(results.rows());
  }

  @Test
  void spreadsheetsReadItAsUtf8AndFindNoFormulaInIt() throws Exception {
    write("results.csv", List.of(row("王,\"小\"明", "order", Correctness.RIGHT, 2, 10)));
    String text = Files.readString(folder.resolve("results.csv"), StandardCharsets.UTF_8);
    assertThat(text).startsWith("\uFEFFclass,who,lesson,revision,step,asked,answer,right,sure,tries,hints,seconds\r\n");
    assertThat(text).contains("8b,\"王,\"\"小\"\"明\",learning-rate,1,race,order,'=1+1,yes,2,0,0,10.0");
    assertThat(ResultsFile.read(folder.resolve("results.csv")).orElseThrow()).containsExactly(
        row("王,\"小\"明", "order", Correctness.RIGHT, 2, 10));
  }

  @Test
  void whatASpreadsheetSavedWithSemicolonsAndDecimalCommasIsRead() throws Exception {
    Path file = folder.resolve("saved.csv");
    Files.writeString(file, String.join(";", ResultRow.HEADER) + "\n8b;Jörg;learning-rate;1;race;order;c b a d;no;3;1;0;12,5\n");
    assertThat(ResultsFile.read(file).orElseThrow()).containsExactly(
        new ResultRow("8b", "Jörg", "learning-rate", new LessonAnswer(1, "race", "order", "c b a d", Correctness.WRONG, 3, 1, 0, 12.5)));
  }

  @Test
  void theTableOfAnotherLearnerIsNotWrittenOver() throws Exception {
    write("results.csv", List.of(row("Jörg", "order", Correctness.RIGHT, 2, 10)));
    assertThat(ResultsFile.in(folder, List.of(row("Jörg", "order", Correctness.RIGHT, 2, 10)))).isEqualTo(folder.resolve("results.csv"));
    assertThat(ResultsFile.in(folder, List.of(row("王", "order", Correctness.RIGHT, 2, 10)))).isEqualTo(folder.resolve("results-2.csv"));
  }

  /** As on the machines of a class that share a folder. */
  @Test
  void learnersWithoutANameKeepATableEach() throws Exception {
    ResultRow first = row("", "order", Correctness.WRONG, 1, 60);
    ResultRow second = row("", "order", Correctness.RIGHT, 2, 12);
    export(first);
    export(second);
    assertThat(CollectedResults.of(folder).learners()).isEqualTo(2);
    ResultRow more = row("", "why", Correctness.RIGHT, 2, 5);
    export(first, more);
    export(second, row("", "why", Correctness.SKIPPED, 0, 3));
    assertThat(CollectedResults.of(folder).files()).as("each goes on in its own").isEqualTo(2);
    assertThat(CollectedResults.of(folder).rows()).hasSize(4).extracting(ResultRow::answer).contains(first.answer(), more.answer());
  }

  @Test
  void learnersOfTheSameNameInTwoClassesKeepATableEach() throws Exception {
    ResultRow one = row("17", "order", Correctness.WRONG, 1, 60);
    export(one);
    export(new ResultRow("8c", "17", one.lesson(), row("17", "order", Correctness.RIGHT, 2, 12).answer()));
    assertThat(CollectedResults.of(folder).learners()).isEqualTo(2);
    export(new ResultRow("9a", "17", one.lesson(), one.answer()));
    assertThat(CollectedResults.of(folder).rows()).as("the same answers, of a learner who has moved").hasSize(2)
        .extracting(ResultRow::group).containsExactlyInAnyOrder("9a", "8c");
  }

  /** A name is taken before the table is written, so that two that are exported at once do not get the same. */
  @Test
  void aNameIsTakenAtOnce() {
    Path first = ResultsFile.in(folder, List.of(row("", "order", Correctness.WRONG, 1, 60)));
    assertThat(ResultsFile.in(folder, List.of(row("", "order", Correctness.RIGHT, 2, 12)))).isNotEqualTo(first);
  }

  /** One lesson is a part of what the whole table has. */
  @Test
  void theTableOfOneLessonDoesNotTakeThePlaceOfThatOfAll() throws Exception {
    ResultRow one = row("17", "order", Correctness.WRONG, 1, 60);
    ResultRow other = new ResultRow("8b", "17", "vanishing", one.answer());
    export(one, other);
    export(one);
    assertThat(CollectedResults.of(folder).rows()).containsExactlyInAnyOrder(one, other);
  }

  private void export(ResultRow... rows) throws Exception {
    ResultsFile.write(ResultsFile.in(folder, List.of(rows)), List.of(rows));
  }
}
