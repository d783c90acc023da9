package studio.backprop.ui.lens;

import java.util.Optional;
import studio.backprop.ui.lens.RecurrentNumbers.Kind;

/**
 * Where a recurrent layer unrolled in time has its parts, in px: a column a step, and in it from above the input, the gates, the cell and
 * the state. Only some steps are seen where there are many.
 *
 * @param first the step in the first column
 * @param shown columns
 * @param column how wide one is
 * @param strip how high gates, cell and state are
 */
record RecurrentPlaces(Kind kind, int steps, int units, int first, int shown, double column, double strip, double height) {
  static final double LEFT = 104;
  static final double GATE = 16;
  static final double STATE = 26;
  static final double INPUT = 26;
  private static final double HEAD = 20;
  private static final double GAP = 20;
  private static final double NORM = 18;
  private static final double PLOT = 96;
  private static final double BETWEEN = 22;
  private static final double WIDEST = 140;
  private static final double LARGEST_UNIT = 20;
  private static final double SMALLEST = 36;
  private static final double END = 16;

  /** A place: of a column, or of one unit in it. */
  record Place(int step, int unit) {}

  static RecurrentPlaces fit(Kind kind, int steps, int units, int first, double width, double height) {
    double least = gates(kind) * GATE + BETWEEN + (kind == Kind.SIMPLE ? STATE + BETWEEN : 0);
    double room = width - LEFT - END;
    int shown = (int) Math.max(1, Math.min(steps, Math.floor(room / least)));
    double column = Math.min(WIDEST, room / shown);
    int strips = strips(kind);
    double left = height - HEAD - INPUT - strips * (GAP + NORM) - PLOT;
    double strip = Math.max(SMALLEST, Math.min(units * LARGEST_UNIT, left / strips));
    int start = Math.max(0, Math.min(steps - shown, first));
    return new RecurrentPlaces(kind, steps, units, start, shown, column, strip, height);
  }

  private static int gates(Kind kind) {
    return kind == Kind.LSTM ? 4 : kind == Kind.GRU ? 3 : 0;
  }

  private static int strips(Kind kind) {
    return kind == Kind.LSTM ? 3 : kind == Kind.GRU ? 2 : 1;
  }

  double inputTop() {
    return HEAD;
  }

  boolean hasGates() {
    return kind != Kind.SIMPLE;
  }

  double gatesTop() {
    return HEAD + INPUT + GAP / 2;
  }

  boolean hasCells() {
    return kind == Kind.LSTM;
  }

  double cellsTop() {
    return gatesTop() + strip + GAP + NORM;
  }

  double statesTop() {
    int before = strips(kind) - 1;
    return gatesTop() + before * (strip + GAP + NORM);
  }

  /** Where the number under a strip stands. */
  double under(double top) {
    return top + strip + NORM / 2 + 1;
  }

  double plotTop() {
    return statesTop() + strip + NORM + GAP;
  }

  double plotBottom() {
    return plotTop() + PLOT - GAP - NORM / 2;
  }

  double left(int step) {
    return LEFT + (step - first) * column;
  }

  double middle(int step) {
    return left(step) + column / 2;
  }

  /** The left edge of a gate. */
  double gateLeft(int step, int gate) {
    return middle(step) - gates(kind) * GATE / 2 + gate * GATE;
  }

  boolean sees(int step) {
    return step >= first && step < first + shown;
  }

  /** What lies under a point: a unit −1 means the whole column. */
  Optional<Place> at(double x, double y) {
    int step = first + (int) Math.floor((x - LEFT) / column);
    if (x < LEFT || step >= first + shown) {
      return Optional.empty();
    }
    double[] tops = hasCells() ? new double[] {gatesTop(), cellsTop(), statesTop()} : new double[] {gatesTop(), statesTop()};
    for (double top : tops) {
      if (y >= top && y < top + strip) {
        return Optional.of(new Place(step, (int) Math.min(units - 1, (y - top) / strip * units)));
      }
    }
    return Optional.of(new Place(step, -1));
  }
}
