package studio.backprop.ui.judge.evaluate.report;

import java.util.Locale;
import studio.backprop.ui.kit.Numbers;
import studio.backprop.ui.kit.Span;
import studio.backprop.ui.kit.Ticks;
import studio.backprop.worksheet.print.Xhtml;

/**
 * Line and scatter plot as XHTML: shapes are SVG, which {@link SvgShapes} draws in a PDF; texts are HTML above it, so that they use its
 * fonts.
 */
final class ReportPlot {
  /** In px, 96 per inch. */
  private static final double WIDTH = 324;
  private static final double HEIGHT = 214;
  private static final double LEFT = 44;
  private static final double RIGHT = 10;
  private static final double TOP = 32;
  private static final double BOTTOM = 36;
  private static final int MARKS = 5;
  private static final double APART = 0.3;
  private static final String GREY = "#8c959f";
  private static final String PALE = "#eaeef2";

  private final Span across;
  private final Span up;
  private final StringBuilder shapes = new StringBuilder();
  private final StringBuilder texts = new StringBuilder();

  ReportPlot(Numbers numbers, String title, String acrossName, String upName, Span across, Span up) {
    this.across = across;
    this.up = up;
    text(title, 0, 0, WIDTH, "left", "title");
    for (double mark : Ticks.linear(up.low(), up.high(), MARKS)) {
      segment(LEFT, y(mark), WIDTH - RIGHT, y(mark), PALE);
      text(numbers.mark(mark, up.reach()), 0, y(mark) - 8, LEFT - 5, "right", "");
    }
    for (double mark : Ticks.linear(across.low(), across.high(), MARKS)) {
      text(numbers.mark(mark, across.reach()), x(mark) - 30, HEIGHT - BOTTOM + 2, 60, "center", "");
    }
    segment(LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM, GREY);
    text(acrossName, LEFT, HEIGHT - 17, WIDTH - LEFT - RIGHT, "right", "axis");
    text(upName, LEFT, TOP - 14, WIDTH - LEFT - RIGHT, "left", "axis");
  }

  private double x(double value) {
    return LEFT + across.shareOf(value) * (WIDTH - LEFT - RIGHT);
  }

  private double y(double value) {
    return HEIGHT - BOTTOM - up.shareOf(value) * (HEIGHT - BOTTOM - TOP);
  }

  private void segment(double x1, double y1, double x2, double y2, String color) {
    shapes.append(String.format(Locale.ROOT, "<polyline points=\"%.2f,%.2f %.2f,%.2f\" stroke=\"%s\" stroke-width=\"1\" fill=\"none\"/>",
        x1, y1, x2, y2, color));
  }

  private void text(String said, double x, double y, double width, String align, String style) {
    texts.append(String.format(Locale.ROOT, "<div class=\"mark %s\" style=\"left:%.1fpx;top:%.1fpx;width:%.1fpx;text-align:%s\">%s</div>",
        style, x, y, width, align, Xhtml.text(said)));
  }

  /** Polyline; non-finite values leave a gap. */
  ReportPlot line(double[] xs, double[] ys, String color, double width, String dashes) {
    StringBuilder points = new StringBuilder();
    double lastX = Double.NaN;
    double lastY = Double.NaN;
    for (int i = 0; i <= xs.length; i++) {
      if (i < xs.length && Double.isFinite(xs[i]) && Double.isFinite(ys[i])) {
        boolean ends = points.length() == 0 || i == xs.length - 1;
        if (ends || Math.abs(x(xs[i]) - lastX) >= APART || Math.abs(y(ys[i]) - lastY) >= APART) { // else not visible
          lastX = x(xs[i]);
          lastY = y(ys[i]);
          points.append(String.format(Locale.ROOT, "%s%.2f,%.2f", points.length() == 0 ? "" : " ", lastX, lastY));
        }
      } else if (points.length() > 0) {
        String dashed = dashes.isEmpty() ? "" : " stroke-dasharray=\"" + dashes + "\"";
        shapes.append(String.format(Locale.ROOT, "<polyline points=\"%s\" stroke=\"%s\" stroke-width=\"%.1f\" fill=\"none\"%s/>",
            points, color, width, dashed));
        points.setLength(0);
      }
    }
    return this;
  }

  /** Dashed diagonal: chance, or perfection. */
  ReportPlot diagonal() {
    return diagonal(across.low(), across.high());
  }

  /** Dashed line between two values on both axes: for shares from 0 to 1, which the axes exceed. */
  ReportPlot diagonal(double from, double to) {
    return line(new double[] {from, to}, new double[] {from, to}, GREY, 1, "3 3");
  }

  ReportPlot dot(double atX, double atY, double radius, String color, String fill) {
    if (Double.isFinite(atX) && Double.isFinite(atY)) {
      shapes.append(String.format(Locale.ROOT,
          "<circle cx=\"%.2f\" cy=\"%.2f\" r=\"%.1f\" stroke=\"%s\" stroke-width=\"1.2\" fill=\"%s\"/>",
          x(atX), y(atY), radius, color, fill));
    }
    return this;
  }

  /** @param described alternative text */
  String html(String described) {
    return String.format(Locale.ROOT, "<div class=\"plot\" style=\"width:%1$.0fpx;height:%2$.0fpx\">"
        + "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$.0fpx\" height=\"%2$.0fpx\" viewBox=\"0 0 %1$.0f %2$.0f\" role=\"img\">"
        + "<title>%3$s</title>%4$s</svg>%5$s</div>", WIDTH, HEIGHT, Xhtml.text(described), shapes, texts);
  }
}
