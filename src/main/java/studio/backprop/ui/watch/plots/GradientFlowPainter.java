package studio.backprop.ui.watch.plots;

import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Raster;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Ticks;
import studio.backprop.ui.kit.Token;
import studio.backprop.ui.workspace.run.RoundTexts;

/** Layout and painting around the cells of the gradient flow: names and newest norms beside each row, the colour scale below. */
final class GradientFlowPainter {
  private static final double MOST_NAMES = 96;
  private static final double SIGN = 32;
  /** Width of the numbers, and its increment, so that the strips do not jump with each digit. */
  private static final double NUMBERS = 52;
  private static final double NUMBERS_STEP = 12;
  private static final double LEGEND = 30;
  private static final double BAR = 7;
  private static final double ABOVE_BAR = 6;
  /** Gap between the strips of two nodes; weights and output of one node are separated by a line. */
  private static final double GROUP = 6;
  /** Maximum height of a strip, and its minimum height with a line of text, where weights and outputs are shown. */
  private static final double THICKEST = 24;
  private static final double STRIP = 12;
  /** Minimum distance of two tick labels, and approximate width of a digit. */
  private static final double APART = 40;
  private static final double LETTER = 7;
  /** Line height: lower rows show every n-th name; and minimum height of separated rows. */
  private static final double LINE = 14;
  private static final double AIRY = 18;

  private final GradientFlowModel model;
  private final Lang lang;
  private final ThemeModel theme;
  private final Raster bar = new Raster(256, 1);
  private double width;
  private double height;
  private double sentence;
  private double names;
  private double lead;
  private double numbers;
  private int scaleRow;
  private int column = -1;
  private List<Integer> shown = List.of();

  GradientFlowPainter(GradientFlowModel model, Lang lang, ThemeModel theme) {
    this.model = model;
    this.lang = lang;
    this.theme = theme;
  }

  // --- layout

  double left() {
    return Math.max(names + SIGN, lead);
  }

  double stripWidth() {
    return Math.max(1, Math.floor(width - left() - numbers));
  }

  /** The visible rows: all where each fits a line of text, otherwise only the weights. */
  List<Integer> rows() {
    return shown;
  }

  private void choose() {
    List<Integer> all = IntStream.range(0, model.rows().size()).boxed().toList();
    List<Integer> weights = model.weights();
    boolean room = height - below() - GROUP * (groups(all) - 1) >= all.size() * STRIP;
    shown = room || weights.isEmpty() ? all : weights;
  }

  /** Number of nodes of some rows: rows of one node are adjacent. */
  private int groups(List<Integer> of) {
    return (int) of.stream().map(row -> model.rows().get(row).node()).distinct().count();
  }

  private boolean paired() {
    return groups(shown) < shown.size();
  }

  /** Height below the rows: without data a hint, which may be higher than the legend. */
  private double below() {
    return model.columns() > 0 ? LEGEND : Math.max(LEGEND, sentence);
  }

  /** @param high height of the hint under empty rows */
  void keepFor(double high) {
    sentence = high;
  }

  private double gap() {
    return paired() ? GROUP : 0;
  }

  /** Distance between two rows. */
  private double pitch() {
    double room = height - below() - gap() * (groups(shown) - 1);
    double free = room / Math.max(1, shown.size());
    if (free < LINE && !paired()) {
      free = (room - LINE) / Math.max(1, shown.size()); // the first name extends above its row, and the last one below
    }
    return Math.min(THICKEST, free > 2 ? Math.floor(free) : Math.max(0.1, free));
  }

  /** Above the first row, so that its name is not cut. */
  private double inset() {
    return Math.max(0, (LINE - pitch()) / 2);
  }

  double rowHeight() {
    double pitch = pitch();
    return pitch - (paired() ? 1 : pitch > LINE ? 3 : pitch > 4 ? 1 : 0);
  }

  double top(int row) {
    int place = shown.indexOf(row);
    return inset() + place * pitch() + gap() * (groups(shown.subList(0, place + 1)) - 1);
  }

  double bottom() {
    return shown.isEmpty() ? 0 : top(shown.get(shown.size() - 1)) + rowHeight();
  }

  /** Row at a height; −1 for none. */
  int rowAt(double y) {
    return shown.stream().filter(row -> y >= top(row) && y < top(row) + pitch()).findFirst().orElse(-1);
  }

  /** The left edge of a column. */
  double x(double column) {
    return left() + column * stripWidth() / model.columns();
  }

  // --- painting

