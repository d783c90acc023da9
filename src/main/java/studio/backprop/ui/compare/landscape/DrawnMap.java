package studio.backprop.ui.compare.landscape;

import studio.backprop.train.landscape.LossMap;
import studio.backprop.train.landscape.surface.SurfaceView;
import studio.backprop.train.landscape.surface.TestSurface;

/**
 * Losses over a part of a plane, to be painted. It no longer changes.
 *
 * @param left smallest coordinate of the first axis, the other ends likewise
 * @param columns losses from the left end to the right end
 * @param rows losses from the upper end to the lower end
 * @param losses row by row from the top; not finite where there is no number
 */
record DrawnMap(double left, double right, double bottom, double top, int columns, int rows, float[] losses) {
  private static final int COLUMNS = 241;
  private static final int ROWS = 181;
  /** Lower losses than this share of the highest have the colour of the lowest. */
  private static final double DEPTH = 1e-5;

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

  /** The highest finite loss. */
  double high() {
    double high = Double.MIN_NORMAL;
    for (float loss : losses) {
      high = Float.isFinite(loss) ? Math.max(high, loss) : high;
    }
    return high;
  }

  /** The loss that has the lowest colour: above 0, as colours go by the logarithm. */
  double low() {
    double high = high();
    double low = high;
    for (float loss : losses) {
      low = Float.isFinite(loss) ? Math.min(low, loss) : low;
    }
    low = Math.max(low, high * DEPTH);
    return low < high ? low : high / 2;
  }

  /** How high a loss lies between the lowest colour, 0, and the highest, 1: by its logarithm. What is no number is the highest. */
  double share(double loss) {
    double low = Math.log(low());
    return share(loss, low, Math.log(high()) - low);
  }

  /** The same of all losses. */
  float[] shares() {
    double low = Math.log(low());
    double span = Math.log(high()) - low;
    float[] shares = new float[losses.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = (float) share(losses[i], low, span);
    }
    return shares;
  }

  private static double share(double loss, double low, double span) {
    return Double.isFinite(loss) ? Math.max(0, (Math.log(Math.max(loss, Double.MIN_NORMAL)) - low) / span) : 1;
  }

  boolean contains(double x, double y) {
    return x >= left && x <= right && y >= bottom && y <= top;
  }
}
