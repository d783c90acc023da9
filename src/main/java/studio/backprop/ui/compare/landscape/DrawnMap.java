package studio.backprop.ui.compare.landscape;

import studio.backprop.landscape.LossMap;
import studio.backprop.landscape.surface.SurfaceView;
import studio.backprop.landscape.surface.TestSurface;

/**
 * Losses over a part of a plane, to be painted. It no longer changes.
 *
 * @param left smallest coordinate of the first axis, the other ends likewise
 * @param columns losses from the left end to the right end
 * @param rows losses from the upper end to the lower end
 * @param losses row by row from the top; not finite where there is no number
 * @param reach what its colours reach over
 */
record DrawnMap(double left, double right, double bottom, double top, int columns, int rows, float[] losses, LossReach reach) {
  private static final int COLUMNS = 241;
  private static final int ROWS = 181;

  /** One whose colours reach over its own losses. */
  DrawnMap(double left, double right, double bottom, double top, int columns, int rows, float[] losses) {
    this(left, right, bottom, top, columns, rows, losses, LossReach.of(losses));
  }

  /** A test surface, all that is worth looking at. */
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

  /** Losses of a network over a plane. */
  static DrawnMap of(LossMap map) {
    float[] losses = new float[map.side() * map.side()];
    for (int row = 0; row < map.side(); row++) {
      for (int column = 0; column < map.side(); column++) {
        losses[row * map.side() + column] = (float) map.loss(column, map.side() - 1 - row);
      }
    }
    return new DrawnMap(map.frame().left(), map.frame().right(), map.frame().bottom(), map.frame().top(), map.side(), map.side(), losses);
  }

  /** The same in the colours of another reach, such as one that several maps have in common. */
  DrawnMap in(LossReach other) {
    return new DrawnMap(left, right, bottom, top, columns, rows, losses, other);
  }

  /** The loss that has the highest colour. */
  double high() {
    return reach.high();
  }

  /** The loss that has the lowest colour: above 0, as colours go by the logarithm. */
  double low() {
    return reach.low();
  }

  /** How high a loss lies between the lowest colour, 0, and the highest, 1: by its logarithm. What is no number is the highest. */
  double share(double loss) {
    return reach.share(loss);
  }

  /** The same of all losses. */
  float[] shares() {
    return reach.shares(losses);
  }

  boolean contains(double x, double y) {
    return x >= left && x <= right && y >= bottom && y <= top;
  }
}