  /**
   * @param read the hovered row: where each has a scale of its own, its limits are in the legend
   * @param at the column whose norms are shown beside the rows; negative for the newest
   */
  void paint(GraphicsContext g, double wide, double high, int read, int at) {
    scaleRow = read;
    column = at;
    width = wide;
    height = high;
    choose();
    measure();
    int named = pitch() < LINE && !paired() ? (int) Math.ceil(AIRY / pitch()) : 1;
    g.setTextBaseline(VPos.CENTER);
    for (int place = 0; place < shown.size(); place++) {
      int row = shown.get(place);
      g.setFill(theme.palette().color(Token.SUB));
      g.fillRect(left(), top(row), stripWidth(), rowHeight());
      if (place % named == 0) {
        words(g, row, place == 0 || !sameNode(row, shown.get(place - 1)), top(row) + rowHeight() / 2);
      }
    }
    if (model.columns() > 0 && !model.scale().isEmpty()) {
      legend(g, bottom() + Math.max(ABOVE_BAR, LINE + 1 - (rowHeight() + BAR) / 2));
    }
  }

  private boolean sameNode(int row, int other) {
    return model.rows().get(row).node() == model.rows().get(other).node();
  }

  /** Names take the width they need, cells the rest. */
  private void measure() {
    double longest = 0;
    for (int row = 0; row < model.rows().size(); row++) {
      longest = Math.max(longest, CurveTexts.widthOf(model.name(row)));
    }
    names = Math.min(MOST_NAMES, longest + LETTER);
    lead = CurveTexts.widthOf(stretch()) + LETTER;
    double widest = model.columns() == 0 ? 0 : shown.stream().mapToDouble(row -> CurveTexts.widthOf(number(row))).max().orElse(0) + LETTER;
    numbers = NUMBERS + NUMBERS_STEP * Math.ceil(Math.max(0, widest - NUMBERS) / NUMBERS_STEP);
  }

  private String number(int row) {
    return lang.numbers().aligned(column < 0 ? model.latest(row) : model.norm(row, column), 2);
  }

  private String stretch() {
    boolean recent = model.stretchProperty().get() == GradientFlowModel.Stretch.RECENT;
    return lang.say(RoundTexts.key(recent ? "plots.last_steps" : "plots.all_steps", model.project()), model.steps());
  }

  /** @param first whether it is the first row of its node, which is labelled there */
  private void words(GraphicsContext g, int row, boolean first, double middle) {
    g.setTextAlign(TextAlignment.LEFT);
    g.setFill(theme.palette().color(Token.FG));
    if (first) {
      Painting.write(g, model.name(row), 1, middle, names - 4);
    }
    g.setFill(theme.palette().color(Token.SUBT));
    Painting.write(g, sign(row), names, middle);
    if (model.columns() > 0) {
      g.setTextAlign(TextAlignment.RIGHT);
      g.setFill(theme.palette().color(Token.FG));
      Painting.write(g, number(row), width, middle);
    }
  }

  private String sign(int row) {
    return model.rows().get(row).kind() == GradientFlowModel.Kind.WEIGHTS ? "∂W" : "∂out";
  }

  private void legend(GraphicsContext g, double top) {
    for (int x = 0; x < bar.width(); x++) {
      bar.set(x, 0, theme.palette().size().argb(x / (bar.width() - 1.0)));
    }
    bar.update();
    bar.paint(g, 0, 0, bar.width(), 1, left(), top, stripWidth(), BAR);
    g.setFill(theme.palette().color(Token.SUBT));
    double middle = top + BAR + 10;
    if (model.coloursProperty().get() == GradientFlowModel.Colours.ROW) {
      g.setTextAlign(TextAlignment.LEFT);
      Painting.write(g, model.name(scaleRow) + " " + sign(scaleRow), 0, middle, left() - LETTER);
    }
    marks(g, middle);
    g.setTextAlign(TextAlignment.LEFT);
    Painting.write(g, stretch(), 0, top + BAR / 2);
  }

  private void marks(GraphicsContext g, double middle) {
    GradientFlowScale scale = model.scale(scaleRow);
    double taken = 0;
    g.setTextAlign(TextAlignment.CENTER);
    for (double tick : Ticks.log(scale.low(), scale.high(), Math.max(2, (int) (stripWidth() / APART)))) {
      String mark = Axes.write(lang.numbers(), tick);
      double half = LETTER * mark.length() / 2;
      double x = Math.max(half, Math.min(stripWidth() - half, scale.shareOf(tick) * stripWidth()));
      if (x - half >= taken) {
        Painting.write(g, mark, left() + x, middle);
        taken = x + half + LETTER;
      }
    }
  }

  /** Marks a cell. */
  void frame(GraphicsContext g, int row, int column) {
    double wide = Math.max(4, stripWidth() / model.columns());
    g.setStroke(theme.palette().color(Token.ACCENT_TEXT));
    g.setLineWidth(2);
    g.strokeRect(x(column + 0.5) - wide / 2, top(row), wide, rowHeight());
  }
}
