package studio.backprop.ui.watch.plots;

import javafx.scene.paint.Color;

/** Drawing backend of a plot: screen, bitmap or vector file. Coordinates in px. */
interface DrawingSurface {
  /** Size of all texts. */
  double FONT_SIZE = 12;

  /** Horizontal alignment of a text. */
  enum Align { LEFT, CENTER, RIGHT }

  /** Polyline through the first {@code count} points. */
  void line(double[] xs, double[] ys, int count, Color color, double width, double... dashes);

  void dot(double x, double y, double radius, Color fill, Color rim);

  void box(double x, double y, double width, double height, Color fill);

  /** Text vertically centred at {@code y}. */
  void text(String text, double x, double y, Align align, Color color);

  /** Restricts drawing to a box. */
  void clip(double x, double y, double width, double height);

  /** Removes the clip. */
  void unclip();
}
