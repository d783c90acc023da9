package studio.backprop.ui.watch.plots;

import javafx.scene.paint.Color;

/** What a plot is drawn with: the same drawing goes to the screen, into a picture and into a vector file. Places are in px. */
interface DrawingSurface {
  /** Size of all texts. */
  double FONT_SIZE = 12;

  /** On which side of a text its place is. */
  enum Align { LEFT, CENTER, RIGHT }

  /** A line through the first {@code count} places. */
  void line(double[] xs, double[] ys, int count, Color color, double width, double... dashes);

  void dot(double x, double y, double radius, Color fill, Color rim);

  void box(double x, double y, double width, double height, Color fill);

  /** A text whose middle is at a height. */
  void text(String text, double x, double y, Align align, Color color);

  /** Draws only inside of a box from now on. */
  void clip(double x, double y, double width, double height);

  /** Draws everywhere again. */
  void unclip();
}
