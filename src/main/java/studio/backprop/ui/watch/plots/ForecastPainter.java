package studio.backprop.ui.watch.plots;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Series;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Mark;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Span;
import studio.backprop.ui.kit.Ticks;
import studio.backprop.ui.kit.Token;

/** Paints a time series, its parts, and the forecast. */
final class ForecastPainter {
  private static final double LEFT = 46;
  private static final double RIGHT = 8;
  private static final double TOP = 22;
  private static final double BOTTOM = 34;
  private static final double APART_LEVEL = 64;
  private static final double APART = 30;
  private static final double NAMES_APART = 6;
  private static final List<Part> PARTS_FROM_RIGHT = List.of(Part.TEST, Part.VALIDATION, Part.TRAIN);
  /** Ratio of the offset from 0 to the range of the values. */
  private static final double FAR = 1000;
  /** Centre of the labels along the axis. */
  private static final double ALONG = 6;
  private static final double TRUE_LINE = 1.2;
  private static final double FORETOLD_LINE = 1.8;

  private final NetworkOutput.Forecast answer;
  private final Series series;
  private final int first;
  private final Span up = new Span();
  private final double width;
  private final double height;

  /** @param heldBack whether only validation and test parts are shown */
  ForecastPainter(NetworkOutput.Forecast answer, boolean heldBack, double width, double height) {
    this.answer = answer;
    this.series = answer.series();
    this.width = width;
    this.height = height;
    this.first = heldBack ? start(Part.VALIDATION).orElse(start(Part.TEST).orElse(0)) : 0;
    for (int i = first; i < series.length(); i++) {
      up.add(series.value(i));
      up.add(answer.predicted()[i]);
    }
  }

  boolean fits() {
    return width > 3 * LEFT && height > TOP + 2 * BOTTOM;
  }

  double left() {
    return LEFT;
  }

  double top() {
    return TOP;
  }

  double bottom() {
    return height - BOTTOM;
  }

  private double x(int index) {
    return LEFT + (double) (index - first) / Math.max(1, series.length() - 1 - first) * (width - LEFT - RIGHT);
  }

  private double y(double value) {
    return bottom() - up.shareOf(value) * (bottom() - TOP);
  }

  /** Index of the nearest value. */
  Optional<Integer> at(double x) {
    long index = Math.round((x - LEFT) / (width - LEFT - RIGHT) * (series.length() - 1 - first)) + first;
    return index < first || index >= series.length() ? Optional.empty() : Optional.of((int) index);
  }

  /** Index of the first target of a part. */
  private Optional<Integer> start(Part part) {
    PreparedData data = answer.judged().data();
    return data.rows(part) == 0 ? Optional.empty() : Optional.of(series.answerTo(data.split().row(part, 0)));
  }

  void paint(GraphicsContext g, Palette palette, Lang lang, OptionalInt chosen) {
    paintParts(g, palette, lang);
    paintAxes(g, palette, lang);
    g.setLineWidth(TRUE_LINE);
    g.setStroke(palette.color(Token.FG));
    paintLine(g, series::value);
    g.setLineWidth(FORETOLD_LINE);
    g.setStroke(palette.color(Token.TIME));
    paintLine(g, i -> answer.predicted()[i]);
    if (chosen.isPresent() && chosen.getAsInt() >= first) {
      Mark.ring(g, palette, x(chosen.getAsInt()), y(series.value(chosen.getAsInt())));
    }
    paintKey(g, palette, lang);
  }

