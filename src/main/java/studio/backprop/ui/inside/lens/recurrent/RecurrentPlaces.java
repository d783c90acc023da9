package studio.backprop.ui.inside.lens.recurrent;

import java.util.Optional;
import studio.backprop.ui.inside.lens.recurrent.RecurrentNumbers.Kind;

/**
 * Layout of a recurrent layer unrolled in time, in px: a column for each step with input, gates, cell and state from top to bottom. Of many
 * steps only some are visible.
 *
 * @param twin whether there is a strip for the state of a Simple RNN
 * @param strip height of gates, cell and state
 * @param plot height of the curves below
 */
record RecurrentPlaces(
    Kind kind, boolean twin, int steps, int units, int first, int shown, double column, double strip, double plot) {
  static final double LEFT = 104;
  static final double STATE = 26;
  static final double INPUT = 26;
  private static final double HEAD = 20;
  private static final double GAP = 20;
  private static final double NORM = 18;
  private static final double PLOT = 128;
  private static final double MAX_PLOT = 240;
  private static final double CURVE = 12;
  private static final double WIDEST_GATE = 16;
  /** Number of steps up to which all are visible; of more, as many as fit at the minimum width. */
  private static final int ALWAYS = 16;
  private static final double NARROWEST = 56;
  private static final double BETWEEN = 12;
  private static final double WIDEST = 140;
  private static final double LARGEST_UNIT = 20;
  private static final double SMALLEST = 24;
  private static final double END = 16;
  /** Width of a number of three digits. */
  private static final double NUMBER = 34;
  private static final int NUMBERED = 12;

  /** Part of a column. */
  enum Row {
    NONE,
    GATES,
    CELL,
    STATE,
    TWIN
  }

  /** A column, or one unit in it. */
  record Place(int step, int unit) {}

  /** What is under the mouse. */
  record Hit(Row row, int gate, Place place) {}

  /** Minimum width for the numbers of all steps, or of many. */
  static double needed(int steps) {
    return LEFT + Math.min(steps, NUMBERED) * NUMBER;
  }

  static RecurrentPlaces fit(Kind kind, boolean twin, int steps, int units, int first, double width, double height) {
    double room = width - LEFT - END;
    int shown = steps <= ALWAYS ? steps : (int) Math.max(1, Math.min(steps, Math.floor(room / NARROWEST)));
    double column = Math.min(WIDEST, room / shown);
    int strips = strips(kind) + (twin ? 1 : 0);
    double left = height - HEAD - INPUT - strips * (GAP + NORM) - PLOT;
    double strip = Math.max(SMALLEST, Math.min(units * LARGEST_UNIT, left / strips));
    double plot = Math.max(PLOT, Math.min(MAX_PLOT, PLOT + left - strip * strips));
    int start = Math.max(0, Math.min(steps - shown, first));
    return new RecurrentPlaces(kind, twin, steps, units, start, shown, column, strip, plot);
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

  double twinTop() {
    return statesTop() + strip + GAP + NORM;
  }

  /** Y of the number below a strip. */
  double under(double top) {
    return top + strip + NORM / 2 + 1;
  }

  double plotTop() {
    return (twin ? twinTop() : statesTop()) + strip + NORM + GAP;
  }

  double curveTop() {
    return plotTop() + CURVE;
  }

  double plotBottom() {
    return plotTop() + plot - GAP - NORM / 2;
  }

  double left(int step) {
    return LEFT + (step - first) * column;
  }

  double middle(int step) {
    return left(step) + column / 2;
  }

  double gateLeft(int step, int gate) {
    return middle(step) - gates(kind) * gate() / 2 + gate * gate();
  }

  double gate() {
    return gates(kind) == 0 ? 0 : Math.max(4, Math.min(WIDEST_GATE, Math.floor((column - BETWEEN) / gates(kind))));
  }

  boolean sees(int step) {
    return step >= first && step < first + shown;
  }

  double height() {
    return plotBottom() + NORM / 2 + 4;
  }

  /** What is under a point: unit −1 is the whole column. */
  Optional<Hit> at(double x, double y) {
    int step = first + (int) Math.floor((x - LEFT) / column);
    if (x < LEFT || step >= first + shown) {
      return Optional.empty();
    }
    for (Row row : Row.values()) {
      if (top(row) > 0 && y >= top(row) && y < top(row) + strip) {
        int gate = (int) Math.floor((x - gateLeft(step, 0)) / gate());
        return Optional.of(new Hit(
            row, Math.max(0, Math.min(gates(kind) - 1, gate)), new Place(step, (int) Math.min(units - 1, (y - top(row)) / strip * units))));
      }
    }
    return Optional.of(new Hit(Row.NONE, -1, new Place(step, -1)));
  }

  /** Top of a row, −1 if there is none. */
  double top(Row row) {
    return switch (row) {
      case NONE -> -1;
      case GATES -> hasGates() ? gatesTop() : -1;
      case CELL -> hasCells() ? cellsTop() : -1;
      case STATE -> statesTop();
      case TWIN -> twin ? twinTop() : -1;
    };
  }
}
