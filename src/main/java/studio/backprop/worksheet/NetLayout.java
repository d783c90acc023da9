package studio.backprop.worksheet;

import java.util.List;

/** Layout of the small network on paper, in mm. */
public final class NetLayout {
  public static final double WIDTH = 176;
  public static final double HEIGHT = 43;
  public static final double RADIUS = 6.5;

  private static final double INPUTS = 26;
  private static final double HIDDEN = 88;
  private static final double OUTPUT = 150;
  private static final double ABOVE = 10;
  private static final double BELOW = 31;
  private static final double MIDDLE = 20.5;

  private NetLayout() {}

  /** @param name of its output @param bias name of its bias; empty for an input */
  public record Circle(double x, double y, String name, String bias) {
    public boolean isHidden() {
      return name.startsWith("h");
    }

    public boolean isInput() {
      return bias.isEmpty();
    }
  }

  /** @param at position of the weight's label along the edge, from 0 to 1 */
  public record Wired(double fromX, double fromY, double toX, double toY, String weight, double at) {
    public double labelX() {
      return fromX + at * (toX - fromX);
    }

    public double labelY() {
      return fromY + at * (toY - fromY);
    }
  }

  public static List<Circle> circles() {
    return List.of(new Circle(INPUTS, ABOVE, "x1", ""), new Circle(INPUTS, BELOW, "x2", ""), new Circle(HIDDEN, ABOVE, "h1", "b1"),
        new Circle(HIDDEN, BELOW, "h2", "b2"), new Circle(OUTPUT, MIDDLE, "o", "c"));
  }

  public static List<Wired> wires() {
    return List.of(new Wired(INPUTS, ABOVE, HIDDEN, ABOVE, "w11", 0.5), new Wired(INPUTS, BELOW, HIDDEN, ABOVE, "w12", 0.27),
        new Wired(INPUTS, ABOVE, HIDDEN, BELOW, "w21", 0.27), new Wired(INPUTS, BELOW, HIDDEN, BELOW, "w22", 0.5),
        new Wired(HIDDEN, ABOVE, OUTPUT, MIDDLE, "v1", 0.45), new Wired(HIDDEN, BELOW, OUTPUT, MIDDLE, "v2", 0.45));
  }
}
