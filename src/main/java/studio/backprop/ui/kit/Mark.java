package studio.backprop.ui.kit;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** How an example looks as a point, by the part of the data that it belongs to: so that parts differ by more than colour. */
public enum Mark {
  /** To train on. */
  CIRCLE,
  /** For validation. */
  SQUARE,
  /** For the test. */
  DIAMOND;

  private static final double SIZE = 6;
  private static final double RING = 13;

  public void paint(GraphicsContext g, double x, double y, Color fill, Color rim) {
    paint(g, x, y, 1, fill, rim);
  }

  /** @param share of its usual size, less where many must share a small place */
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

  /** A ring around the chosen example: dark within light, so that it stands out on every ground. */
  public static void ring(GraphicsContext g, Palette palette, double x, double y) {
    g.setLineWidth(4);
    g.setStroke(palette.color(Token.BG));
    g.strokeOval(x - RING / 2, y - RING / 2, RING, RING);
    g.setLineWidth(2);
    g.setStroke(palette.color(Token.ACCENT_TEXT));
    g.strokeOval(x - RING / 2, y - RING / 2, RING, RING);
  }
}
