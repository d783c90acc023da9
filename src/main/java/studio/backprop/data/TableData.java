package studio.backprop.data;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studio.backprop.text.Message;

/**
 * Table of text cells with named columns. Every row has a cell in every column. Immutable. Embedded into projects as CSV, see {@link
 * CsvFile#write}.
 */
public final class TableData {
  private final String name;
  private final List<String> columns;
  private final boolean named;
  private final List<String[]> rows;
  private final List<Long> lines;
  private final List<Long> skipped;
  private final List<Message> notes;
  private final Map<String, WrittenForm> written;
  private String sha256;

  TableData(String name, List<String> columns, boolean named, List<String[]> rows, List<Long> lines, List<Message> notes) {
    this(name, columns, named, rows, lines, List.of(), notes, Map.of());
  }

  /**
   * @param skipped lines of malformed rows
   * @param written original notation of converted columns, by name
   */
  TableData(
      String name, List<String> columns, boolean named, List<String[]> rows, List<Long> lines, List<Long> skipped, List<Message> notes,
      Map<String, WrittenForm> written) {
    this.name = name;
    this.columns = List.copyOf(columns);
    this.named = named;
    this.rows = List.copyOf(rows);
    this.lines = List.copyOf(lines);
    this.skipped = List.copyOf(skipped);
    this.notes = List.copyOf(notes);
    this.written = Map.copyOf(written);
  }

  /** File name, for messages. */
  public String name() {
    return name;
  }

  /** Unique column names; x1, x2, … without a header. */
  public List<String> columns() {
    return columns;
  }

  /** Whether the file has a header. */
  public boolean isNamed() {
    return named;
  }

  public int rows() {
    return rows.size();
  }

  /** Trimmed text of a cell; empty where the value is missing. */
  public String cell(int row, int column) {
    return rows.get(row)[column];
  }

  List<String> cells(int row) {
    return List.of(rows.get(row));
  }

  /** Line of the file on which a row begins, from 1. */
  public long line(int row) {
    return lines.get(row);
  }

  /** Lines of skipped rows. */
  List<Long> skipped() {
    return skipped;
  }

  /** Notes on skipped rows and converted cells. */
  public List<Message> notes() {
    return notes;
  }

  public OptionalInt column(String columnName) {
    int index = columns.indexOf(columnName);
    return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
  }

  /** SHA-256 of columns and cells in hexadecimal digits; computed once. */
  public synchronized String sha256() {
    if (sha256 == null) {
      MessageDigest digest = newDigest();
      Stream.concat(columns.stream(), rows.stream().flatMap(Arrays::stream)).forEach(cell -> {
        digest.update(cell.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      });
      sha256 = HexFormat.of().formatHex(digest.digest());
    }
    return sha256;
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Without duplicate rows. */
  public TableData distinct() {
    Set<List<String>> seen = new HashSet<>();
    int[] kept = IntStream.range(0, rows.size()).filter(row -> seen.add(cells(row))).toArray();
    return new TableData(
        name, columns, named, Arrays.stream(kept).mapToObj(rows::get).toList(), Arrays.stream(kept).mapToObj(lines::get).toList(), skipped,
        notes, written);
  }

  /** Renames the first columns. */
  TableData renamed(List<String> names) {
    return new TableData(name, names, true, rows, lines, skipped, notes, written);
  }

  /** The same rows with other cells and additional notes. */
  TableData with(List<String[]> cells, List<Message> more) {
    return new TableData(name, columns, named, cells, lines, skipped, Stream.concat(notes.stream(), more.stream()).toList(), written);
  }

  /** Original notation of the converted columns, by name. */
  public Map<String, WrittenForm> written() {
    return written;
  }

  public TableData withWritten(Map<String, WrittenForm> known) {
    return new TableData(name, columns, named, rows, lines, skipped, notes, known);
  }
}
