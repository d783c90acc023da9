package studio.backprop.environment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import studio.backprop.environment.Grid.Rewards;
import studio.backprop.environment.Grid.Square;

/**
 * User-defined map of the size of {@link Grid#HOLES}, with its rewards.
 *
 * @param rows of letters as {@link Grid} reads them
 * @param step reward of a step
 * @param goal reward of the goal
 * @param fall reward of a hole, which is terminal
 */
public record GridMap(List<String> rows, double step, double goal, double fall) {
  /** Bound of the absolute reward. */
  public static final double MOST_REWARD = 10;
  /** The map of {@link Grid#HOLES}. */
  public static final GridMap USUAL = new GridMap(Grid.HOLES_ROWS, -0.04, 1, -1);

  private static final int LIMIT = 100;
  /** Tolerance below the optimal return. */
  private static final double NEARLY = 0.05;

  public GridMap {
    rows = List.copyOf(rows);
    for (double reward : new double[] {step, goal, fall}) {
      if (!(Math.abs(reward) <= MOST_REWARD)) {
        throw new IllegalArgumentException("a reward must be from " + -MOST_REWARD + " to " + MOST_REWARD + ", but was " + reward);
      }
    }
    grid(rows, step, goal, fall, 0); // validates the map
  }

  /** The environment of this map, solved at the return of the shortest path. */
  public Grid grid() {
    return grid(rows, step, goal, fall, solved());
  }

  private static Grid grid(List<String> rows, double step, double goal, double fall, double solved) {
    return new Grid("grid", rows, new Rewards(step, goal, fall), OptionalInt.of(LIMIT), solved);
  }

  private double solved() {
    int way = shortest();
    return way == 0 ? goal : step * (way - 1) + goal - NEARLY;
  }

  /** Length of the shortest path from the start to a goal; 0 if none. */
  int shortest() {
    int columns = columns();
    int[] steps = new int[rows.size() * columns];
    Arrays.fill(steps, -1);
    ArrayDeque<Integer> next = new ArrayDeque<>();
    for (int place = 0; place < steps.length; place++) {
      if (at(place) == Square.START) {
        steps[place] = 0;
        next.add(place);
      }
    }
    while (!next.isEmpty()) {
      int from = next.remove();
      if (at(from) == Square.GOAL) {
        return steps[from];
      }
      for (int[] move : new int[][] {{-1, 0}, {0, 1}, {1, 0}, {0, -1}}) {
        int row = from / columns + move[0];
        int column = from % columns + move[1];
        int to = row * columns + column;
        boolean within = row >= 0 && row < rows.size() && column >= 0 && column < columns;
        if (within && steps[to] < 0 && at(to) != Square.WALL && at(to) != Square.HOLE) {
          steps[to] = steps[from] + 1;
          next.add(to);
        }
      }
    }
    return 0;
  }

  public int columns() {
    return rows.get(0).length();
  }

  private Square at(int place) {
    return Square.values()[Grid.LETTERS.indexOf(rows.get(place / columns()).charAt(place % columns()))];
  }

  /** With another square; empty if start or goal would be missing. Moves a start. */
  public Optional<GridMap> with(int place, Square square) {
    int columns = columns();
    boolean lastGoal = at(place) == Square.GOAL && String.join("", rows).chars().filter(letter -> letter == 'G').count() == 1;
    if (at(place) == Square.START || lastGoal || square == Square.CLIFF) {
      return Optional.empty();
    }
    List<String> changed = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      StringBuilder line = new StringBuilder(square == Square.START ? rows.get(row).replace('S', '.') : rows.get(row));
      if (row == place / columns) {
        line.setCharAt(place % columns, Grid.LETTERS.charAt(square.ordinal()));
      }
      changed.add(line.toString());
    }
    return Optional.of(new GridMap(changed, step, goal, fall));
  }

  public GridMap withRewards(double ofStep, double ofGoal, double ofFall) {
    return new GridMap(rows, ofStep, ofGoal, ofFall);
  }
}
