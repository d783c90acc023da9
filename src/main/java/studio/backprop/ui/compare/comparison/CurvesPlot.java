package studio.backprop.ui.compare.comparison;

import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import studio.backprop.train.record.EpochRecord;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Smoothing;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;

/** Curves of several runs over a common step axis, with a readout of their values at the pointer or the end. */
final class CurvesPlot extends StackPane {
  private static final int DIGITS = 3;
  private static final String LOSSES = "twins.legend";
  private static final double SWATCH = 8;
  private static final double MARK = 5;
  private static final double NAME = 12;
  /** Approximate width of a character in px. */
  private static final double LETTER = 6;

  private final Lang lang;
  private final ThemeModel theme;
  private final boolean share;
  private final DoubleProperty pointed;
  private final Supplier<List<VariantLine>> source;
  private final Painting painting = new Painting(this::paint);
  private final Label nothing = new Label();
  private final StringProperty strokes = new SimpleStringProperty(this, "strokes", "");
  private List<VariantLine> lines = List.of();
  private String words = "twins.read";
  private String meaning = LOSSES;

  /**
   * @param share whether values are shown in percent
   * @param pointed the step under the pointer, shared with other plots; NaN for none
   */
  CurvesPlot(Lang lang, ThemeModel theme, boolean share, DoubleProperty pointed, Supplier<List<VariantLine>> source, String empty) {
    this.lang = lang;
    this.theme = theme;
    this.share = share;
    this.pointed = pointed;
    this.source = source;
    getStyleClass().add("curves-plot");
    setMinSize(0, 0);
    nothing.textProperty().bind(lang.bind(empty));
    nothing.getStyleClass().add("mut");
    nothing.setWrapText(true);
    nothing.setMouseTransparent(true);
    getChildren().addAll(painting, nothing);
    setOnMouseMoved(event -> point(event.getX()));
    setOnMouseExited(event -> pointed.set(Double.NaN));
    pointed.subscribe(step -> painting.repaint());
    theme.paletteProperty().subscribe(palette -> painting.repaint());
    lang.textsProperty().subscribe(texts -> redraw());
  }

  /** The curves are returns of agents: running mean of episodes, marks for greedy returns. */
  CurvesPlot ofReturns() {
    words = "twins.return";
    meaning = "twins.legend.return";
    return this;
  }

  void redraw() {
    lines = source.get();
    nothing.setVisible(lines.stream().allMatch(VariantLine::isEmpty));
    boolean unheld = lines.stream().noneMatch(VariantLine::isHeldBack) && lines.stream().anyMatch(line -> !line.epochs().isEmpty());
    strokes.set(lang.say(unheld && meaning.equals(LOSSES) ? "twins.legend.train" : meaning, factors()));
    setAccessibleText(lines.stream().filter(line -> !line.isEmpty()).map(line -> said(line, line.lastStep()))
        .collect(Collectors.joining("; ")));
    painting.repaint();
  }

  /** Legend of line styles with the smoothing factor. */
  StringProperty strokesProperty() {
    return strokes;
  }

  /** The smoothing factor; the smallest and the largest where they differ, since short runs are smoothed less. */
  private String factors() {
    DoubleSummaryStatistics all = lines.stream().filter(line -> !line.isEmpty()).mapToDouble(line -> line.curve().factor())
        .summaryStatistics();
    if (all.getCount() == 0) {
      return lang.numbers().significant(Smoothing.AUTOMATIC.factor(0), 2);
    }
    String least = lang.numbers().significant(all.getMin(), 2);
    return all.getMin() == all.getMax() ? least : least + "–" + lang.numbers().significant(all.getMax(), 2);
  }

  private void point(double x) {
    PlotScale scale = scale(getWidth(), getHeight());
    pointed.set(lines.stream().allMatch(VariantLine::isEmpty) || x < PlotScale.LEFT ? Double.NaN : scale.step(x));
  }

  private PlotScale scale(double width, double height) {
    return new PlotScale(lines, share, width, height);
  }

  private void paint(GraphicsContext g, double width, double height) {
    PlotScale scale = scale(width, height);
    if (!scale.fits()) {
      return;
    }
    Palette palette = theme.palette();
    axes(g, scale, palette);
    for (VariantLine line : lines) {
      if (!line.isEmpty()) {
        draw(g, scale, line, VariantColour.of(palette, line.colour()));
      }
    }
    names(g, scale, palette);
    if (!Double.isNaN(pointed.get()) && pointed.get() <= scale.lastStep()) {
      double x = Math.floor(scale.x(pointed.get())) + 0.5;
      g.setStroke(palette.color(Token.MUT));
      g.setLineWidth(1);
      g.strokeLine(x, PlotScale.TOP, x, scale.bottom());
    }
    legend(g, scale, palette);
  }

