package studio.backprop.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import studio.backprop.data.Columns.Reading;

/**
 * User's file, with its detected format: rows as examples; a single column of numbers, also beside a column of dates, as a time series;
 * prose as text.
 */
public record OwnFile(TableData table, Columns columns) {
  private static final List<String> PROSE = List.of(".txt", ".md");
  /** File extensions of the open dialog. */
  public static final List<String> ENDINGS = List.of(".csv", ".tsv", ".txt", ".md");

  public static boolean hasEnding(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith);
  }

  /** @throws DataProblem if the file is neither a table nor a text */
  public static OwnFile read(Path file, Progress progress) throws DataProblem {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (PROSE.stream().noneMatch(name::endsWith)) {
      TableData table = Recognized.table(CsvFile.read(file, progress));
      return new OwnFile(table, likely(table));
    }
    Optional<TableData> tabular = tabular(file, progress).map(Recognized::table);
    TableData table = tabular.isPresent() ? tabular.get() : TextFile.read(file);
    return new OwnFile(table, tabular.isPresent() ? likely(table) : Columns.INFERRED.withReading(Reading.TEXT));
  }

  /** A text file is a table if all lines have the same number of cells, more than one. */
  private static Optional<TableData> tabular(Path file, Progress progress) {
    try {
      return Optional.of(CsvFile.read(file, progress)).filter(table -> table.columns().size() > 1 && table.notes().isEmpty());
    } catch (DataProblem noTable) {
      return Optional.empty();
    }
  }

  private static Columns likely(TableData table) {
    int columns = table.columns().size();
    boolean numbers = areNumbers(table, columns - 1);
    if (columns == 1) {
      return Columns.INFERRED.withReading(numbers ? Reading.SERIES : Reading.TEXT);
    }
    boolean series = columns == 2 && numbers && Times.areDates(table, 0);
    return series ? series(table, Columns.INFERRED) : rows(table);
  }

  /** Default columns: without row identifiers; the last of the others is the target. */
  public static Columns rows(TableData table) {
    List<String> identifiers = Recognized.identifiers(table);
    OptionalInt target = last(table, column -> !identifiers.contains(table.columns().get(column)));
    // if no other input is left, identifiers are kept
    boolean all = identifiers.isEmpty() || table.columns().size() - identifiers.size() < 2;
    boolean usual = all || target.getAsInt() == table.columns().size() - 1;
    return Columns.INFERRED
        .withTarget(usual ? "" : table.columns().get(target.getAsInt()))
        .withLeftOut(all ? List.of() : identifiers)
        .withDates(Recognized.dates(table));
  }

  /** Default columns for another kind of rows. */
  public static Columns readAs(Reading reading, TableData table, Columns old) {
    return reading == Reading.SERIES ? series(table, old) : old.withReading(reading);
  }

  /** Picks the first numeric column as values and a column of dates or increasing numbers as times, if any. */
  private static Columns series(TableData table, Columns old) {
    int named = table.column(old.target()).orElse(table.columns().size() - 1);
    int value = areNumbers(table, named) ? named : last(table, column -> areNumbers(table, column)).orElse(named);
    OptionalInt time = first(table, column -> column != value && Times.areDates(table, column));
    OptionalInt growing = first(table, column -> column != value && grows(table, column));
    String clock = time.isPresent() ? table.columns().get(time.getAsInt()) : growing.isPresent() ? table.columns().get(growing.getAsInt())
        : "";
    return old.withReading(Reading.SERIES).withTarget(table.columns().get(value)).withTime(clock);
  }

  private static OptionalInt first(TableData table, IntPredicate holds) {
    return IntStream.range(0, table.columns().size()).filter(holds).findFirst();
  }

  private static OptionalInt last(TableData table, IntPredicate holds) {
    return IntStream.range(0, table.columns().size()).filter(holds).reduce((earlier, later) -> later);
  }

  /** Whether a column has numbers, and nothing else. */
  private static boolean areNumbers(TableData table, int column) {
    List<String> cells = IntStream.range(0, table.rows()).mapToObj(row -> table.cell(row, column)).filter(cell -> !cell.isEmpty()).toList();
    return !cells.isEmpty() && cells.stream().allMatch(WrittenNumbers::isNumber);
  }

  private static boolean grows(TableData table, int column) {
    return areNumbers(table, column) && IntStream.range(1, table.rows()).allMatch(row -> !table.cell(row, column).isEmpty()
        && !table.cell(row - 1, column).isEmpty()
            && Double.parseDouble(table.cell(row, column)) > Double.parseDouble(table.cell(row - 1, column)));
  }
}
