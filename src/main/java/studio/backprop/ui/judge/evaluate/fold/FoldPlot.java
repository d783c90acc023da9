package studio.backprop.ui.judge.evaluate.fold;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Readout;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Ticks;
import studio.backprop.ui.kit.Token;

/** Line plot with bands of one standard deviation: losses by epoch, a learning curve, a validation curve. */
public final class FoldPlot extends StackPane {
  private static final double LEFT = 52;
  private static final double TOP = 10;
  private static final double RIGHT = 14;
  private static final double BOTTOM = 36;
  private static final double MARK = 6;
  private static final double LINE = 1.6;
  private static final double BAND = 0.16;
  private static final double NEAR = 14;
  private static final int MARKS = 5;
  private static final double APART = 44;
  private static final double DASH = 5;
  /** Ratio of the largest to the smallest value from which the axis is logarithmic. */
  private static final double WIDE = 5;
  private static final double ROOM = 0.06;
  /** Length of a legend line, and the line height of its text. */
  private static final double SAMPLE = 16;
  private static final double LINE_HEIGHT = 15;

  /**
   * Axes.
   *
   * @param name of the horizontal axis
   * @param values categorical horizontal values, evenly spaced; empty for a linear scale
   * @param now the project's value; NaN for no mark
   * @param most upper limit of values
   * @param isLog whether the vertical axis may be logarithmic
   * @param across formats a horizontal value
   * @param up formats a vertical value
   */
  public record Scales(
      String name, double[] values, double now, double most, boolean isLog, DoubleFunction<String> across, DoubleFunction<String> up) {
  }

  private final Lang lang;
  private final ThemeModel theme;
  private final Painting painting = new Painting(this::paint);
  private final Readout readout = new Readout();
  private List<PlotSeries> series = List.of();
  private Scales scales = new Scales("", new double[0], Double.NaN, Double.POSITIVE_INFINITY, false, value -> "", value -> "");
  private double low;
  private double high = 1;
  private double first;
  private double last = 1;
  private boolean log;
  private double marked = Double.NaN;
  private String mark = "";
  private double from = Double.NaN;
  private double to = Double.NaN;
  private boolean named;

  private record Spot(PlotSeries line, int index, double distance) {
  }

  public FoldPlot(Lang lang, ThemeModel theme, String title) {
    this.lang = lang;
    this.theme = theme;
    getStyleClass().add("curve-plot");
    getChildren().addAll(painting, readout);
    painting.accessibleTextProperty().bind(lang.bind(title));
    setOnMouseMoved(this::read);
    setOnMouseExited(event -> readout.hide());
    theme.paletteProperty().subscribe(now -> painting.repaint());
  }

  /** Marks a horizontal value as chosen, like the project's. @param at NaN for none */
  public void mark(double at, String said) {
    marked = at;
    mark = said;
    painting.repaint();
  }

  /** Minimum range of the horizontal axis, so that it does not stretch as values arrive. To be called before they are shown. */
  public void reach(double first, double last) {
    from = first;
    to = last;
  }

  /** Shows a legend under the lines, at the left. */
  void nameLines() {
    named = true;
  }

  public void show(List<PlotSeries> lines, Scales axes) {
    series = lines;
    scales = axes;
    double[] ys = lines.stream().flatMapToDouble(line -> reach(line, axes.most)).filter(Double::isFinite).toArray();
    low = DoubleStream.of(ys).min().orElse(0);
    high = DoubleStream.of(ys).max().orElse(1);
    log = axes.isLog && low > 0 && high / low > WIDE;
    if (!log) {
      double room = high > low ? ROOM * (high - low) : Math.max(1e-6, Math.abs(high) * ROOM);
      low -= room;
      high += room;
    }
    double[] xs = lines.stream().flatMapToDouble(line -> DoubleStream.of(line.x())).toArray();
    first = axes.values.length > 0 ? 0 : DoubleStream.of(xs).min().orElse(0);
    last = axes.values.length > 0 ? Math.max(1, axes.values.length - 1) : DoubleStream.of(xs).max().orElse(1);
    if (!Double.isNaN(from) && axes.values.length == 0) {
      first = Math.min(first, from);
      last = Math.max(last, to);
    }
    last = last > first ? last : first + 1;
    painting.repaint();
  }

