package studio.backprop.landscape;

/**
 * Initial frame of the loss map of one or two weights: start, minimum, and the opposite slope along steepest descent. The minimum is
 * searched by coarse maps that grow until it is not on their edge, then shrink around it.
 */
public final class WholeFrame {
  /** Grid points along each axis of a coarse map. */
  private static final int GRID_SIDE = 11;
  /** Half width of the first map; doubled for each next one. */
  private static final double FIRST_REACH = 1;
  private static final double FARTHEST = 1 << 20;
  /** Share of the initial loss that ends the search: separable classes have no minimum. */
  private static final double LOW = 1e-3;
  /** Ratio of minima above which doubling the map ends. */
  private static final double LOWER = 0.99;
  /** Half width of the last map, relative to the distance of the minimum from the start. */
  private static final double FINE = 1.0 / 64;
  private static final int MOST_MAPS = 60;
  /** Step of the finite differences. */
  private static final double DIFFERENCE = 0.01;
  /** Largest distance of the opposite slope, relative to that of the minimum. */
  private static final double MAX_OPPOSITE = 4;
  /** Bisection steps. */
  private static final int HALVINGS = 12;

  private final LossSurface surface;
  private final float[] states;
  private final WeightPlane plane;
  private final Runnable rest;

  private WholeFrame(LossSurface surface, float[] states, WeightPlane plane, Runnable rest) {
    this.surface = surface;
    this.states = states;
    this.plane = plane;
    this.rest = rest;
  }

  /** Minimum of a map. */
  private record Lowest(double[] at, double loss, boolean edge) {}

  /**
   * Runs on the calling thread.
   *
   * @param plane of a network of one or two weights
   * @param start initial position
   * @param rest called after each pass through the network; may block, or throw to abort
   */
  public static MapFrame find(LossSurface surface, WeightPlane plane, WeightPosition start, Runnable rest) {
    double[] from = plane.project(start.weights());
    WholeFrame found = new WholeFrame(surface, start.states(), plane, rest);
    double loss = surface.at(start);
    double[] lowest = found.lowest(from, loss);
    double most = MAX_OPPOSITE * Math.hypot(lowest[0] - from[0], lowest[1] - from[1]);
    return MapFrame.around(from, lowest, found.opposite(from, loss, most));
  }

  private double at(double a, double b) {
    float[] weights = new float[plane.weights()];
    plane.point(a, b, weights);
    rest.run();
    return surface.at(weights, states);
  }

  /** Point of equal loss along steepest descent from the start; the start if farther than {@code most}. */
  private double[] opposite(double[] from, double loss, double most) {
    double alongA = at(from[0] - DIFFERENCE, from[1]) - at(from[0] + DIFFERENCE, from[1]);
    double alongB = at(from[0], from[1] - DIFFERENCE) - at(from[0], from[1] + DIFFERENCE);
    double steep = Math.hypot(alongA, alongB);
    if (!(steep > 0) || Double.isInfinite(steep)) {
      return from;
    }
    double far = FIRST_REACH;
    while (far <= most && at(from[0] + far * alongA / steep, from[1] + far * alongB / steep) < loss) {
      far *= 2;
    }
    if (far > most) {
      return from;
    }
    double near = 0;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (near + far) / 2;
      boolean low = at(from[0] + middle * alongA / steep, from[1] + middle * alongB / steep) < loss;
      near = low ? middle : near;
      far = low ? far : middle;
    }
    return new double[] {from[0] + far * alongA / steep, from[1] + far * alongB / steep};
  }

  private double[] lowest(double[] from, double loss) {
    Lowest best = new Lowest(from, loss, true);
    double reach = FIRST_REACH;
    while (best.edge() && reach <= FARTHEST && !(best.loss() < LOW * loss)) {
      Lowest wider = around(from, reach);
      if (!(wider.loss() < LOWER * best.loss())) {
        break;
      }
      best = wider;
      reach *= 2;
    }
    double far = Math.hypot(best.at()[0] - from[0], best.at()[1] - from[1]);
    double near = far / 2;
    for (int maps = 0; maps < MOST_MAPS && near > FINE * far; maps++) {
      Lowest next = around(best.at(), near);
      near = next.edge() ? near : near / 2; // on the edge: same size, recentred
      best = next.loss() < best.loss() ? next : best;
      if (next.edge() && best != next) {
        near /= 2;
      }
    }
    return best.at();
  }

  private Lowest around(double[] middle, double reach) {
    MapFrame frame = new MapFrame(middle[0] - reach, middle[0] + reach, middle[1] - reach, middle[1] + reach);
    LossMap map = new LossMapper(surface, states, plane, frame, GRID_SIDE).compute(done -> {}, rest);
    int column = GRID_SIDE / 2;
    int row = GRID_SIDE / 2;
    for (int i = 0; i < GRID_SIDE * GRID_SIDE; i++) {
      if (map.losses()[i] < map.loss(column, row)) { // middle of equal ones
        column = i % GRID_SIDE;
        row = i / GRID_SIDE;
      }
    }
    boolean edge = column == 0 || row == 0 || column == GRID_SIDE - 1 || row == GRID_SIDE - 1;
    return new Lowest(new double[] {map.a(column), map.b(row)}, map.loss(column, row), edge);
  }
}
