package studio.backprop.data;

import java.util.Optional;
import java.util.OptionalDouble;

/** Parser of numbers in tables: 3, -0.5, .5, 1e-3. Unlike Java's it rejects 1d, 0x1p3 and Infinity. */
final class WrittenNumbers {
  private WrittenNumbers() {}

  /** Sign, digits with at most one point, exponent. Hand-written for speed: an image table has 100,000 cells. */
  static boolean isNumber(String cell) {
    int start = afterSign(cell, 0);
    int point = afterDigits(cell, start);
    int digits = point - start;
    int end = point;
    if (point < cell.length() && cell.charAt(point) == '.') {
      end = afterDigits(cell, point + 1);
      digits += end - point - 1;
    }
    return digits > 0 && (end == cell.length() || isExponent(cell, end));
  }

  private static boolean isExponent(String cell, int at) {
    int start = afterSign(cell, at + 1);
    return Character.toLowerCase(cell.charAt(at)) == 'e' && start < cell.length() && afterDigits(cell, start) == cell.length();
  }

  private static int afterSign(String cell, int at) {
    return at < cell.length() && (cell.charAt(at) == '+' || cell.charAt(at) == '-') ? at + 1 : at;
  }

  private static int afterDigits(String cell, int from) {
    int at = from;
    while (at < cell.length() && cell.charAt(at) >= '0' && cell.charAt(at) <= '9') {
      at++;
    }
    return at;
  }

  static boolean isWhole(String cell) {
    return isNumber(cell) && Double.parseDouble(cell) == Math.rint(Double.parseDouble(cell));
  }

  /** Number of a cell, or days since 1970 for a date; NaN where it is empty. */
  static float read(TableData table, int row, int column) throws DataProblem {
    return read(table, row, column, 0);
  }

  /** Relative to an origin. */
  static float read(TableData table, int row, int column, double origin) throws DataProblem {
    String cell = table.cell(row, column);
    if (cell.isEmpty()) {
      return Float.NaN;
    }
    String name = table.columns().get(column);
    float number = parse(cell, origin)
        .orElseThrow(() -> DataProblem.of("data.problem.not-a-number", table.name(), table.line(row), cell, name));
    if (Float.isInfinite(number)) {
      throw DataProblem.of("data.problem.number-too-large", table.name(), table.line(row), cell, name);
    }
    return number;
  }

  /** In double precision; NaN also where there is no number. */
  static double exactly(TableData table, int row, int column) {
    return Times.time(table.cell(row, column)).orElse(Double.NaN);
  }

  /** Number or days since 1970, relative to an origin; empty where the text is neither. */
  static Optional<Float> parse(String cell, double origin) {
    if (origin == 0 && isNumber(cell)) {
      return Optional.of(Float.parseFloat(cell)); // via double it would be rounded twice
    }
    OptionalDouble number = Times.time(cell);
    return number.isPresent() ? Optional.of((float) (number.getAsDouble() - origin)) : Optional.empty();
  }
}
