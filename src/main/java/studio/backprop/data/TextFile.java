package studio.backprop.data;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** Reads a person's own text: a table of one column, with a paragraph in each row, so that a project keeps it as it keeps a table. */
public final class TextFile {
  /** A novel of a million words; more would be too much to cut into tokens at once. */
  private static final long MOST_BYTES = 8L << 20;
  private static final String COLUMN = "text";

  private TextFile() {}

  /** @throws DataProblem if the file cannot be read as text, naming the file and the remedy */
  public static TableData read(Path file) throws DataProblem {
    return table(file.getFileName().toString(), decode(file));
  }

  /**
   * The lines of a file that are not empty, without spaces around them.
   *
   * @throws DataProblem if the file cannot be read as text, or all are empty
   */
  public static List<String> lines(Path file) throws DataProblem {
    List<String> lines = decode(file).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    if (lines.isEmpty()) {
      throw DataProblem.of("data.problem.text-empty", file.getFileName().toString());
    }
    return lines;
  }

  private static String decode(Path file) throws DataProblem {
    return TextBytes.read(file, MOST_BYTES, "data.problem.no-text", "data.problem.text-too-large");
  }

  private static TableData table(String name, String text) throws DataProblem {
    // a sign for a missing value, alone in a paragraph, would be lost when the project is saved
    List<String[]> rows = paragraphs(text).stream().filter(paragraph -> !CsvFile.isMissing(paragraph)).map(p -> new String[] {p}).toList();
    if (rows.isEmpty()) {
      throw DataProblem.of("data.problem.text-empty", name);
    }
    return new TableData(name, List.of(COLUMN), true, rows, LongStream.rangeClosed(1, rows.size()).boxed().toList(), List.of());
  }

  /** A paragraph in a line, with single spaces; where no line is empty, each line is one. */
  static List<String> paragraphs(String text) {
    String unix = text.replace("\r\n", "\n");
    String[] cut = unix.strip().split("\\n\\s*\\n");
    return Arrays.stream(cut.length > 1 ? cut : unix.split("\\n"))
        .map(paragraph -> paragraph.strip().replaceAll("\\s+", " "))
        .filter(paragraph -> !paragraph.isEmpty())
        .toList();
  }
}
