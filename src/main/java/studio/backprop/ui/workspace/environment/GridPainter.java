package studio.backprop.ui.workspace.environment;

import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import studio.backprop.environment.Grid;
import studio.backprop.environment.Grid.Square;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Token;

/** Paints a grid world: squares, value of the best action, greedy policy and the agent's path. */
public final class GridPainter {
  private static final double GAP = 2;
  private static final double ROUND = 4;
  private static final double PALE = 0.35;
  private static final double PATH = 0.6;
  private static final double ASIDE = 4;
  /** Minimum size in px of squares with a word. */
  private static final double WORD = 24;
  private static final int[] DOWN = {-1, 0, 1, 0};
  private static final int[] RIGHT = {0, 1, 0, -1};

  private final GraphicsContext g;
  private final Palette palette;
  private final Grid grid;
  private final double side;
  private final double left;
  private final double top;
  private final int actions;
  /** Range of the squares' values. */
  private double low;
  private double high;
  private List<Integer> under = List.of();
  private String cliff = "";

  /** Fits into a box. */
  public GridPainter(GraphicsContext g, Palette palette, Grid grid, double x, double y, double width, double height) {
    this.g = g;
    this.palette = palette;
    this.grid = grid;
    this.actions = grid.actions().size();
    this.side = Math.max(1, Math.min(width / grid.columns(), height / grid.rows()));
    this.left = x + (width - side * grid.columns()) / 2;
    this.top = y + (height - side * grid.rows()) / 2;
  }

  /** The map and the agent's position. */
  public void paint(int place) {
    squares(new float[0], false);
    agent(place);
  }

  public void paintMap() {
    squares(new float[0], false);
  }

  public GridPainter callCliff(String word) {
    cliff = word;
    return this;
  }

  public void frame(int place, Color color) {
    g.setStroke(color);
    g.setLineWidth(2);
    g.strokeRoundRect(middleX(place) - side / 2 + GAP, middleY(place) - side / 2 + GAP, side - 2 * GAP, side - 2 * GAP, ROUND, ROUND);
  }

  /** A path below the other one. */
  public void under(List<Integer> path) {
    under = path;
  }

  /**
   * With the outputs of each square.
   *
   * @param outputs [squares × actions]
   * @param policy whether they are probabilities
   */
  public void paint(float[] outputs, boolean policy, List<Integer> path, int place) {
    squares(outputs, policy);
    path(under, Token.TIME, ASIDE);
    path(path, Token.GRADIENT, 0);
    arrows(outputs, policy);
    agent(place);
  }

  public static List<Integer> turned(Grid grid, float[] before, float[] now) {
    int actions = grid.actions().size();
    return IntStream.range(0, now.length / actions).filter(grid::isOpen)
        .filter(place -> differs(before, place * actions, actions) && differs(now, place * actions, actions))
        .filter(place -> best(before, place * actions, actions) != best(now, place * actions, actions)).boxed().toList();
  }

  /** The square at a point; below 0 for none. */
  public int at(double x, double y) {
    int column = (int) Math.floor((x - left) / side);
    int row = (int) Math.floor((y - top) / side);
    boolean within = column >= 0 && column < grid.columns() && row >= 0 && row < grid.rows();
    return within ? row * grid.columns() + column : -1;
  }

  private double middleX(int place) {
    return left + (place % grid.columns() + 0.5) * side;
  }

  private double middleY(int place) {
    return top + (place / grid.columns() + 0.5) * side;
  }

  private void squares(float[] outputs, boolean policy) {
    low = Double.POSITIVE_INFINITY;
    high = Double.NEGATIVE_INFINITY;
    for (int place = 0; place < outputs.length / actions; place++) {
      if (grid.isOpen(place)) {
        double worth = outputs[place * actions + best(outputs, place * actions, actions)];
        low = Math.min(low, worth);
        high = Math.max(high, worth);
      }
    }
    for (int place = 0; place < grid.rows() * grid.columns(); place++) {
      g.setFill(ground(outputs, policy, place));
      g.fillRoundRect(middleX(place) - side / 2 + GAP / 2, middleY(place) - side / 2 + GAP / 2, side - GAP, side - GAP, ROUND, ROUND);
      letter(place);
    }
    fall();
  }

