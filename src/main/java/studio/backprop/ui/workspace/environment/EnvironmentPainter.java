package studio.backprop.ui.workspace.environment;

import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.TextAlignment;
import studio.backprop.environment.Acrobot;
import studio.backprop.environment.Bandit;
import studio.backprop.environment.CartPole;
import studio.backprop.environment.Environment;
import studio.backprop.environment.Grid;
import studio.backprop.environment.MountainCar;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Token;

/** Paints an environment in a state, with the selected action. */
public final class EnvironmentPainter {
  private static final double MARGIN = 6;
  private static final double THICK = 6;
  private static final int NONE = -1;

  private final GraphicsContext g;
  private final Palette palette;
  private final double x;
  private final double y;
  private final double width;
  private final double height;
  private String cliff = "";

  public EnvironmentPainter(GraphicsContext g, Palette palette, double x, double y, double width, double height) {
    this.g = g;
    this.palette = palette;
    this.x = x + MARGIN;
    this.y = y + MARGIN;
    this.width = width - 2 * MARGIN;
    this.height = height - 2 * MARGIN;
  }

  /** @param word see {@link GridPainter#callCliff} */
  public EnvironmentPainter callCliff(String word) {
    cliff = word;
    return this;
  }

  /**
   * @param action below 0 for none
   * @throws IllegalArgumentException for an environment without a drawing
   */
  public void paint(Environment world, double[] state, int action) {
    if (width <= 0 || height <= 0) {
      return;
    }
    g.save();
    g.setLineCap(StrokeLineCap.ROUND);
    if (world instanceof CartPole) {
      cartPole(state, action);
    } else if (world instanceof MountainCar) {
      hill(state, action);
    } else if (world instanceof Grid grid) {
      new GridPainter(g, palette, grid, x, y, width, height).callCliff(cliff).paint((int) state[0]);
    } else if (world instanceof Bandit) {
      levers(action, world.actions().size());
    } else if (world instanceof Acrobot) {
      acrobot(state, action);
    } else {
      g.restore();
      throw new IllegalArgumentException("no picture of the environment " + world.id());
    }
    g.restore();
  }

  private Color color(Token token) {
    return palette.color(token);
  }

  // --- cart-pole

  /** The cart, which can be pushed. */
  public Rectangle2D cart(double[] state) {
    double wide = Math.min(46, width / 5);
    double tall = Math.min(18, height / 6);
    double at = Math.max(x, Math.min(x + width, x + width / 2 + state[0] * width / (2 * CartPole.TRACK)));
    return new Rectangle2D(at - wide / 2, y + height - 12 - tall, Math.max(0, wide), Math.max(0, tall));
  }

  private void cartPole(double[] state, int action) {
    double scale = width / (2 * CartPole.TRACK);
    double ground = y + height - 12;
    Rectangle2D cart = cart(state);
    double wide = cart.getWidth();
    double tall = cart.getHeight();
    line(Token.WIRE, 1.5, x, ground, x + width, ground);
    for (int tick = -2; tick <= 2; tick++) {
      double at = x + width / 2 + tick * scale;
      line(Token.WIRE, 1, at, ground, at, ground + 4);
    }
    double at = cart.getMinX() + wide / 2;
    g.setFill(color(Token.ACCENT));
    g.fillRoundRect(at - wide / 2, ground - tall, wide, tall, 4, 4);
    double length = Math.max(8, Math.min(height - tall - 16, 2.4 * scale));
    line(Token.GRADIENT, THICK, at, ground - tall, at + length * Math.sin(state[2]), ground - tall - length * Math.cos(state[2]));
    g.setFill(color(Token.BG));
    g.fillOval(at - 2, ground - tall - 2, 4, 4);
    if (action >= 0) {
      arrow(action == 0 ? at - wide / 2 - 3 : at + wide / 2 + 3, ground - tall / 2, action == 0 ? -18 : 18);
    }
  }

