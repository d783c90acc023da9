package studio.backprop.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import studio.backprop.data.WrittenForm.Order;
import studio.backprop.text.Message;

/**
 * Column type detection of a user's table: amounts such as {@code $9.50}, {@code 45 %} or {@code 12 kg} become numbers, dates in any order
 * of day, month and year become ISO dates, and identifier columns are found. Adds notes on the conversions.
 */
final class Recognized {
  /** Minimum number of rows for detecting identifiers. */
  private static final int LEAST_ROWS = 4;
  /** Additional markers of missing numbers. */
  private static final Set<String> GAPS = Set.of("null", "none", "nil", "#n/a", "missing", "-", "--", "–", ".", "…", "缺失", "无");
  private static final Pattern NAMES =
      Pattern.compile("(?:.*[_\\s.-])?(?:id|ids|uuid|guid|key|nr|no|index|rownames?|row|e-?mail|mail|phone|name|编号|序号|学号|姓名|邮箱|电话|手机号?)|.*[a-z]Id|.*ID");

  private Recognized() {}

  /** Converts amounts and dates of all columns. */
  static TableData table(TableData table) {
    return table(table, Map.of());
  }

  /** @param before notation of the columns in the training data */
  static TableData table(TableData table, Map<String, WrittenForm> before) {
    return columns(table, column -> true, before);
  }

  /** Of the wanted columns only. */
  static TableData columns(TableData table, IntPredicate wanted, Map<String, WrittenForm> before) {
    List<String[]> rows = IntStream.range(0, table.rows()).mapToObj(row -> table.cells(row).toArray(String[]::new)).toList();
    List<Message> notes = new ArrayList<>();
    Map<String, WrittenForm> written = new HashMap<>(table.written());
    before.forEach((column, known) -> written.merge(column, known,
        (now, earlier) -> earlier.withNumbers(now.decimalComma() || earlier.decimalComma(), earlier.unit())));
    for (int column = 0; column < table.columns().size(); column++) {
      if (wanted.test(column)) {
        notes.addAll(recognize(table.columns().get(column), rows, column, written));
      }
    }
    return notes.isEmpty() ? table.withWritten(written) : table.with(rows, notes).withWritten(written);
  }

  private static List<Message> recognize(String name, List<String[]> rows, int column, Map<String, WrittenForm> written) {
    WrittenForm before = written.getOrDefault(name, WrittenForm.PLAIN);
    Optional<Order> order = before.order() == Order.UNSAID
        ? Dates.order(rows, column)
        : Optional.of(before.order()).filter(known -> rows.stream().anyMatch(row -> Dates.isDate(row[column], known)));
    if (order.isPresent()) {
      rows.forEach(row -> row[column] = Dates.iso(row[column], order.get()));
      written.put(name, before.withOrder(order.get()));
      return List.of(Message.of("data.note.dates-" + order.get().name().toLowerCase(Locale.ROOT), name));
    }
    return amounts(name, rows, column, written);
  }

  /** Converts a column if more than half of its cells are amounts, with at most one unit. */
  private static List<Message> amounts(String name, List<String[]> rows, int column, Map<String, WrittenForm> written) {
    WrittenForm before = written.getOrDefault(name, WrittenForm.PLAIN);
    boolean comma = before.decimalComma() || rows.stream().anyMatch(row -> Amounts.isDecimalComma(row[column]));
    Set<String> units = new HashSet<>();
    int filled = 0;
    int numbers = 0;
    int amounts = 0;
    int gaps = 0;
    for (String[] row : rows) {
      Optional<Amounts.Amount> amount = amount(row[column], comma, before);
      amount.map(Amounts.Amount::unit).filter(unit -> !unit.isEmpty()).ifPresent(units::add);
      filled += row[column].isEmpty() ? 0 : 1;
      numbers += WrittenNumbers.isNumber(row[column]) ? 1 : 0;
      amounts += amount.isPresent() ? 1 : 0;
      gaps += isGap(row[column]) ? 1 : 0;
    }
    List<Message> notes = new ArrayList<>();
    if (gaps > 0 && numbers + amounts > 0 && numbers + amounts + gaps == filled) {
      rows.stream().filter(row -> isGap(row[column])).forEach(row -> row[column] = "");
      notes.add(Message.of("data.note.gaps", name, gaps));
    }
    if (amounts > 0 && units.size() <= 1 && 2 * (numbers + amounts) > filled - gaps) {
      rows.forEach(row -> row[column] = amount(row[column], comma, before).map(Amounts.Amount::number).orElse(row[column]));
      notes.add(units.isEmpty()
          ? Message.of("data.note.thousands", name, amounts)
          : Message.of("data.note.unit", name, units.iterator().next(), amounts));
      written.put(name, before.withNumbers(comma, units.isEmpty() ? before.unit() : units.iterator().next()));
    }
    return notes;
  }

  /** Empty where a cell is a number already, is none, or has another unit than the column. */
  private static Optional<Amounts.Amount> amount(String cell, boolean comma, WrittenForm before) {
    return WrittenNumbers.isNumber(cell) ? Optional.empty() : Amounts.read(cell, comma).filter(amount -> before.allows(amount.unit()));
  }

  private static boolean isGap(String cell) {
    return GAPS.contains(cell.toLowerCase(Locale.ROOT));
  }

  static List<String> identifiers(TableData table) {
    return IntStream.range(0, table.columns().size()).filter(column -> isIdentifier(table, column)).mapToObj(table.columns()::get).toList();
  }

  /** Whether all cells differ and the column is named like an identifier or counts from 0 or 1. */
  static boolean isIdentifier(TableData table, int column) {
    Set<String> values = new HashSet<>();
    double first = Double.NaN;
    boolean counts = true;
    boolean whole = true;
    for (int row = 0; row < table.rows(); row++) {
      String cell = table.cell(row, column);
      if (cell.isEmpty() || !values.add(cell)) {
        return false;
      }
      boolean number = WrittenNumbers.isNumber(cell);
      whole &= !number || WrittenNumbers.isWhole(cell);
      first = row == 0 && number ? Double.parseDouble(cell) : first;
      counts &= number && Double.parseDouble(cell) == row + first;
    }
    boolean fromStart = counts && (first == 0 || first == 1);
    return table.rows() >= LEAST_ROWS && (fromStart || whole && isCalledSo(table.columns().get(column)));
  }

  private static boolean isCalledSo(String name) {
    return NAMES.matcher(name).matches() || NAMES.matcher(name.toLowerCase(Locale.ROOT)).matches();
  }

  static List<String> dates(TableData table) {
    return IntStream.range(0, table.columns().size()).filter(column -> Times.areDates(table, column)).mapToObj(table.columns()::get)
        .toList();
  }
}