  /** Whether the vertical axis is logarithmic. */
  boolean isLog() {
    return log;
  }

  private static DoubleStream reach(PlotSeries line, double most) {
    if (!line.hasBand()) {
      return DoubleStream.of(line.y());
    }
    List<Double> ends = new ArrayList<>();
    for (int i = 0; i < line.y().length; i++) {
      double deviation = Double.isNaN(line.deviation()[i]) ? 0 : line.deviation()[i];
      ends.add(line.y()[i] - deviation);
      ends.add(Math.min(most, line.y()[i] + deviation));
    }
    return ends.stream().mapToDouble(Double::doubleValue);
  }

  // --- layout

  private double x(double value) {
    double at = value;
    for (int i = 0; i < scales.values.length; i++) {
      at = scales.values[i] == value ? i : at;
    }
    return LEFT + (at - first) / (last - first) * (getWidth() - LEFT - RIGHT);
  }

  private double y(double value) {
    double share = log ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
    return getHeight() - BOTTOM - share * (getHeight() - BOTTOM - TOP);
  }

  // --- drawing

  private void paint(GraphicsContext g, double width, double height) {
    if (series.isEmpty() || width < 2 * LEFT || height < 2 * BOTTOM) {
      return;
    }
    Palette palette = theme.palette();
    axes(g, palette, width, height);
    for (PlotSeries line : series) {
      band(g, palette, line);
    }
    for (PlotSeries line : series) {
      draw(g, palette, line);
    }
    upright(g, palette.color(Token.TIME), scales.now, lang.say("folds.now"), height - BOTTOM - 10);
    upright(g, palette.color(Token.ACCENT_TEXT), marked, mark, height - BOTTOM - 10 - LINE_HEIGHT);
    if (named) {
      names(g, palette, height - 8);
    }
  }

  private void upright(GraphicsContext g, Color colour, double at, String said, double level) {
    if (Double.isNaN(at)) {
      return;
    }
    g.setStroke(colour);
    g.setLineDashes(3, 3);
    g.strokeLine(x(at), TOP, x(at), getHeight() - BOTTOM);
    g.setLineDashes();
    boolean right = x(at) < getWidth() / 2;
    g.setFill(colour);
    g.setTextAlign(right ? TextAlignment.LEFT : TextAlignment.RIGHT);
    Painting.write(g, said, x(at) + (right ? 5 : -5), level);
  }

  private void names(GraphicsContext g, Palette palette, double level) {
    double at = 0;
    g.setTextAlign(TextAlignment.LEFT);
    for (PlotSeries line : series) {
      g.setStroke(line.colour().apply(palette));
      g.setLineWidth(LINE);
      g.setLineDashes(line.dashed() ? new double[] {DASH, DASH - 2} : new double[0]);
      g.strokeLine(at, level, at + SAMPLE, level);
      g.setLineDashes();
      g.setFill(palette.color(Token.FG));
      Painting.write(g, line.name(), at + SAMPLE + 5, level);
      at += SAMPLE + 5 + Fonts.width(line.name(), g.getFont()) + 10;
    }
    g.setLineWidth(1);
  }

