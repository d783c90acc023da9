package studio.backprop.ui.kit;

import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** Coordinate system of a plot: maps values to px and paints ticks and axis names. */
public final class Coordinates {
  /** Insets for ticks and axis names. */
  private static final Insets ROOM = new Insets(6, 10, 36, 58);
  /** Insets of a small plot: axis names at the ends of the axes, among the ticks. */
  public static final Insets SMALL = new Insets(4, 4, 18, 36);

  private static final double NAME = 40;
  private static final double LINE = 16;

  private static final double APART = 32;
  private static final double APART_LEVEL = 64;

  private final Span across;
  private final Span up;
  private final double width;
  private final double height;
  private final Insets room;

  public Coordinates(Span across, Span up, double width, double height) {
    this(across, up, width, height, ROOM);
  }

  /** With the insets {@link #SMALL}. */
  public static Coordinates small(Span across, Span up, double width, double height) {
    return new Coordinates(across, up, width, height, SMALL);
  }

  private Coordinates(Span across, Span up, double width, double height, Insets room) {
    this.across = across;
    this.up = up;
    this.width = width;
    this.height = height;
    this.room = room;
  }

  public boolean fits() {
    return width > 2 * room.getLeft() && height > 2 * room.getBottom();
  }

  public double left() {
    return room.getLeft();
  }

  public double top() {
    return room.getTop();
  }

  public double right() {
    return width - room.getRight();
  }

  public double bottom() {
    return height - room.getBottom();
  }

  public double x(double value) {
    return left() + across.shareOf(value) * (right() - left());
  }

  public double y(double value) {
    return bottom() - up.shareOf(value) * (bottom() - top());
  }

  public void paint(GraphicsContext g, Palette palette, Numbers numbers, String acrossName, String upName) {
    boolean small = room == SMALL;
    g.setTextBaseline(VPos.CENTER);
    g.setLineWidth(1);
    g.setStroke(palette.color(Token.BORDER_SOFT));
    g.setFill(palette.color(Token.SUBT));
    g.setTextAlign(TextAlignment.RIGHT);
    for (double mark : Ticks.linear(up.low(), up.high(), most(bottom() - top(), APART))) {
      double y = Math.floor(y(mark)) + 0.5;
      if (!small || y > top() + 1.5 * LINE) {
        g.strokeLine(left() - (small ? 4 : 0), y, small ? left() : right(), y);
        Painting.write(g, numbers.mark(mark, up.largest()), left() - 6, y, left() - (small ? 6 : 22));
      }
    }
    g.setTextAlign(TextAlignment.CENTER);
    for (double mark : Ticks.linear(across.low(), across.high(), most(right() - left(), APART_LEVEL))) {
      double x = Math.floor(x(mark)) + 0.5;
      if (!small || x < right() - nameRoom(g, acrossName) - LINE) {
        g.strokeLine(x, small ? bottom() : top(), x, bottom() + (small ? 4 : 0));
        Painting.write(g, numbers.mark(mark, across.largest()), x, bottom() + 10);
      }
    }
    paintNames(g, palette, acrossName, upName);
  }

  /** Width of the name, at most half of the axis. */
  private double nameRoom(GraphicsContext g, String name) {
    return Math.max(NAME, Math.min(Fonts.width(name, g.getFont()), (right() - left()) / 2));
  }

  private void paintNames(GraphicsContext g, Palette palette, String acrossName, String upName) {
    g.setFill(palette.color(Token.MUT));
    if (room == SMALL) {
      g.setTextAlign(TextAlignment.RIGHT);
      Painting.write(g, acrossName, right(), bottom() + 10, nameRoom(g, acrossName));
      Painting.write(g, upName, left() - 6, top() + LINE / 2, left() - 6);
      return;
    }
    Painting.write(g, acrossName, (left() + right()) / 2, height - 8, right() - left());
    g.save();
    g.translate(8, (top() + bottom()) / 2);
    g.rotate(-90);
    Painting.write(g, upName, 0, 0, bottom() - top());
    g.restore();
  }

  private static int most(double length, double apart) {
    return Math.max(2, (int) (length / apart));
  }
}
