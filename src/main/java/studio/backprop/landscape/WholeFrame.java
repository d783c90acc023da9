package studio.backprop.landscape;

/**
 * What is worth seeing of the loss of one or two weights before a step is taken: the start, the lowest loss that is found around it, and
 * the other side of the valley, where the steepest way down has led up again. For the lowest loss coarse maps grow around the start until
 * the lowest of their crossings is no longer on their edge; from there smaller maps close in.
 */
public final class WholeFrame {
  /** Crossings along each axis of a coarse map. */
  private static final int SIDE = 11;
  /** The first map reaches so far around the start; each one twice as far as the last. */
  private static final double NEAR = 1;
  private static final double FARTHEST = 1 << 20;
  /** Below this share of the loss of the start it is low enough: of classes that can be told apart there is no lowest loss. */
  private static final double LOW = 1e-3;
  /** A map twice as large whose lowest loss is not below this share of the last one's shows nothing new. */
  private static final double LOWER = 0.99;
  /** The last map reaches this share of the way from the start to the lowest loss. */
  private static final double FINE = 1.0 / 64;
  private static final int MOST_MAPS = 60;
  /** The gradient at the start is taken by differences over this. */
  private static final double DIFFERENCE = 0.01;
  /** The opposite side is seen where it is at most so many times as far as the lowest loss. */
  private static final double FAR = 4;
  /** The way to the opposite side is halved so often. */
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

  /** The lowest crossing of a map. */
  private record Lowest(double[] at, double loss, boolean edge) {}

  /**
   * Finds it on the calling thread.
   *
   * @param plane of a network of one or two weights
   * @param start where runs begin
   * @param rest is run after each pass through the network; it may wait, or throw to end all of it
   */
  public static MapFrame find(LossSurface surface, WeightPlane plane, WeightPosition start, Runnable rest) {
    double[] from = plane.project(start.weights());
    WholeFrame found = new WholeFrame(surface, start.states(), plane, rest);
    double loss = surface.at(start);
    double[] lowest = found.lowest(from, loss);
    double most = FAR * Math.hypot(lowest[0] - from[0], lowest[1] - from[1]);
    return MapFrame.around(from, lowest, found.opposite(from, loss, most));
  }

  private double at(double a, double b) {
    float[] weights = new float[plane.weights()];
    plane.point(a, b, weights);
    rest.run();
    return surface.at(weights, states);
  }

  /** Along the steepest way down from the start, where the loss is as high again; the start where that is farther than {@code most}. */
  private double[] opposite(double[] from, double loss, double most) {
    double alongA = at(from[0] - DIFFERENCE, from[1]) - at(from[0] + DIFFERENCE, from[1]);
    double alongB = at(from[0], from[1] - DIFFERENCE) - at(from[0], from[1] + DIFFERENCE);
    double steep = Math.hypot(alongA, alongB);
    if (!(steep > 0) || Double.isInfinite(steep)) {
      return from;
    }
    double far = NEAR;
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
    double reach = NEAR;
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
      near = next.edge() ? near : near / 2; // on the edge it goes on with a map around that place
      best = next.loss() < best.loss() ? next : best;
      if (next.edge() && best != next) {
        near /= 2;
      }
    }
    return best.at();
  }

  private Lowest around(double[] middle, double reach) {
    MapFrame frame = new MapFrame(middle[0] - reach, middle[0] + reach, middle[1] - reach, middle[1] + reach);
    LossMap map = new LossMapper(surface, states, plane, frame, SIDE).compute(done -> {}, rest);
    int column = SIDE / 2;
    int row = SIDE / 2;
    for (int i = 0; i < SIDE * SIDE; i++) {
      if (map.losses()[i] < map.loss(column, row)) { // of equal ones the middle
        column = i % SIDE;
        row = i / SIDE;
      }
    }
    boolean edge = column == 0 || row == 0 || column == SIDE - 1 || row == SIDE - 1;
    return new Lowest(new double[] {map.a(column), map.b(row)}, map.loss(column, row), edge);
  }
}