  private void axes(GraphicsContext g, PlotScale scale, Palette palette) {
    g.setLineWidth(1);
    g.setStroke(palette.color(Token.BORDER_SOFT));
    g.setFill(palette.color(Token.SUBT));
    g.setTextBaseline(VPos.CENTER);
    g.setTextAlign(TextAlignment.RIGHT);
    for (double value : scale.values()) {
      double y = Math.floor(scale.y(value)) + 0.5;
      g.strokeLine(PlotScale.LEFT, y, scale.right(), y);
      Painting.write(
          g, share ? lang.numbers().percent(value) : lang.numbers().significant(value, DIGITS), PlotScale.LEFT - 6, y, PlotScale.LEFT
          - 8);
    }
    g.setTextAlign(TextAlignment.CENTER);
    for (double step : scale.steps()) {
      Painting.write(g, lang.numbers().whole((long) step), scale.x(step), scale.bottom() + 12);
    }
    g.setStroke(palette.color(Token.BORDER));
    g.strokeLine(PlotScale.LEFT, scale.bottom() + 0.5, scale.right(), scale.bottom() + 0.5);
  }

  private void draw(GraphicsContext g, PlotScale scale, VariantLine line, Color colour) {
    int size = line.curve().size();
    double[] xs = new double[size];
    double[] ys = new double[size];
    for (int column = 0; column < size; column++) {
      xs[column] = scale.x(line.curve().lastStep(column));
      ys[column] = scale.y(line.curve().smooth(column));
    }
    g.setStroke(colour);
    g.setLineWidth(1.5);
    g.setLineDashes();
    g.strokePolyline(xs, ys, size);
    held(g, scale, line, colour);
  }

  /** End-of-line labels, stacked where curves meet. */
  private void names(GraphicsContext g, PlotScale scale, Palette palette) {
    List<VariantLine> shown = lines.stream().filter(line -> !line.isEmpty()).sorted(Comparator.comparingDouble(line -> -end(scale, line)))
        .toList();
    double[] ys = new double[shown.size()];
    for (int i = 0; i < ys.length; i++) {
      ys[i] = Math.min(i == 0 ? scale.bottom() : ys[i - 1] - NAME, end(scale, shown.get(i)));
    }
    double down = ys.length == 0 ? 0 : Math.max(0, PlotScale.TOP - ys[ys.length - 1]);
    g.setTextAlign(TextAlignment.LEFT);
    for (int i = 0; i < ys.length; i++) {
      g.setFill(VariantColour.of(palette, shown.get(i).colour()));
      Painting.write(g, shown.get(i).name(), scale.x(shown.get(i).lastStep()) + 5, ys[i] + down);
    }
  }

  private static double end(PlotScale scale, VariantLine line) {
    return scale.y(line.curve().smooth(line.curve().size() - 1));
  }

  private void held(GraphicsContext g, PlotScale scale, VariantLine line, Color colour) {
    List<EpochRecord> known = line.epochs().stream().filter(epoch -> Double.isFinite(line.held().applyAsDouble(epoch))).toList();
    double[] xs = known.stream().mapToDouble(epoch -> scale.x(epoch.step())).toArray();
    double[] ys = known.stream().mapToDouble(epoch -> scale.y(line.held().applyAsDouble(epoch))).toArray();
    g.setLineDashes(4, 3);
    g.strokePolyline(xs, ys, xs.length);
    g.setLineDashes();
    g.setFill(theme.palette().color(Token.BG));
    int stride = Math.max(1, xs.length / 24);
    for (int i = xs.length - 1; i >= 0; i -= stride) {
      g.fillOval(xs[i] - MARK / 2, ys[i] - MARK / 2, MARK, MARK);
      g.strokeOval(xs[i] - MARK / 2, ys[i] - MARK / 2, MARK, MARK);
    }
  }

  private void legend(GraphicsContext g, PlotScale scale, Palette palette) {
    double place = (scale.right() - PlotScale.LEFT) / Math.max(1, lines.size());
    g.setTextAlign(TextAlignment.LEFT);
    for (int i = 0; i < lines.size(); i++) {
      VariantLine line = lines.get(i);
      double x = PlotScale.LEFT + i * place;
      g.setFill(VariantColour.of(palette, line.colour()));
      g.fillRoundRect(x, 8 - SWATCH / 2, SWATCH, SWATCH, 3, 3);
      g.setFill(palette.color(Token.FG));
      double step = Double.isNaN(pointed.get()) ? line.lastStep() : pointed.get();
      String said = line.isEmpty() ? line.name() : said(line, step);
      double room = place - SWATCH - 9;
      // numbers without room are left to the table
      Painting.write(g, said.length() * LETTER > room ? read(line, step) : said,
          x + SWATCH + 5, 8, room);
    }
  }

  private String said(VariantLine line, double step) {
    double held = line.heldAt(step);
    return Double.isNaN(held)
        ? lang.say(words + ".smoothed", line.name(), written(line.at(step)))
        : lang.say(words + ".held", line.name(), written(line.at(step)), written(held));
  }

  private String read(VariantLine line, double step) {
    return line.isEmpty() ? line.name() : lang.say("twins.read", line.name(), written(line.at(step)));
  }

  private String written(double value) {
    return Double.isNaN(value) ? "–" : share ? lang.numbers().share(value) : lang.numbers().significant(value, DIGITS);
  }
}
