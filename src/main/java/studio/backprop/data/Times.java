package studio.backprop.data;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.backprop.data.Series.Clock;

/** Parser of times in tables: numbers, or dates such as 2024-01, 2024-01-31 and 2024/1/31 18:30, as days since 1970. */
final class Times {
  private static final Pattern DATE =
      Pattern.compile("(\\d{4})[-/.年](\\d{1,2})(?:[-/.月](\\d{1,2}))?[月日]?(?:[T ]+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?.*)?");
  private static final double DAY_SECONDS = 24 * 60 * 60;
  /** Numbers between these are years. */
  private static final double FIRST_YEAR = 1500;
  private static final double LAST_YEAR = 2200;

  private Times() {}

  /** Time of a cell; empty if missing. */
  static OptionalDouble read(TableData table, int row, int column) throws DataProblem {
    String cell = table.cell(row, column);
    if (cell.isEmpty()) {
      return OptionalDouble.empty();
    }
    OptionalDouble time = time(cell);
    if (time.isEmpty()) {
      throw DataProblem.of("data.problem.not-a-time", table.name(), table.line(row), cell, table.columns().get(column));
    }
    return time;
  }

  /** Empty where the text is no time. */
  static OptionalDouble time(String cell) {
    // numbers first: 1949.03 is a fractional year, not its third month
    if (WrittenNumbers.isNumber(cell)) {
      return OptionalDouble.of(Double.parseDouble(cell));
    }
    Matcher date = DATE.matcher(cell);
    if (!date.matches()) {
      return OptionalDouble.empty();
    }
    try {
      LocalDateTime when = LocalDate.of(field(date, 1, 0), field(date, 2, 0), field(date, 3, 1))
          .atTime(LocalTime.of(field(date, 4, 0), field(date, 5, 0), field(date, 6, 0)));
      return OptionalDouble.of(when.toLocalDate().toEpochDay() + when.toLocalTime().toSecondOfDay() / DAY_SECONDS);
    } catch (DateTimeException e) {
      return OptionalDouble.empty();
    }
  }

  private static int field(Matcher date, int group, int absent) {
    return date.group(group) == null ? absent : Integer.parseInt(date.group(group));
  }

  /** Whether all non-empty cells of a column are dates. */
  static boolean areDates(TableData table, int column) {
    boolean any = false;
    for (int row = 0; row < table.rows(); row++) {
      String cell = table.cell(row, column);
      if (!cell.isEmpty() && (WrittenNumbers.isNumber(cell) || time(cell).isEmpty())) {
        return false;
      }
      any |= !cell.isEmpty();
    }
    return any;
  }

  static Clock clock(TableData table, int column, double[] times) {
    if (areDates(table, column)) {
      return Clock.DAYS;
    }
    return Arrays.stream(times).allMatch(time -> time >= FIRST_YEAR && time <= LAST_YEAR) ? Clock.YEARS : Clock.STEPS;
  }
}
