package studio.backprop.teaching.record;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import studio.backprop.store.AtomicFile;
import studio.backprop.store.StoreProblem;

/** CSV files of results, in UTF-8 with a byte order mark, which spreadsheets need for umlauts and Chinese. */
public final class ResultsFile {
  public static final String NAME = "results.csv";
  private static final String MARK = "\uFEFF";
  private static final long LARGEST = 64 << 20;

  private ResultsFile() {}

  public static List<ResultRow> rows(LearnerProgress learner, String lesson) {
    return learner.lesson(lesson).answers().stream().map(answer -> new ResultRow(learner.group(), learner.who(), lesson, answer)).toList();
  }

  public static List<ResultRow> rows(LearnerProgress learner) {
    return learner.opened().stream().flatMap(lesson -> rows(learner, lesson).stream()).toList();
  }

  /**
   * File for a learner's table in a folder that several machines may share: that of an earlier table of the same answers, or an unused
   * name. The name is claimed atomically by creating an empty file.
   */
  public static Path in(Path folder, List<ResultRow> rows) {
    Path file = folder.resolve(NAME);
    for (int i = 2; !isFree(file) && !isOf(file, rows); i++) {
      file = folder.resolve(NAME.replace(".csv", "-" + i + ".csv"));
    }
    return file;
  }

  /** Claims an unused file name; atomic across machines. */
  private static boolean isFree(Path file) {
    try {
      Files.createFile(file);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (IOException e) {
      return true; // problems of the folder are reported when the table is written
    }
  }

  /**
   * Whether a file holds an earlier table of the same learner. Anonymous learners and namesakes of another class are identified by their
   * answers: the earlier ones are a subset.
   */
  private static boolean isOf(Path file, List<ResultRow> rows) {
    List<ResultRow> old = read(file).orElse(List.of());
    if (old.isEmpty() || rows.isEmpty() || !old.get(0).who().equals(rows.get(0).who()) || !lessons(rows).containsAll(lessons(old))) {
      return false;
    }
    Set<List<String>> now = rows.stream().map(ResultsFile::answer).collect(Collectors.toSet());
    long kept = old.stream().filter(row -> now.contains(answer(row))).count();
    boolean sameName = !old.get(0).who().isEmpty() && old.get(0).group().equals(rows.get(0).group());
    return sameName || 2 * kept >= old.size(); // a repeated answer counts as another one
  }

  private static Set<String> lessons(List<ResultRow> rows) {
    return rows.stream().map(ResultRow::lesson).collect(Collectors.toSet());
  }

  /** All cells of a row but the learner's name and class. */
  private static List<String> answer(ResultRow row) {
    return new ResultRow("", "", row.lesson(), row.answer()).cells();
  }

  /** @throws StoreProblem if the file cannot be written */
  public static void write(Path file, List<ResultRow> rows) throws StoreProblem {
    write(file, ResultRow.HEADER, rows.stream().map(ResultRow::cells).toList());
  }

  static void write(Path file, List<String> header, List<List<String>> rows) throws StoreProblem {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
      csv.writeRecord(header);
      rows.forEach(csv::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // in-memory text: no I/O errors
    }
    byte[] bytes = (MARK + text).getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(file, out -> out.write(bytes));
  }

  /** Reads the rows of a file; empty where it is no results table. */
  public static Optional<List<ResultRow>> read(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        return Optional.empty();
      }
      String text = Files.readString(file).replace(MARK, "");
      String first = text.lines().findFirst().orElse("");
      List<CsvRecord> records = CsvReader.builder().fieldSeparator(first.contains(";") ? ';' : ',').ofCsvRecord(text).stream().toList();
      if (records.isEmpty() || !records.get(0).getFields().equals(ResultRow.HEADER)) {
        return Optional.empty();
      }
      List<ResultRow> rows = new ArrayList<>();
      records.subList(1, records.size()).forEach(one -> ResultRow.of(one.getFields()).ifPresent(rows::add));
      return Optional.of(rows);
    } catch (IOException | CsvParseException e) {
      return Optional.empty();
    }
  }
}
