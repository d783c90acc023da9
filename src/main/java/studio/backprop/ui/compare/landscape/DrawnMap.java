package studio.backprop.ui.compare.landscape;

import studio.backprop.landscape.LossMap;
import studio.backprop.landscape.surface.SurfaceView;
import studio.backprop.landscape.surface.TestSurface;

/**
 * Grid of losses over a rectangle of a plane. Immutable.
 *
 * @param left smallest coordinate of the first axis, the other ends likewise
 * @param columns from left to right
 * @param rows from top to bottom
 * @param losses row-major from the top; not finite where missing
 */
record DrawnMap(double left, double right, double bottom, double top, int columns, int rows, float[] losses, LossReach reach) {
  private static final int COLUMNS = 241;
  private static final int ROWS = 181;

  /** With the colour range of its own losses. */
  DrawnMap(double left, double right, double bottom, double top, int columns, int rows, float[] losses) {
    this(left, right, bottom, top, columns, rows, losses, LossReach.of(losses));
  }

  static DrawnMap of(TestSurface surface) {
    SurfaceView view = surface.view();
    float[] losses = new float[COLUMNS * ROWS];
    for (int row = 0; row < ROWS; row++) {
      double y = view.top() - (view.top() - view.bottom()) * row / (ROWS - 1);
      for (int column = 0; column < COLUMNS; column++) {
        double x = view.left() + (view.right() - view.left()) * column / (COLUMNS - 1);
        losses[row * COLUMNS + column] = (float) surface.loss(x, y);
      }
    }
    return new DrawnMap(view.left(), view.right(), view.bottom(), view.top(), COLUMNS, ROWS, losses);
  }

  static DrawnMap of(LossMap map) {
    float[] losses = new float[map.side() * map.side()];
    for (int row = 0; row < map.side(); row++) {
      for (int column = 0; column < map.side(); column++) {
        losses[row * map.side() + column] = (float) map.loss(column, map.side() - 1 - row);
      }
    }
    return new DrawnMap(map.frame().left(), map.frame().right(), map.frame().bottom(), map.frame().top(), map.side(), map.side(), losses);
  }

  /** With another colour range, such as a common one of several maps. */
  DrawnMap in(LossReach other) {
    return new DrawnMap(left, right, bottom, top, columns, rows, losses, other);
  }

  /** Upper end of the colour range. */
  double high() {
    return reach.high();
  }

  /** Lower end of the colour range: above 0, as the scale is logarithmic. */
  double low() {
    return reach.low();
  }

  /** Position of a loss in the colour range, 0 to 1, logarithmic; 1 for NaN. */
  double share(double loss) {
    return reach.share(loss);
  }

  float[] shares() {
    return reach.shares(losses);
  }

  boolean contains(double x, double y) {
    return x >= left && x <= right && y >= bottom && y <= top;
  }
}
