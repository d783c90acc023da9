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
 * A table as it stands in a file: named columns, and cells that are still text. Every row has a cell in every column. Immutable. A
 * project that holds its data itself stores this, see {@link CsvFile#write}.
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
   * @param skipped the lines on which rows begin that do not have a cell in every column
   * @param written how cells were written before they were changed, by the names of their columns
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

  /** The file's name, for messages. */
  public String name() {
    return name;
  }

  /** Names of the columns, all different; x1, x2, … where the file names none. */
  public List<String> columns() {
    return columns;
  }

  /** Whether the file's first line names the columns. */
  public boolean isNamed() {
    return named;
  }

  public int rows() {
    return rows.size();
  }

  /** The text of a cell, without spaces around it; empty where the value is missing. */
  public String cell(int row, int column) {
    return rows.get(row)[column];
  }

  /** All cells of a row. */
  List<String> cells(int row) {
    return List.of(rows.get(row));
  }

  /** The line of the file that a row begins on, counted from 1. */
  public long line(int row) {
    return lines.get(row);
  }

  /** The lines of rows that were left out because they have too few or too many cells. */
  List<Long> skipped() {
    return skipped;
  }

  /** What was skipped when reading, or read otherwise than it is written. */
  public List<Message> notes() {
    return notes;
  }

  public OptionalInt column(String columnName) {
    int index = columns.indexOf(columnName);
    return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
  }

  /** SHA-256 of columns and cells, in hexadecimal digits. It is worked out once, which takes a pass over all cells. */
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

  /** Each row once, at its first place. */
  public TableData distinct() {
    Set<List<String>> seen = new HashSet<>();
    int[] kept = IntStream.range(0, rows.size()).filter(row -> seen.add(cells(row))).toArray();
    return new TableData(
        name, columns, named, Arrays.stream(kept).mapToObj(rows::get).toList(), Arrays.stream(kept).mapToObj(lines::get).toList(), skipped,
        notes, written);
  }

  /** The first columns under other names, as if the file had named them so. */
  TableData renamed(List<String> names) {
    return new TableData(name, names, true, rows, lines, skipped, notes, written);
  }

  /** The same rows with other cells, and what is to be said of it. */
  TableData with(List<String[]> cells, List<Message> more) {
    return new TableData(name, columns, named, cells, lines, skipped, Stream.concat(notes.stream(), more.stream()).toList(), written);
  }

  /** How the cells of some columns were written before they were read, by the names of the columns; what needed no change is not in it. */
  public Map<String, WrittenForm> written() {
    return written;
  }

  /** The same with what is known of how its cells were written. */
  public TableData withWritten(Map<String, WrittenForm> known) {
    return new TableData(name, columns, named, rows, lines, skipped, notes, known);
  }
}
