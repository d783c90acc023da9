package studio.backprop.data;

import java.util.regex.Pattern;

/** Numbers as people write them into tables: 3, -0.5, .5, 1e-3. Java's own parser would also take 1d, 0x1p3 and Infinity. */
final class Numbers {
  private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  private Numbers() {}

  static boolean isNumber(String cell) {
    return NUMBER.matcher(cell).matches();
  }

  static boolean isWhole(String cell) {
    return isNumber(cell) && Double.parseDouble(cell) == Math.rint(Double.parseDouble(cell));
  }

  /** The number in a cell of a table, NaN where it is empty. */
  static float read(TableData table, int row, int column) throws DataProblem {
    String cell = table.cell(row, column);
    if (cell.isEmpty()) {
      return Float.NaN;
    }
    String name = table.columns().get(column);
    if (!isNumber(cell)) {
      throw DataProblem.of("data.problem.not-a-number", table.name(), table.line(row), cell, name);
    }
    float number = Float.parseFloat(cell);
    if (Float.isInfinite(number)) {
      throw DataProblem.of("data.problem.number-too-large", table.name(), table.line(row), cell, name);
    }
    return number;
  }
}
