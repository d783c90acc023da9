package studio.backprop.ui.inside.lens.sheet;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import studio.backprop.observe.NodeTrace.Tensors;
import studio.backprop.ui.workspace.run.CellTexts;

/**
 * Layout of a tensor on sheets of cells: the last two axes form a sheet, the others are pages. A vector is wrapped into lines.
 *
 * @param axes sizes, outermost first
 * @param line values of a sheet: the last line may be shorter
 */
public record Sheets(int[] axes, int rows, int columns, int line) {
  /** Length of the lines of a wrapped vector. */
  private static final int LINE = 16;
  private static final int MAX_ROWS = 48;
  private static final int MAX_COLUMNS = 64;

  public static Sheets of(Tensors numbers) {
    int[] shape = numbers.shape().toArray();
    int[] axes = numbers.rows() == 1 ? shape : IntStream.concat(IntStream.of(numbers.rows()), IntStream.of(shape)).toArray();
    if (axes.length < 2) {
      int count = axes.length == 0 ? 1 : axes[0];
      int columns = Math.min(count, LINE);
      return new Sheets(axes, (count + columns - 1) / columns, columns, count);
    }
    int rows = axes[axes.length - 2];
    int columns = axes[axes.length - 1];
    return new Sheets(axes, rows, columns, rows * columns);
  }

  /** Number of sheets. */
  int pages() {
    int pages = 1;
    for (int i = 0; i < axes.length - 2; i++) {
      pages *= axes[i];
    }
    return pages;
  }

  private int downs() {
    return (rows + MAX_ROWS - 1) / MAX_ROWS;
  }

  private int acrosses() {
    return (columns + MAX_COLUMNS - 1) / MAX_COLUMNS;
  }

  /** Number of parts: a large sheet has several. */
  int parts() {
    return pages() * downs() * acrosses();
  }

  int sheet(int part) {
    return part / (downs() * acrosses());
  }

  int top(int part) {
    return part / acrosses() % downs() * MAX_ROWS;
  }

  /** First column of a part. */
  int left(int part) {
    return part % acrosses() * MAX_COLUMNS;
  }

  int rowsOf(int part) {
    return Math.min(MAX_ROWS, rows - top(part));
  }

  int columnsOf(int part) {
    return Math.min(MAX_COLUMNS, columns - left(part));
  }

  /** Row-major index of a part's first value. */
  int first(int part) {
    return sheet(part) * rows * columns + top(part) * columns + left(part);
  }

  /** Row of a value on its sheet. */
  int line(int place) {
    return place / columns % rows;
  }

  int column(int place) {
    return place % columns;
  }

  /** Part of a value. */
  int partOf(int place) {
    return (place / (rows * columns) * downs() + line(place) / MAX_ROWS) * acrosses() + column(place) / MAX_COLUMNS;
  }

  /** One-based index of a value along each axis: 3, 4, 5. */
  public String place(int index) {
    return CellTexts.place(axes, index);
  }

  /** Sizes as text: 8×3×3. */
  String size() {
    return axes.length == 0 ? "1" : IntStream.of(axes).mapToObj(String::valueOf).collect(Collectors.joining("×"));
  }
}