  /** Label in the middle of the first row of the cliff. */
  private void fall() {
    if (cliff.isEmpty() || side < WORD) {
      return;
    }
    int count = grid.rows() * grid.columns();
    int first = 0;
    while (first < count && grid.square(first) != Square.CLIFF) {
      first++;
    }
    int last = first;
    while (last + 1 < count && (last + 1) % grid.columns() != 0 && grid.square(last + 1) == Square.CLIFF) {
      last++;
    }
    if (first < count) {
      g.setTextAlign(TextAlignment.CENTER);
      g.setTextBaseline(VPos.CENTER);
      g.setFill(palette.color(Token.FG));
      Painting.write(g, cliff, (middleX(first) + middleX(last)) / 2, middleY(first));
      g.setTextBaseline(VPos.BASELINE);
      g.setTextAlign(TextAlignment.LEFT);
    }
  }

  private Color ground(float[] outputs, boolean policy, int place) {
    boolean known = outputs.length > 0 && !policy && grid.isOpen(place) && high > low;
    double share = known ? (outputs[place * actions + best(outputs, place * actions, actions)] - low) / (high - low) : 0;
    return fill(grid.square(place), share);
  }

  /** Above the paths, so that they stay readable. */
  private void arrows(float[] outputs, boolean policy) {
    for (int place = 0; place < outputs.length / actions; place++) {
      if (grid.isOpen(place) && (policy || differs(outputs, place * actions, actions))) {
        arrow(place, best(outputs, place * actions, actions), palette.textOn(ground(outputs, policy, place)));
      }
    }
  }

  /** An untrained square has no best action. */
  private static boolean differs(float[] outputs, int from, int count) {
    for (int i = 1; i < count; i++) {
      if (outputs[from + i] != outputs[from]) {
        return true;
      }
    }
    return false;
  }

  private static int best(float[] outputs, int from, int count) {
    int best = 0;
    for (int i = 1; i < count; i++) {
      best = outputs[from + i] > outputs[from + best] ? i : best;
    }
    return best;
  }

  private Color fill(Square square, double share) {
    return switch (square) {
      case CLIFF, HOLE -> palette.color(Token.BAD_SOFT);
      case GOAL -> palette.color(Token.OK_SOFT);
      case WALL -> palette.color(Token.MUT);
      case FREE, START -> palette.color(Token.ACCENT_SOFT).interpolate(palette.color(Token.ACCENT), PALE * 2 * share);
    };
  }

  private void letter(int place) {
    String letter = switch (grid.square(place)) {
      case START -> "S";
      case GOAL -> "G";
      default -> "";
    };
    if (!letter.isEmpty() && side > 12) {
      g.setTextAlign(TextAlignment.LEFT);
      g.setTextBaseline(VPos.TOP);
      g.setFill(palette.color(Token.FG));
      Painting.write(g, letter, middleX(place) - side / 2 + GAP + 1, middleY(place) - side / 2 + GAP);
      g.setTextBaseline(VPos.BASELINE);
    }
  }

  private void arrow(int place, int action, Color color) {
    double reach = side * 0.26;
    double x = middleX(place);
    double y = middleY(place);
    double toX = x + RIGHT[action] * reach;
    double toY = y + DOWN[action] * reach;
    g.setStroke(color);
    g.setLineWidth(1.5);
    g.strokeLine(x - RIGHT[action] * reach, y - DOWN[action] * reach, toX, toY);
    double head = side * 0.14;
    for (int turn : new int[] {-1, 1}) {
      g.strokeLine(toX, toY, toX + (turn * DOWN[action] - RIGHT[action]) * head, toY + (turn * RIGHT[action] - DOWN[action]) * head);
    }
  }

  /** @param aside offset from the centres of the squares, so that two paths stay distinct */
  private void path(List<Integer> path, Token color, double aside) {
    g.setStroke(palette.color(color).deriveColor(0, 1, 1, PATH));
    g.setLineWidth(Math.min(6, Math.max(2.5, side / 8)));
    for (int i = 1; i < path.size(); i++) {
      int before = path.get(i - 1);
      int now = path.get(i);
      int rows = Math.abs(before / grid.columns() - now / grid.columns());
      int columns = Math.abs(before % grid.columns() - now % grid.columns());
      if (rows + columns == 1) { // a fall returns to the start
        g.strokeLine(middleX(before) + aside, middleY(before) + aside, middleX(now) + aside, middleY(now) + aside);
      }
    }
  }

  private void agent(int place) {
    double size = Math.min(16, side * 0.5);
    g.setFill(palette.color(Token.GRADIENT));
    g.fillOval(middleX(place) - size / 2, middleY(place) - size / 2, size, size);
    g.setStroke(palette.color(Token.BG));
    g.setLineWidth(1.5);
    g.strokeOval(middleX(place) - size / 2, middleY(place) - size / 2, size, size);
  }
}
