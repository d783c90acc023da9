package studio.backprop.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Copies parts of a matrix into panels, whose rows follow each other without gaps and are padded with zeros. */
final class MatrixPanels {
  private static final VectorSpecies<Float> LANES = ProductTile.LANES;
  private static final int LENGTH = ProductTile.LENGTH;

  private MatrixPanels() {}

  /** panel[to + p·panelWidth + j] = b[at + p·stride + j], for p below depth and j below width. */
  static void pack(float[] b, int at, int stride, int width, float[] panel, int to, int panelWidth, int depth) {
    if (width == panelWidth) {
      for (int j = 0; j < width; j += LENGTH) {
        packVectors(b, at + j, stride, panel, to + j, panelWidth, depth);
      }
    } else {
      packPart(b, at, stride, width, panel, to, panelWidth, depth);
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
      for (int j = width; j < panelWidth; j++) {
        panel[to + p * panelWidth + j] = 0;
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
    for (int j = width; j < panelWidth; j++) {
      clearColumn(panel, to + j, panelWidth, depth);
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

  private static void clearColumn(float[] panel, int to, int panelWidth, int depth) {
    for (int p = 0; p < depth; p++) {
      panel[to + p * panelWidth] = 0;
    }
  }
}
