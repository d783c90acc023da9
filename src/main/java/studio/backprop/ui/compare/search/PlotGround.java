package studio.backprop.ui.compare.search;

import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Token;

/**
 * Axes of a plot of trials: coordinates, grid lines with labels at the left, labels and title of the lower axis.
 *
 * @param width and height in px
 * @param room insets of the axes
 */
record PlotGround(GraphicsContext g, Palette palette, double width, double height, Insets room) {
  /** Minimum length of an axis in px. */
  private static final double MIN_LENGTH = 40;
  private static final double BESIDE = 6;
  private static final double UNDER = 12;
  private static final double NAME = 9;
  /** Overhang of the lower axis title in px. */
  private static final double OUT = 8;
  /** Width of the highlight behind the selected trial. */
  private static final double CHOSEN = 9;
  private static final double CHOSEN_OPACITY = 0.65;

  boolean fits() {
    return width > room.getLeft() + room.getRight() + MIN_LENGTH && height > room.getTop() + room.getBottom() + MIN_LENGTH / 2;
  }

  /** @param share from 0 at the left to 1 at the right */
  double x(double share) {
    return room.getLeft() + share * (width - room.getLeft() - room.getRight());
  }

  /** @param share from 0 at the bottom to 1 at the top */
  double y(double share) {
    return y(share, height, room);
  }

  /** For hit tests. */
  static double y(double share, double height, Insets room) {
    return room.getTop() + (1 - share) * (height - room.getTop() - room.getBottom());
  }

  /** Horizontal grid line with its label. */
  void level(double share, String mark) {
    double y = Math.floor(y(share)) + 0.5;
    g.setLineWidth(1);
    g.setStroke(palette.color(Token.BORDER_SOFT));
    g.strokeLine(room.getLeft(), y, width - room.getRight(), y);
    pen(Token.SUBT, TextAlignment.RIGHT);
    Painting.write(g, mark, room.getLeft() - BESIDE, y, room.getLeft() - BESIDE - 2);
  }

  void base() {
    double y = Math.floor(y(0)) + 0.5;
    g.setLineWidth(1);
    g.setStroke(palette.color(Token.BORDER));
    g.strokeLine(room.getLeft(), y, width - room.getRight(), y);
  }

  /** Label of the lower axis. @param x in px */
  void under(double x, String mark) {
    pen(Token.SUBT, TextAlignment.CENTER);
    Painting.write(g, mark, x, y(0) + UNDER);
  }

  void name(String said) {
    pen(Token.SUBT, TextAlignment.RIGHT);
    Painting.write(g, said, width - room.getRight() + OUT, height - NAME);
  }

  /** Vertical axis. @param x in px */
  void upright(double x) {
    double at = Math.floor(x) + 0.5;
    g.setStroke(palette.color(Token.MUT));
    g.setLineWidth(1.2);
    g.strokeLine(at, y(1), at, y(0));
  }

  void pen(Token colour, TextAlignment how) {
    g.setFill(palette.color(colour));
    g.setTextAlign(how);
    g.setTextBaseline(VPos.CENTER);
  }

  /** Stroke style of the selected trial. */
  void highlight() {
    Color colour = palette.color(Token.ACCENT_RIM);
    g.setStroke(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), CHOSEN_OPACITY));
    g.setLineWidth(CHOSEN);
    g.setLineJoin(StrokeLineJoin.ROUND); // else a sharp turn would leave the axes
  }
}
