package studio.backprop.lesson.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backprop.lesson.record.LessonAnswer.Correctness;

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
}
