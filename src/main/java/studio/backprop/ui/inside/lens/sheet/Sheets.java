package studio.backprop.ui.inside.lens.sheet;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import studio.backprop.observe.NodeTrace.Tensors;
import studio.backprop.ui.workspace.run.CellTexts;

/**
 * How the numbers of a tensor lie on sheets of cells: the last two axes are a sheet, the others turn the pages. A row of numbers is broken
 * into lines.
 *
 * @param axes sizes, outermost first
 * @param rows of a sheet
 * @param columns of a sheet
 * @param line numbers of a sheet: the last line may be shorter
 */
public record Sheets(int[] axes, int rows, int columns, int line) {
  /** Numbers in a line where a single row is broken. */
  private static final int LINE = 16;
  private static final int MOST_ROWS = 48;
  private static final int MOST_COLUMNS = 64;

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

  /** How many there are. */
  int pages() {
    int pages = 1;
    for (int i = 0; i < axes.length - 2; i++) {
      pages *= axes[i];
    }
    return pages;
  }

  private int downs() {
    return (rows + MOST_ROWS - 1) / MOST_ROWS;
  }

  private int acrosses() {
    return (columns + MOST_COLUMNS - 1) / MOST_COLUMNS;
  }

  /** How many parts are seen one after the other: a large sheet has several. */
  int parts() {
    return pages() * downs() * acrosses();
  }

  /** On which sheet a part lies. */
  int sheet(int part) {
    return part / (downs() * acrosses());
  }

  /** The first row of a part. */
  int top(int part) {
    return part / acrosses() % downs() * MOST_ROWS;
  }

  /** Its first column. */
  int left(int part) {
    return part % acrosses() * MOST_COLUMNS;
  }

  int rowsOf(int part) {
    return Math.min(MOST_ROWS, rows - top(part));
  }

  int columnsOf(int part) {
    return Math.min(MOST_COLUMNS, columns - left(part));
  }

  /** The row-major place of a part's first number. */
  int first(int part) {
    return sheet(part) * rows * columns + top(part) * columns + left(part);
  }

  /** The row of a number on its sheet. */
  int line(int place) {
    return place / columns % rows;
  }

  int column(int place) {
    return place % columns;
  }

  /** Which part shows a number. */
  int partOf(int place) {
    return (place / (rows * columns) * downs() + line(place) / MOST_ROWS) * acrosses() + column(place) / MOST_COLUMNS;
  }

  /** The place of a number along each axis, counted from 1: 3, 4, 5. */
  public String place(int index) {
    return CellTexts.place(axes, index);
  }

  /** The sizes as they are written: 8×3×3. */
  String size() {
    return axes.length == 0 ? "1" : IntStream.of(axes).mapToObj(String::valueOf).collect(Collectors.joining("×"));
  }
}
