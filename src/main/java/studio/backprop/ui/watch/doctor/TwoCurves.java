package studio.backprop.ui.watch.doctor;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Numbers;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Ticks;
import studio.backprop.ui.kit.Token;

/** Axes of two curves: vertical labels at the left, logarithmic for a wide range; horizontal labels are the caller's. */
final class TwoCurves {
  private static final double LEFT = 46;
  private static final double RIGHT = 12;
  private static final double TOP = 6;
  private static final double BOTTOM = 20;
  private static final double APART = 26;
  private static final double FAR = 20;
  private static final double FEW_ZEROS = 2;

  private final GraphicsContext g;
  private final Palette palette;
  private final double width;
  private final double height;
  private final boolean log;
  private final double low;
  private final double high;

  /** @param values all values to be shown */
  TwoCurves(GraphicsContext g, Palette palette, double width, double height, double... values) {
    this.g = g;
    this.palette = palette;
    this.width = width;
    this.height = height;
    double[] seen = Arrays.stream(values).filter(Double::isFinite).toArray();
    double least = DoubleStream.of(seen).min().orElse(0);
    double most = DoubleStream.of(seen).max().orElse(1);
    double leastPositive = DoubleStream.of(seen).filter(value -> value > 0).min().orElse(0);
    log = least >= 0 && leastPositive > 0 && most > FAR * leastPositive;
    low = log ? Math.log10(leastPositive) : least;
    high = Math.max(low + 1e-9, log ? Math.log10(most) : most);
  }

  double x(double share) {
    return LEFT + share * (width - LEFT - RIGHT);
  }

  double y(double value) {
    double at = log ? Math.log10(Math.max(value, Math.pow(10, low))) : value;
    return TOP + (high - at) / (high - low) * (height - TOP - BOTTOM);
  }

  void axes(Lang lang) {
    int most = (int) Math.max(2, (height - TOP - BOTTOM) / APART);
    double[] ticks = log ? Ticks.log(Math.pow(10, low), Math.pow(10, high), most) : Ticks.linear(low, high, most);
    g.setTextBaseline(VPos.CENTER);
    g.setTextAlign(TextAlignment.RIGHT);
    g.setLineWidth(1);
    for (double tick : ticks) {
      g.setStroke(palette.color(Token.BORDER_SOFT));
      g.strokeLine(LEFT, Math.round(y(tick)) + 0.5, width - RIGHT, Math.round(y(tick)) + 0.5);
      g.setFill(palette.color(Token.MUT));
      Painting.write(g, said(lang, tick), LEFT - 6, y(tick));
    }
    g.setStroke(palette.color(Token.BORDER));
    g.strokeLine(LEFT, height - BOTTOM + 0.5, width - RIGHT, height - BOTTOM + 0.5);
  }

  /** A power of ten needs no factor. */
  private String said(Lang lang, double tick) {
    double exponent = Math.log10(tick);
    boolean power = log && exponent == Math.rint(exponent) && Math.abs(exponent) > FEW_ZEROS;
    return power ? "10" + Numbers.raised((int) exponent) : lang.numbers().mark(tick, Math.abs(high));
  }

  /** Label under the axis, at a share of its length. */
  void below(String text, double share) {
    g.setTextAlign(share >= 1 ? TextAlignment.RIGHT : TextAlignment.CENTER);
    g.setFill(palette.color(Token.MUT));
    Painting.write(g, text, share >= 1 ? width - RIGHT : x(share), height - BOTTOM / 2);
  }

  double length() {
    return width - LEFT - RIGHT;
  }

  void line(double[] values, double end, Color colour, double thick) {
    double[] xs = new double[values.length];
    double[] ys = new double[values.length];
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      if (Double.isFinite(values[i])) {
        xs[count] = x(end * i / Math.max(1, values.length - 1));
        ys[count++] = y(values[i]);
      }
    }
    g.setStroke(colour);
    g.setLineWidth(thick);
    g.strokePolyline(xs, ys, count);
  }

  void dots(double[] values, double end, Color colour, double radius) {
    g.setLineWidth(1.5);
    for (int i = 0; i < values.length; i++) {
      if (Double.isFinite(values[i])) {
        double x = x(end * i / Math.max(1, values.length - 1));
        g.setFill(palette.color(Token.BG));
        g.fillOval(x - radius, y(values[i]) - radius, 2 * radius, 2 * radius);
        g.setStroke(colour);
        g.strokeOval(x - radius, y(values[i]) - radius, 2 * radius, 2 * radius);
      }
    }
  }
}
