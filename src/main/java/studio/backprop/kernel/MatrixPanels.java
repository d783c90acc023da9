package studio.backprop.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Packs parts of a matrix into contiguous panels for {@link ProductTile}. Unused parts of a panel are undefined. */
final class MatrixPanels {
  private static final VectorSpecies<Float> LANES = ProductTile.LANES;
  private static final int LENGTH = ProductTile.LENGTH;
  private static final int DEPTH = ProductTile.DEPTH;

  private MatrixPanels() {}

  /** Columns of the next panel: three vectors, but four remaining vectors are split into two and two. */
  static int width(int left) {
    return left <= 3 * LENGTH ? left : left <= 4 * LENGTH ? 2 * LENGTH : 3 * LENGTH;
  }

  /** Rounded up to whole vectors. */
  static int padded(int columns) {
    return (columns + LENGTH - 1) / LENGTH * LENGTH;
  }

  /** Depth of each block but the last, so that all are about equal. */
  static int depth(int k) {
    int blocks = Math.max(1, (k + DEPTH - 1) / DEPTH);
    int even = (k + blocks - 1) / blocks;
    return Math.min(DEPTH, (even + Square.SIDE - 1) / Square.SIDE * Square.SIDE);
  }

  /** panel[r·DEPTH + p] = a[at + r·stride + p], for r below rows and p below depth. */
  static void packRows(float[] a, int at, int stride, int rows, float[] panel, int depth) {
    for (int r = 0; r < rows; r++) {
      packRow(a, at + r * stride, panel, r * DEPTH, depth);
    }
  }

  /** In vectors, and scalar at the end: rows are short, and a call for each would cost as much. */
  private static void packRow(float[] a, int at, float[] panel, int to, int depth) {
    int p = 0;
    for (; p <= depth - LENGTH; p += LENGTH) {
      FloatVector.fromArray(LANES, a, at + p).intoArray(panel, to + p);
    }
    for (; p < depth; p++) {
      panel[to + p] = a[at + p];
    }
  }

  /** panel[to + p·panelWidth + j] = b[at + p·stride + j], for p below depth and j below width. */
  static void pack(float[] b, int at, int stride, int width, float[] panel, int to, int panelWidth, int depth) {
    int j = 0;
    for (; j + 3 * LENGTH <= width; j += 3 * LENGTH) {
      packThree(b, at + j, stride, panel, to + j, panelWidth, depth);
    }
    for (; j < width; j += LENGTH) {
      int wide = width - j;
      int whole = wide >= LENGTH ? depth : wholeVectors(b.length - at - j, stride, depth);
      packVectors(b, at + j, stride, panel, to + j, panelWidth, whole);
      packPart(b, at + j + whole * stride, stride, wide, panel, to + j + whole * panelWidth, panelWidth, depth - whole);
    }
  }

  /** Number of leading rows from which a whole vector can be read within {@code numbers}. */
  private static int wholeVectors(int numbers, int stride, int depth) {
    return numbers < LENGTH ? 0 : Math.min(depth, (numbers - LENGTH) / stride + 1);
  }

  private static void packThree(float[] b, int at, int stride, float[] panel, int to, int panelWidth, int depth) {
    for (int p = 0; p < depth; p++) {
      int from = at + p * stride;
      int row = to + p * panelWidth;
      FloatVector.fromArray(LANES, b, from).intoArray(panel, row);
      FloatVector.fromArray(LANES, b, from + LENGTH).intoArray(panel, row + LENGTH);
      FloatVector.fromArray(LANES, b, from + 2 * LENGTH).intoArray(panel, row + 2 * LENGTH);
    }
  }

  private static void packVectors(float[] b, int at, int stride, float[] panel, int to, int panelWidth, int depth) {
    for (int p = 0; p < depth; p++) {
      FloatVector.fromArray(LANES, b, at + p * stride).intoArray(panel, to + p * panelWidth);
    }
  }

  private static void packPart(float[] b, int at, int stride, int width, float[] panel, int to, int panelWidth, int depth) {
    for (int p = 0; p < depth; p++) {
      for (int j = 0; j < width; j++) {
        panel[to + p * panelWidth + j] = b[at + p * stride + j];
      }
    }
  }

  /** panel[to + p·panelWidth + j] = b[at + j·stride + p], for p below depth and j below width. */
  static void packTransposed(float[] b, int at, int stride, int width, float[] panel, int to, int panelWidth, int depth) {
    int squareDepth = Square.fits() ? depth / Square.SIDE * Square.SIDE : 0;
    int squareWidth = Square.fits() ? width / Square.SIDE * Square.SIDE : 0;
    for (int j = 0; j < squareWidth; j += Square.SIDE) {
      packSquares(b, at + j * stride, stride, panel, to + j, panelWidth, squareDepth);
    }
    for (int j = 0; j < width; j++) {
      int done = j < squareWidth ? squareDepth : 0;
      packColumn(b, at + j * stride + done, panel, to + done * panelWidth + j, panelWidth, depth - done);
    }
  }

  private static void packSquares(float[] b, int at, int stride, float[] panel, int to, int panelWidth, int depth) {
    for (int p = 0; p < depth; p += Square.SIDE) {
      Square.transpose(b, at + p, stride, panel, to + p * panelWidth, panelWidth);
    }
  }

  private static void packColumn(float[] b, int at, float[] panel, int to, int panelWidth, int depth) {
    for (int p = 0; p < depth; p++) {
      panel[to + p * panelWidth] = b[at + p];
    }
  }
}
