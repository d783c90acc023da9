package studio.backprop.ui.inside.lens.sheet;

import java.util.Optional;

/**
 * Layout of a dense layer's picture in px, from left to right: inputs, weights, products of one neuron, sums, activation curve, outputs. A
 * line belongs to one input or one neuron throughout.
 *
 * @param listed inputs that have a line
 * @param rest whether a line has the sum of the others
 * @param back whether the backward pass is shown below
 * @param name width of an input's name
 * @param lane height of all lines of one pass
 */
public record DensePlaces(
    int listed, boolean rest, int neurons, int columns, boolean activated, boolean back, double name, double cell, double list,
    double curve, double line, double lane) {
  /** Above the lines of a pass: its caption, the titles, the column numbers. */
  public static final double HEAD = 58;
  public static final double VALUE = 66;
  public static final double BAR = 48;
  public static final double TERM = 72;
  /** Width of a product, in bold and possibly with an exponent. */
  static final double AMOUNT = 72;
  public static final double SIGN = 14;
  public static final double NUMBER = 30;
  static final double GAP = 30;
  private static final double MARGIN = 16;
  private static final double BETWEEN = 10;
  private static final double MIN_LIST = 146;
  private static final double MAX_LIST = 300;
  private static final double MIN_CURVE = 132;
  private static final double MAX_CURVE = 300;
  private static final double MIN_MATRIX = 118;
  private static final double WIDEST = 56;
  private static final double MIN_LINE = 16;
  private static final double MAX_LINE = 26;
  /** Lines below the products: bias and sum. */
  private static final int BELOW = 2;

  /** Zero-based indices of what is under the mouse, among those shown; −1 for none. */
  public record Hit(int neuron, int input, int column) {}

  /** Fits matrix columns and lines into a room. */
  public static DensePlaces fit(int inputs, int neurons, boolean activated, boolean back, double name, double width, double height) {
    int lanes = back ? 2 : 1;
    double lane = Math.max(MIN_LINE * (BELOW + 2), (height - lanes * HEAD - (lanes - 1) * BETWEEN - MARGIN / 2) / lanes);
    double line = Math.floor(Math.max(MIN_LINE, Math.min(MAX_LINE, lane / Math.max(neurons, inputs + BELOW))));
    int lines = (int) Math.floor(lane / line);
    boolean rest = inputs + BELOW > lines;
    double fixed = 2 * MARGIN + name + VALUE + BAR + NUMBER + products() + (activated ? 4 : 3) * GAP;
    int lists = activated ? 2 : 1;
    double room = width - fixed - lists * MIN_LIST - (activated ? MIN_CURVE + GAP / 2 : 0);
    int columns = (int) Math.max(1, Math.min(inputs, Math.floor(room)));
    double cell = Math.max(1, Math.min(WIDEST, Math.floor(room / columns)));
    double spare = Math.max(0, room - Math.max(MIN_MATRIX, columns * cell));
    double curve = activated ? Math.min(MAX_CURVE, MIN_CURVE + spare / 2) : 0;
    double list = Math.min(MAX_LIST, MIN_LIST + Math.max(0, spare - (activated ? curve - MIN_CURVE : 0)) / lists);
    return new DensePlaces(
        rest ? Math.max(1, lines - BELOW - 1) : inputs, rest, Math.min(neurons, lines), columns, activated, back, name, cell, list, curve,
        line, lane);
  }

  public static double products() {
    return 2 * TERM + AMOUNT + 2 * SIGN + BAR + 4;
  }

  // --- horizontal

  public double inputsLeft() {
    return MARGIN;
  }

  public double inputsRight() {
    return MARGIN + name + VALUE + BAR;
  }

  public double matrixLeft() {
    return inputsRight() + GAP + NUMBER;
  }

  public double matrixRight() {
    return matrixLeft() + columns * cell;
  }

  public double productsLeft() {
    return matrixLeft() + Math.max(MIN_MATRIX, columns * cell) + GAP;
  }

  public double productsRight() {
    return productsLeft() + products();
  }

  public double sumsLeft() {
    return productsRight() + GAP;
  }

  public double curveLeft() {
    return sumsLeft() + list + GAP / 2;
  }

  public double answersLeft() {
    return curveLeft() + curve + GAP / 2;
  }

  public double width() {
    return (activated ? answersLeft() : sumsLeft()) + list + MARGIN;
  }

  // --- vertical

  public double laneTop(int of) {
    return of * (HEAD + lane + BETWEEN);
  }

  private double linesTop(int of, int lines) {
    return laneTop(of) + HEAD + Math.max(0, Math.floor((lane - lines * line) / 2));
  }

  public double inputTop(int of, int index) {
    return linesTop(of, inputLines()) + index * line;
  }

  /** Lines of inputs, the sum of the others, the bias and the sum. */
  public int inputLines() {
    return listed + (rest ? 1 : 0) + BELOW;
  }

  public double neuronTop(int of, int index) {
    return linesTop(of, neurons) + index * line;
  }

  public double height() {
    return laneTop(back ? 2 : 1) - BETWEEN + MARGIN / 2;
  }

  /** What is under a point. */
  public Optional<Hit> at(double x, double y) {
    int of = back && y >= laneTop(1) ? 1 : 0;
    int neuron = (int) Math.floor((y - neuronTop(of, 0)) / line);
    int input = (int) Math.floor((y - inputTop(of, 0)) / line);
    if (x >= inputsLeft() && x < inputsRight() || x >= productsLeft() && x < productsRight()) {
      return input >= 0 && input < listed ? Optional.of(new Hit(-1, input, -1)) : Optional.empty();
    }
    if (neuron < 0 || neuron >= neurons) {
      return Optional.empty();
    }
    if (x >= matrixLeft() - NUMBER && x < matrixRight()) {
      return Optional.of(new Hit(neuron, -1, (int) Math.floor((x - matrixLeft()) / cell)));
    }
    return x >= sumsLeft() && x < width() ? Optional.of(new Hit(neuron, -1, -1)) : Optional.empty();
  }
}
