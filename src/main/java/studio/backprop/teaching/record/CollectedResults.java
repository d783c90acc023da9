package studio.backprop.teaching.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import studio.backprop.store.StoreProblem;
import studio.backprop.text.Message;

/**
 * Merged results of a class: all tables of a folder and its subfolders. Duplicate rows, as from copied files, count once. Learners without
 * a name are distinguished by file.
 *
 * @param files number of tables read
 * @param trouble one message for each unreadable file
 */
public record CollectedResults(List<ResultRow> rows, int files, List<Message> trouble) {
  /** File name of all answers. */
  public static final String ALL = "all-results.csv";
  /** File name of the figures per question. */
  public static final String QUESTIONS = "questions.csv";
  private static final int DEEPEST = 4;

  /** @throws StoreProblem if the folder cannot be listed */
  public static CollectedResults of(Path folder) throws StoreProblem {
    Set<ResultRow> rows = new LinkedHashSet<>();
    List<Message> trouble = new ArrayList<>();
    int files = 0;
    for (Path file : tables(folder)) {
      Optional<List<ResultRow>> read = ResultsFile.read(file);
      if (read.isPresent()) {
        String nobody = folder.relativize(file).toString();
        read.get().forEach(row -> rows.add(row.who().isEmpty() ? new ResultRow(row.group(), nobody, row.lesson(), row.answer()) : row));
        files++;
      } else {
        trouble.add(Message.of("lesson.record.no_results", folder.relativize(file).toString()));
      }
    }
    return new CollectedResults(List.copyOf(rows), files, trouble);
  }

  private static List<Path> tables(Path folder) throws StoreProblem {
    try (Stream<Path> all = Files.walk(folder, DEEPEST)) {
      return all.filter(file -> file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv") && Files.isRegularFile(file))
          .filter(file -> !file.equals(folder.resolve(ALL)) && !file.equals(folder.resolve(QUESTIONS))).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      throw StoreProblem.of("lesson.record.no_folder", folder.toString());
    }
  }

  public int learners() {
    return (int) rows.stream().map(row -> List.of(row.group(), row.who())).distinct().count();
  }

  /** Writes both tables. @throws StoreProblem if they cannot be written */
  public void write(Path folder) throws StoreProblem {
    ResultsFile.write(folder.resolve(ALL), rows);
    List<List<String>> figures = QuestionFigures.of(rows).stream().map(one -> List.of(one.lesson(), one.step(), one.asked(),
        String.valueOf(one.answers()), String.valueOf(one.right()), String.valueOf(one.certainAndWrong()), String.valueOf(one.skipped()),
        Double.isNaN(one.medianSeconds()) ? "" : String.format(Locale.ROOT, "%.1f", one.medianSeconds()))).toList();
    ResultsFile.write(folder.resolve(QUESTIONS),
        List.of("lesson", "step", "asked", "answers", "right", "certain_and_wrong", "skipped", "median_seconds"), figures);
  }
}
