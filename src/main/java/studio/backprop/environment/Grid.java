package studio.backprop.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/**
 * Grid world: {@code S} start, {@code G} goal, {@code #} wall, {@code .} free, {@code O} hole (terminal), {@code x} cliff (back to the
 * start). Moves into a wall or the edge have no effect. State: row × columns + column, observed one-hot. The cliff is Gymnasium's
 * CliffWalking-v1; Sutton and Barto 2018, example 6.6.
 */
public final class Grid implements Environment {
  public enum Square {
    FREE,
    START,
    GOAL,
    WALL,
    HOLE,
    CLIFF
  }

  /** Rewards of a step, the goal, and a fall. */
  public record Rewards(double step, double goal, double fall) {}

  /** Letters of the squares, in their order. */
  static final String LETTERS = ".SG#Ox";
  /** 4 × 12 squares; reward −1 per step, −100 for a fall. */
  public static final Grid CLIFF = new Grid("cliff", List.of("............", "............", "............", "SxxxxxxxxxxG"),
      new Rewards(-1, -1, -100), OptionalInt.empty(), -13);
  static final List<String> HOLES_ROWS = List.of("S...#...", ".#..#.O.", ".#....#.", ".##.O.#.", "....#..G");
  public static final Grid HOLES = new Grid("grid", HOLES_ROWS, new Rewards(-0.04, 1, -1), OptionalInt.of(100), 0.55);

  private static final int[] DOWN = {-1, 0, 1, 0};
  private static final int[] RIGHT = {0, 1, 0, -1};

  private final String id;
  private final int columns;
  private final Square[] squares;
  private final Rewards rewards;
  private final OptionalInt limit;
  private final double solved;
  private final int start;

  /**
   * @param map rows of equal length
   * @throws IllegalArgumentException if the map has no start or goal, more than one start, or is not a rectangle
   */
  public Grid(String id, List<String> map, Rewards rewards, OptionalInt limit, double solved) {
    this.id = id;
    this.columns = map.get(0).length();
    this.squares = new Square[map.size() * columns];
    this.rewards = rewards;
    this.limit = limit;
    this.solved = solved;
    int found = -1;
    int goals = 0;
    for (int place = 0; place < squares.length; place++) {
      String row = map.get(place / columns);
      int letter = row.length() == columns ? LETTERS.indexOf(row.charAt(place % columns)) : -1;
      if (letter < 0) {
        throw new IllegalArgumentException("row " + place / columns + " of the map is not made of " + columns + " of " + LETTERS);
      }
      squares[place] = Square.values()[letter];
      if (squares[place] == Square.START && found >= 0) {
        throw new IllegalArgumentException("a map has one start");
      }
      found = squares[place] == Square.START ? place : found;
      goals += squares[place] == Square.GOAL ? 1 : 0;
    }
    if (found < 0 || goals == 0) {
      throw new IllegalArgumentException("a map has a start S and a goal G");
    }
    this.start = found;
  }

  @Override
  public String id() {
    return id;
  }

  public int rows() {
    return squares.length / columns;
  }

  public int columns() {
    return columns;
  }

  public Square square(int place) {
    return squares[place];
  }

  /** Whether a square can be occupied and is not terminal. */
  public boolean isOpen(int place) {
    return squares[place] == Square.FREE || squares[place] == Square.START;
  }

  @Override
  public int stateSize() {
    return 1;
  }

  @Override
  public List<ObservationVariable> observed() {
    List<ObservationVariable> places = new ArrayList<>();
    for (int place = 0; place < squares.length; place++) {
      places.add(new ObservationVariable("square", 0, 1, ""));
    }
    return places;
  }

  @Override
  public List<String> actions() {
    return List.of("up", "right", "down", "left");
  }

  @Override
  public OptionalInt limit() {
    return limit;
  }

  @Override
  public double solved() {
    return solved;
  }

  @Override
  public double mostReward() {
    return Math.max(rewards.fall, Math.max(rewards.step, rewards.goal));
  }

  @Override
  public double leastReward() {
    return Math.min(rewards.goal, Math.min(rewards.step, rewards.fall));
  }

  /** No reward after the goal. */
  @Override
  public double mostReturn(double discount) {
    return rewards.step <= 0 && rewards.fall <= 0 ? Math.max(0, rewards.goal) : Environment.super.mostReturn(discount);
  }

  @Override
  public void reset(SplittableRandom dice, double[] state) {
    state[0] = start;
  }

  @Override
  public void anywhere(SplittableRandom dice, double[] state) {
    do {
      state[0] = dice.nextInt(squares.length);
    } while (!isOpen((int) state[0]));
  }

  @Override
  public double step(double[] state, int action, SplittableRandom dice) {
    int from = (int) state[0];
    int row = Math.max(0, Math.min(rows() - 1, from / columns + DOWN[action]));
    int column = Math.max(0, Math.min(columns - 1, from % columns + RIGHT[action]));
    int to = row * columns + column;
    to = squares[to] == Square.WALL ? from : to;
    Square reached = squares[to];
    state[0] = reached == Square.CLIFF ? start : to;
    return reached == Square.GOAL ? rewards.goal : reached == Square.HOLE || reached == Square.CLIFF ? rewards.fall : rewards.step;
  }

  @Override
  public boolean terminated(double[] state) {
    Square square = squares[(int) state[0]];
    return square == Square.GOAL || square == Square.HOLE;
  }

  @Override
  public void observe(double[] state, float[] to, int at) {
    for (int place = 0; place < squares.length; place++) {
      to[at + place] = place == (int) state[0] ? 1 : 0;
    }
  }

  @Override
  public void imagine(float[] seen, double[] state) {
    for (int place = 0; place < squares.length; place++) {
      state[0] = seen[place] > 0.5 ? place : state[0];
    }
  }
}
