package studio.backprop.data;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** Reads a user's text as a table of one column with a paragraph per row, which is how a project stores it. */
public final class TextFile {
  /** Limit for tokenization at once; about a million words. */
  private static final long MOST_BYTES = 8L << 20;
  private static final String COLUMN = "text";

  private TextFile() {}

  /** @throws DataProblem if the file is no text, with the file and the remedy */
  public static TableData read(Path file) throws DataProblem {
    return table(file.getFileName().toString(), decode(file));
  }

  /**
   * Non-empty lines of a file, trimmed.
   *
   * @throws DataProblem if the file is no text, or all lines are empty
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
    // a paragraph that looks like a missing value would be lost when the project is saved
    List<String[]> rows = paragraphs(text).stream().filter(paragraph -> !CsvFile.isMissing(paragraph)).map(p -> new String[] {p}).toList();
    if (rows.isEmpty()) {
      throw DataProblem.of("data.problem.text-empty", name);
    }
    return new TableData(name, List.of(COLUMN), true, rows, LongStream.rangeClosed(1, rows.size()).boxed().toList(), List.of());
  }

  /** One paragraph per line, with single spaces; without empty lines, each line is a paragraph. */
  static List<String> paragraphs(String text) {
    String unix = text.replace("\r\n", "\n");
    String[] cut = unix.strip().split("\\n\\s*\\n");
    return Arrays.stream(cut.length > 1 ? cut : unix.split("\\n"))
        .map(paragraph -> paragraph.strip().replaceAll("\\s+", " "))
        .filter(paragraph -> !paragraph.isEmpty())
        .toList();
  }
}
