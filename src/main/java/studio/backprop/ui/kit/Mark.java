package studio.backprop.ui.kit;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Marker of an example in a scatter plot, by its part of the data; parts differ by shape, not only by colour. */
public enum Mark {
  /** Training. */
  CIRCLE,
  /** Validation. */
  SQUARE,
  /** Test. */
  DIAMOND;

  private static final double SIZE = 6;
  private static final double RING = 13;

  public void paint(GraphicsContext g, double x, double y, Color fill, Color rim) {
    paint(g, x, y, 1, fill, rim);
  }

  /** @param share size relative to the default */
  public void paint(GraphicsContext g, double x, double y, double share, Color fill, Color rim) {
    double size = SIZE * share;
    g.setLineWidth(share);
    g.setFill(fill);
    g.setStroke(rim);
    double left = x - size / 2;
    double top = y - size / 2;
    switch (this) {
      case CIRCLE -> {
        g.fillOval(left, top, size, size);
        g.strokeOval(left, top, size, size);
      }
      case SQUARE -> {
        g.fillRect(left, top, size, size);
        g.strokeRect(left, top, size, size);
      }
      case DIAMOND -> {
        double half = size / 2 + share;
        double[] xs = {x, x + half, x, x - half};
        double[] ys = {y - half, y, y + half, y};
        g.fillPolygon(xs, ys, xs.length);
        g.strokePolygon(xs, ys, xs.length);
      }
    }
  }

  /** Ring around the selected example: dark within light, visible on any background. */
  public static void ring(GraphicsContext g, Palette palette, double x, double y) {
    g.setLineWidth(4);
    g.setStroke(palette.color(Token.BG));
    g.strokeOval(x - RING / 2, y - RING / 2, RING, RING);
    g.setLineWidth(2);
    g.setStroke(palette.color(Token.ACCENT_TEXT));
    g.strokeOval(x - RING / 2, y - RING / 2, RING, RING);
  }
}