  private void axes(GraphicsContext g, Palette palette, double width, double height) {
    g.setLineWidth(1);
    g.setTextBaseline(VPos.CENTER);
    g.setTextAlign(TextAlignment.RIGHT);
    for (double mark : log ? Ticks.log(low, high, MARKS) : Ticks.linear(low, high, MARKS)) {
      double level = Math.floor(y(mark)) + 0.5;
      g.setStroke(palette.color(Token.BORDER_SOFT));
      g.strokeLine(LEFT, level, width - RIGHT, level);
      g.setFill(palette.color(Token.SUBT));
      Painting.write(g, scales.up.apply(mark), LEFT - 6, level, LEFT - 8);
    }
    double bottom = Math.floor(height - BOTTOM) + 0.5;
    g.setStroke(palette.color(Token.BORDER));
    g.strokeLine(LEFT, bottom, width - RIGHT, bottom);
    g.setFill(palette.color(Token.SUBT));
    int most = (int) Math.max(2, Math.min(MARKS, (width - LEFT - RIGHT) / APART));
    double[] marks = scales.values.length > 0 ? scales.values : Ticks.whole(first, last, most);
    for (int i = 0; i < marks.length; i++) {
      double place = x(marks[i]);
      g.setTextAlign(place > width - 2 * RIGHT ? TextAlignment.RIGHT : TextAlignment.CENTER);
      Painting.write(g, scales.across.apply(marks[i]), place > width - 2 * RIGHT ? width - 2 : place, bottom + 10);
    }
    g.setTextAlign(TextAlignment.RIGHT);
    g.setFill(palette.color(Token.MUT));
    Painting.write(g, scales.name, width - RIGHT, height - 8);
  }

  private void band(GraphicsContext g, Palette palette, PlotSeries line) {
    if (!line.hasBand()) {
      return;
    }
    int n = line.x().length;
    double[] xs = new double[2 * n];
    double[] ys = new double[2 * n];
    for (int i = 0; i < n; i++) {
      double deviation = Double.isNaN(line.deviation()[i]) ? 0 : line.deviation()[i];
      xs[i] = x(line.x()[i]);
      ys[i] = y(Math.min(scales.most, line.y()[i] + deviation));
      xs[2 * n - 1 - i] = xs[i];
      ys[2 * n - 1 - i] = y(line.y()[i] - deviation);
    }
    g.setFill(line.colour().apply(palette).deriveColor(0, 1, 1, BAND));
    g.fillPolygon(xs, ys, 2 * n);
  }

  private void draw(GraphicsContext g, Palette palette, PlotSeries line) {
    Color colour = line.colour().apply(palette);
    g.setStroke(colour);
    g.setLineWidth(LINE);
    g.setLineDashes(line.dashed() ? new double[] {DASH, DASH - 2} : new double[0]);
    g.beginPath();
    boolean pen = false;
    for (int i = 0; i < line.x().length; i++) {
      boolean there = Double.isFinite(line.y()[i]);
      if (there && pen) {
        g.lineTo(x(line.x()[i]), y(line.y()[i]));
      } else if (there) {
        g.moveTo(x(line.x()[i]), y(line.y()[i]));
      }
      pen = there;
    }
    g.stroke();
    g.setLineDashes();
    for (int i = 0; i < line.x().length && line.marked(); i++) {
      if (Double.isFinite(line.y()[i])) {
        g.setFill(line.isOpen(i) ? palette.color(Token.BG) : colour);
        g.fillOval(x(line.x()[i]) - MARK / 2, y(line.y()[i]) - MARK / 2, MARK, MARK);
        g.strokeOval(x(line.x()[i]) - MARK / 2, y(line.y()[i]) - MARK / 2, MARK, MARK);
      }
    }
    g.setLineWidth(1);
  }

  // --- mouse

  private void read(MouseEvent at) {
    List<Spot> spots = new ArrayList<>();
    for (PlotSeries line : series) {
      for (int i = 0; i < line.x().length; i++) {
        if (Double.isFinite(line.y()[i])) {
          spots.add(new Spot(line, i, Math.hypot(x(line.x()[i]) - at.getX(), y(line.y()[i]) - at.getY())));
        }
      }
    }
    Optional<Spot> best = spots.stream().min(Comparator.comparingDouble(Spot::distance)).filter(spot -> spot.distance < NEAR);
    readout.hide();
    best.ifPresent(spot -> readout.showAt(at.getX(), at.getY(), getWidth(), getHeight(), said(spot)));
  }

  private String said(Spot spot) {
    PlotSeries line = spot.line;
    String value = scales.up.apply(line.y()[spot.index]);
    String band = line.hasBand() && !Double.isNaN(line.deviation()[spot.index])
        ? lang.say("folds.spot.sd", value, scales.up.apply(line.deviation()[spot.index])) : value;
    return lang.say("folds.spot", line.name(), scales.name, scales.across.apply(line.x()[spot.index]), band);
  }
}