  /** Held-back parts have a shaded background with their names above; painted right to left, as a long name extends to the left. */
  private void paintParts(GraphicsContext g, Palette palette, Lang lang) {
    g.setTextBaseline(VPos.TOP);
    g.setTextAlign(TextAlignment.LEFT);
    double free = width;
    for (Part part : PARTS_FROM_RIGHT) {
      Optional<Integer> start = start(part);
      if (start.isEmpty() || start.get() < first) {
        continue;
      }
      double left = x(start.get());
      int last = start.get() + answer.judged().data().rows(part) - 1;
      double right = x(last);
      if (part != Part.TRAIN) {
        Color ground = palette.color(part == Part.VALIDATION ? Token.ACCENT_SOFT : Token.TIME_SOFT);
        g.setFill(ground.deriveColor(0, 1, 1, 0.6));
        g.fillRect(left, TOP, right - left, bottom() - TOP);
      }
      String name = lang.say("plots.part_name." + part.name().toLowerCase(Locale.ROOT));
      double at = Math.min(left + 3, free - CurveTexts.widthOf(name));
      if (at >= LEFT) {
        g.setFill(palette.color(Token.MUT));
        Painting.write(g, name, at, 5);
        free = at - NAMES_APART;
      }
    }
  }

  /** Offset of the tick labels where values are so far from 0 that the digits would not fit; else 0. */
  private double base() {
    double span = up.high() - up.low();
    double unit = Math.pow(10, Math.ceil(Math.log10(span)));
    return Math.max(Math.abs(up.low()), Math.abs(up.high())) > FAR * span ? Math.floor(up.low() / unit) * unit : 0;
  }

  private void paintAxes(GraphicsContext g, Palette palette, Lang lang) {
    TimeAxis time = new TimeAxis(series);
    g.setLineWidth(1);
    g.setStroke(palette.color(Token.BORDER_SOFT));
    g.setFill(palette.color(Token.SUBT));
    g.setTextBaseline(VPos.CENTER);
    g.setTextAlign(TextAlignment.RIGHT);
    double base = base();
    for (double mark : Ticks.linear(up.low() - base, up.high() - base, (int) Math.max(2, (bottom() - TOP) / APART))) {
      double y = Math.floor(y(base + mark)) + 0.5;
      g.strokeLine(LEFT, y, width - RIGHT, y);
      Painting.write(g, lang.numbers().significant(mark, 6), LEFT - 6, y, LEFT - 8);
    }
    g.setTextAlign(TextAlignment.CENTER);
    if (base != 0) {
      g.save();
      g.translate(ALONG, (TOP + bottom()) / 2);
      g.rotate(-90);
      Painting.write(g, lang.say("plots.counted_from", lang.numbers().entry(base)), 0, 0, bottom() - TOP);
      g.restore();
    }
    double from = series.time(first);
    double to = series.time(series.length() - 1);
    for (double mark : Ticks.whole(from, to, (int) Math.max(2, (width - LEFT - RIGHT) / APART_LEVEL))) {
      double x = Math.floor(LEFT + (mark - from) / (to - from) * (width - LEFT - RIGHT)) + 0.5;
      g.strokeLine(x, bottom(), x, bottom() + 4);
      Painting.write(g, time.mark(mark, lang), x, bottom() + 11);
    }
  }

  private void paintKey(GraphicsContext g, Palette palette, Lang lang) {
    double y = height - 7;
    g.setTextBaseline(VPos.CENTER);
    g.setTextAlign(TextAlignment.LEFT);
    double x = LEFT;
    x = key(g, palette, Token.FG, TRUE_LINE, lang.say("plots.measured"), x, y);
    key(g, palette, Token.TIME, FORETOLD_LINE, lang.say("plots.foretold"), x, y);
  }

  private static double key(GraphicsContext g, Palette palette, Token color, double line, String word, double x, double y) {
    g.setStroke(palette.color(color));
    g.setLineWidth(line);
    g.strokeLine(x, y, x + 14, y);
    g.setFill(palette.color(Token.MUT));
    Painting.write(g, word, x + 18, y);
    return x + 18 + 84;
  }

  /** Missing values are gaps. */
  private void paintLine(GraphicsContext g, IntToDoubleFunction value) {
    g.beginPath();
    boolean down = false;
    for (int i = first; i < series.length(); i++) {
      double v = value.applyAsDouble(i);
      if (Double.isNaN(v)) {
        down = false;
      } else if (down) {
        g.lineTo(x(i), y(v));
      } else {
        g.moveTo(x(i), y(v));
        down = true;
      }
    }
    g.stroke();
  }
}
