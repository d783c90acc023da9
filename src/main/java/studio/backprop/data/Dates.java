package studio.backprop.data;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.backprop.data.WrittenForm.Order;

/** Dates with the year last, such as 31.12.1999 or 12/31/1999. */
final class Dates {
  private static final Pattern DATE = Pattern.compile("(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4})(.*)");
  private static final Pattern TIME = Pattern.compile("|[T ]+\\d{1,2}:\\d{2}(?::\\d{2})?.*");

  private Dates() {}

  /** Order that fits every date of a column: month first with slashes, unless a cell contradicts. Empty where there are no such dates. */
  static Optional<Order> order(List<String[]> rows, int column) {
    boolean slashes = rows.stream().map(row -> DATE.matcher(row[column])).filter(Matcher::matches)
        .anyMatch(date -> date.group(2).equals("/"));
    Order usual = slashes ? Order.MONTH : Order.DAY;
    if (fits(rows, column, usual)) {
      return Optional.of(usual);
    }
    Order other = slashes ? Order.DAY : Order.MONTH;
    return fits(rows, column, other) ? Optional.of(other) : Optional.empty();
  }

  private static boolean fits(List<String[]> rows, int column, Order order) {
    return rows.stream().anyMatch(row -> !row[column].isEmpty())
        && rows.stream().allMatch(row -> row[column].isEmpty() || isDate(row[column], order));
  }

  static boolean isDate(String cell, Order order) {
    return date(cell, order).isPresent();
  }

  private static Optional<LocalDate> date(String cell, Order order) {
    Matcher date = DATE.matcher(cell);
    if (!date.matches() || !TIME.matcher(date.group(5)).matches()) {
      return Optional.empty();
    }
    int first = Integer.parseInt(date.group(1));
    int second = Integer.parseInt(date.group(3));
    try {
      return Optional.of(LocalDate.of(Integer.parseInt(date.group(4)), order == Order.DAY ? second : first, order == Order.DAY
          ? first : second));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Converts to year-month-day; a time of day is kept, and a cell that is no such date is unchanged. */
  static String iso(String cell, Order order) {
    Matcher date = DATE.matcher(cell);
    return date.matches() ? date(cell, order).map(day -> day + date.group(5)).orElse(cell) : cell;
  }
}
