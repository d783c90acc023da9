package studio.backprop.ui.kit;

import java.util.Arrays;

/**
 * Contour line of a grid as segments (x1, y1)–(x2, y2) in [0, 1] between the centres of the first and last cells. Marching squares
 * (Lorensen and Cline 1987).
 */
public final class Contour {
  private float[] pieces = new float[256];
  private int size;

  private Contour() {}

  public static float[] of(float[] values, int size, float level) {
    return of(values, size, size, level);
  }

  /** @param values [rows × columns], row by row */
  public static float[] of(float[] values, int rows, int columns, float level) {
    Contour contour = new Contour();
    for (int row = 0; row + 1 < rows; row++) {
      for (int column = 0; column + 1 < columns; column++) {
        contour.square(values, columns, row, column, level);
      }
    }
    float[] line = Arrays.copyOf(contour.pieces, contour.size);
    for (int i = 0; i < line.length; i += 2) {
      line[i] /= columns - 1;
      line[i + 1] /= rows - 1;
    }
    return line;
  }

  /** Intersections of the contour with the edges of one square, pairwise in the order left, top, right, bottom. */
  private void square(float[] values, int columns, int row, int column, float level) {
    float a = values[row * columns + column] - level;
    float b = values[row * columns + column + 1] - level;
    float c = values[(row + 1) * columns + column + 1] - level;
    float d = values[(row + 1) * columns + column] - level;
    int before = this.size;
    if (a > 0 != d > 0) {
      add(column, row + a / (a - d));
    }
    if (a > 0 != b > 0) {
      add(column + a / (a - b), row);
    }
    if (b > 0 != c > 0) {
      add(column + 1, row + b / (b - c));
    }
    if (d > 0 != c > 0) {
      add(column + d / (d - c), row + 1);
    }
    // a NaN corner leaves an odd number of crossings: no segment
    if ((this.size - before) % 4 != 0) {
      this.size = before;
    }
  }

  private void add(float x, float y) {
    if (size == pieces.length) {
      pieces = Arrays.copyOf(pieces, 2 * size);
    }
    pieces[size++] = x;
    pieces[size++] = y;
  }
}