  /** Arrow of a push. */
  private void arrow(double from, double at, double by) {
    double head = Math.signum(by) * 6;
    line(Token.ACCENT_TEXT, 2, from, at, from + by, at);
    line(Token.ACCENT_TEXT, 2, from + by, at, from + by - head, at - 4);
    line(Token.ACCENT_TEXT, 2, from + by, at, from + by - head, at + 4);
  }

  // --- mountain car

  private void hill(double[] state, int action) {
    int points = 60;
    double[] xs = new double[points];
    double[] ys = new double[points];
    for (int i = 0; i < points; i++) {
      double place = MountainCar.LEFT + (MountainCar.RIGHT - MountainCar.LEFT) * i / (points - 1);
      xs[i] = along(place);
      ys[i] = up(place);
    }
    g.setStroke(color(Token.WIRE));
    g.setLineWidth(2);
    g.strokePolyline(xs, ys, points);
    double flag = along(MountainCar.GOAL);
    double foot = up(MountainCar.GOAL);
    line(Token.OK, 2, flag, foot, flag, foot - 22);
    g.setFill(color(Token.OK));
    g.fillPolygon(new double[] {flag, flag + 12, flag}, new double[] {foot - 22, foot - 17, foot - 12}, 3);
    double at = along(state[0]);
    double on = up(state[0]);
    g.setFill(color(Token.ACCENT));
    g.fillOval(at - 7, on - 14, 14, 14);
    if (action == 0 || action == 2) {
      arrow(action == 0 ? at - 10 : at + 10, on - 7, action == 0 ? -16 : 16);
    }
  }

  private double along(double place) {
    return x + (place - MountainCar.LEFT) / (MountainCar.RIGHT - MountainCar.LEFT) * width;
  }

  private double up(double place) {
    return y + height - MountainCar.height(place) * (height - 26) - 2;
  }

  // --- acrobot

  private void acrobot(double[] state, int action) {
    double link = Math.min(width, height) / 4.3;
    double cx = x + width / 2;
    double cy = y + height / 2;
    g.setLineDashes(4, 4);
    line(Token.OK, 1.5, x, cy - link, x + width, cy - link);
    g.setLineDashes();
    double ex = cx + link * Math.sin(state[0]);
    double ey = cy + link * Math.cos(state[0]);
    double tx = ex + link * Math.sin(state[0] + state[1]);
    double ty = ey + link * Math.cos(state[0] + state[1]);
    line(Token.ACCENT, THICK, cx, cy, ex, ey);
    line(Token.GRADIENT, THICK, ex, ey, tx, ty);
    g.setFill(color(Token.FG));
    g.fillOval(cx - 4, cy - 4, 8, 8);
    g.fillOval(ex - 4, ey - 4, 8, 8);
    if (action == 0 || action == 2) {
      g.setStroke(color(Token.ACCENT_TEXT));
      g.setLineWidth(2);
      g.strokeArc(ex - 11, ey - 11, 22, 22, 30, action == 2 ? 200 : -200, javafx.scene.shape.ArcType.OPEN);
    }
  }

  // --- bandit

  private void levers(int action, int count) {
    double each = width / count;
    for (int i = 0; i < count; i++) {
      double at = x + (i + 0.5) * each;
      boolean pulled = i == action;
      double foot = y + height - 22;
      double top = pulled ? foot - height / 4 : y + height / 5;
      line(pulled ? Token.ACCENT : Token.WIRE, 4, at, foot, at + (pulled ? each / 5 : 0), top);
      g.setFill(color(pulled ? Token.ACCENT : Token.MUT));
      g.fillOval(at + (pulled ? each / 5 : 0) - 7, top - 7, 14, 14);
      g.setTextAlign(TextAlignment.CENTER);
      g.setFill(color(Token.FG));
      Painting.write(g, String.valueOf(i + 1), at, y + height - 4);
    }
  }

  private void line(Token token, double thick, double fromX, double fromY, double toX, double toY) {
    g.setStroke(color(token));
    g.setLineWidth(thick);
    g.strokeLine(fromX, fromY, toX, toY);
  }

  public void paint(Environment world, double[] state) {
    paint(world, state, NONE);
  }
}
