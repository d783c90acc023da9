package studio.backprop.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import studio.backprop.text.Message;

/**
 * Reader and writer of CSV tables (RFC 4180), UTF-8. The separator may be a comma, a semicolon or a tab; the first line is a header unless
 * it holds a number. Rows with too few or too many cells are skipped, with a note of their lines.
 */
public final class CsvFile {
  /** Missing values, in lower case. */
  private static final Set<String> MISSING = Set.of("", "na", "n/a", "nan", "?");

  /** Limit of the file size in bytes. */
  private static final long MOST_BYTES = 256L << 20;

  /** Limit of the CSV parser. */
  private static final int MOST_COLUMNS = 16_384;

  /** Estimated memory per cell while reading. */
  private static final int BYTES_PER_CELL = 100;

  private CsvFile() {}

  /** @throws DataProblem if the file is no table, with the file, the line and the remedy */
  public static TableData read(Path file, Progress progress) throws DataProblem {
    TableData table = readRows(file, progress);
    refuseNoRows(table);
    return table;
  }

  /** As {@link #read(Path, Progress)}, but keeps malformed rows: a prediction is made for each row. */
  static TableData readRows(Path file, Progress progress) throws DataProblem {
    String name = file.getFileName().toString();
    return read(name, TextBytes.read(file, MOST_BYTES, "data.problem.csv-no-text", "data.problem.file-too-large"), progress);
  }

  /** Reads from a stream, which the caller closes. @param name for messages */
  public static TableData read(String name, InputStream in, Progress progress) throws DataProblem, IOException {
    TableData table = read(name, TextBytes.decode(name, in.readAllBytes(), "data.problem.csv-no-text"), progress);
    refuseNoRows(table);
    return table;
  }

  private static void refuseNoRows(TableData table) throws DataProblem {
    if (table.rows() == 0) {
      throw DataProblem.of("data.problem.csv-ragged", table.name(), table.columns().size(), Lines.named(table.skipped()));
    }
  }

  private static TableData read(String name, String text, Progress progress) throws DataProblem {
    char separator = separator(text);
    checkSize(name, text, separator);
    List<CsvRecord> records = new ArrayList<>();
    long characters = 0;
    try (CsvReader<CsvRecord> reader = reader(text, separator)) {
      for (CsvRecord record : reader) {
        records.add(record);
        for (String field : record.getFields()) {
          characters += field.length() + 1;
        }
        progress.step(Math.min(characters, text.length()), text.length());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // in-memory text: no I/O errors
    } catch (CsvParseException e) {
      long line = records.isEmpty() ? 1 : records.get(records.size() - 1).getStartingLineNumber() + 1;
      throw DataProblem.of("data.problem.csv-quote", name, line);
    }
    if (records.isEmpty()) {
      throw DataProblem.of("data.problem.csv-empty", name);
    }
    return table(name, records, separator == ';');
  }

  /** Refuses files whose cells would not fit the memory. */
  private static void checkSize(String name, String text, char separator) throws DataProblem {
    long most = Runtime.getRuntime().maxMemory() / 2 / BYTES_PER_CELL;
    long cells = text.chars().filter(c -> c == separator || c == '\n').count();
    long columns = text.lines().mapToLong(line -> countOutsideQuotes(line, separator) + 1).max().orElse(0);
    if (cells > most) {
      throw DataProblem.of(DataProblem.CELLS, name, cells, most);
    } else if (columns > MOST_COLUMNS) {
      throw DataProblem.of("data.problem.csv-too-many-columns", name, columns, MOST_COLUMNS);
    }
  }

  private static CsvReader<CsvRecord> reader(String text, char separator) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .skipEmptyLines(true)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .allowUnclosedQuote(false)
        .ofCsvRecord(text);
  }

  /** Tab or semicolon, if equally frequent in each of the first lines; else comma. */
  private static char separator(String text) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).limit(10).toList();
    for (char separator : new char[] {'\t', ';'}) {
      Set<Long> counts = lines.stream().map(line -> countOutsideQuotes(line, separator)).collect(Collectors.toSet());
      if (counts.size() == 1 && !counts.contains(0L)) {
        return separator;
      }
    }
    return ',';
  }

  private static long countOutsideQuotes(String line, char separator) {
    long count = 0;
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      quoted ^= line.charAt(i) == '"';
      if (!quoted && line.charAt(i) == separator) {
        count++;
      }
    }
    return count;
  }

  private static TableData table(String name, List<CsvRecord> records, boolean decimalComma) throws DataProblem {
    boolean named = isHeader(records.get(0));
    int width = records.get(0).getFieldCount();
    List<String[]> rows = new ArrayList<>();
    List<Long> lines = new ArrayList<>();
    List<Long> skipped = new ArrayList<>();
    for (CsvRecord record : records.subList(named ? 1 : 0, records.size())) {
      if (record.getFieldCount() == width) {
        rows.add(record.getFields().stream().map(field -> cell(field, decimalComma)).toArray(String[]::new));
        lines.add(record.getStartingLineNumber());
      } else {
        skipped.add(record.getStartingLineNumber());
      }
    }
    if (rows.isEmpty() && skipped.isEmpty()) {
      throw DataProblem.of("data.problem.csv-names-only", name);
    }
    List<Message> notes = skipped.isEmpty() ? List.of()
        : List.of(Message.of("data.note.rows-skipped", skipped.size(), width, Lines.named(skipped)));
    List<String> columns = columns(records.get(0), named);
    return new TableData(name, columns, named, rows, lines, skipped, notes, decimalComma
        ? commas(columns, records.subList(named ? 1 : 0, records.size())) : Map.of());
  }

  private static Map<String, WrittenForm> commas(List<String> columns, List<CsvRecord> records) {
    Map<String, WrittenForm> commas = new HashMap<>();
    for (int column = 0; column < columns.size(); column++) {
      int at = column;
      if (records.stream().filter(record -> record.getFieldCount() == columns.size()).map(record -> record.getField(at).strip())
          .anyMatch(field -> !WrittenNumbers.isNumber(field) && WrittenNumbers.isNumber(cell(field, true)))) {
        commas.put(columns.get(column), WrittenForm.PLAIN.withNumbers(true, ""));
      }
    }
    return commas;
  }

  /** A first line with a number is data, not a header. */
  private static boolean isHeader(CsvRecord first) {
    List<String> cells = first.getFields().stream().map(field -> cell(field, false)).toList();
    return cells.stream().noneMatch(WrittenNumbers::isNumber) && cells.stream().anyMatch(cell -> !cell.isEmpty());
  }

  private static List<String> columns(CsvRecord first, boolean named) {
    Set<String> names = new LinkedHashSet<>();
    Map<String, Integer> copies = new HashMap<>();
    for (int i = 0; i < first.getFieldCount(); i++) {
      String given = named ? first.getField(i).strip() : "";
      String wish = given.isEmpty() ? "x" + (i + 1) : given;
      String name = wish;
      while (!names.add(name)) {
        name = wish + "_" + copies.merge(wish, 2, (last, second) -> last + 1);
      }
    }
    return List.copyOf(names);
  }

  static boolean isMissing(String cell) {
    return MISSING.contains(cell.toLowerCase(Locale.ROOT));
  }

  private static String cell(String field, boolean decimalComma) {
    String cell = field.strip();
    if (WrittenNumbers.isNumber(cell)) {
      return cell;
    }
    if (isMissing(cell)) {
      return "";
    }
    String withPoint = decimalComma ? cell.replace(',', '.') : cell;
    return WrittenNumbers.isNumber(withPoint) ? withPoint : cell;
  }

  /** CSV text that {@link #read} reads back to the same columns and cells. */
  public static String write(TableData table) {
    StringWriter out = new StringWriter();
    // commas inside the cells of a single column would be taken for separators
    QuoteStrategies quotes = table.columns().size() == 1 ? QuoteStrategies.ALWAYS : QuoteStrategies.REQUIRED;
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).quoteStrategy(quotes).build(out)) {
      if (table.isNamed()) {
        csv.writeRecord(table.columns());
      }
      for (int row = 0; row < table.rows(); row++) {
        csv.writeRecord(table.cells(row));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
