package studio.backprop.ui.judge.evaluate.column;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import studio.backprop.data.Dataset;
import studio.backprop.data.Task;
import studio.backprop.evaluate.column.ColumnDependence;
import studio.backprop.evaluate.column.Dependence;
import studio.backprop.ui.judge.evaluate.column.AskedColumns.Shown;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Readout;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Ticks;
import studio.backprop.ui.kit.Token;

/** Partial dependence plot of one column, with individual (ICE) lines; of two columns, a heat map. */
final class DependencePlot extends StackPane {
  private static final double LEFT = 60;
  private static final double TOP = 8;
  private static final double RIGHT = 14;
  private static final double BOTTOM = 36;
  /** Number of ICE lines. */
  static final int LINES = 50;
  private static final double PALE = 0.22;
  private static final double SPOT = 8;
  private static final int MARKS = 5;
  /** Width of the column's name. */
  private static final double NAME = 160;
  /** Width of the colour bar with its labels, and of the bar alone. */
  private static final double COLOURS = 72;
  private static final double BAR = 12;
  private static final int STEPS = 40;

  private final Lang lang;
  private final ThemeModel theme;
  private final FeaturesTexts words;
  private final Painting painting = new Painting(this::paint);
  private final Readout readout = new Readout();
  private Shown shown;
  private Dataset data;
  private double low;
  private double high;

  DependencePlot(Lang lang, ThemeModel theme) {
    this.lang = lang;
    this.theme = theme;
    this.words = new FeaturesTexts(lang);
    getStyleClass().add("curve-plot");
    setId("dependence");
    getChildren().addAll(painting, readout);
    setOnMouseMoved(this::read);
    setOnMouseExited(event -> readout.hide());
    theme.paletteProperty().subscribe(now -> painting.repaint());
  }

  void show(Optional<Shown> now, Dataset of) {
    shown = now.filter(one -> one.values().first().length > 0).orElse(null);
    data = of;
    painting.setAccessibleText(shown == null ? lang.say("features.dependence") : title());
    if (shown != null) {
      reach();
    }
    painting.repaint();
  }

  /** Such as: predicted probability of malignant by worst_area. */
  private String title() {
    return lang.say("features.dependence.of", words.output(data, shown.values().output()), String.join(", ", shown.looked().columns()));
  }

  private void reach() {
    ColumnDependence values = shown.values();
    double[] all = values.one().map(one -> Arrays.stream(lines(one)).mapToObj(i -> one.individual()[i]).flatMapToDouble(Arrays::stream)
        .toArray()).orElseGet(() -> Arrays.stream(values.two()).flatMapToDouble(Arrays::stream).toArray());
    low = Arrays.stream(all).min().orElse(0);
    high = Arrays.stream(all).max().orElse(1);
    if (values.one().isPresent() && data.task() == Task.CLASSES && low >= 0 && high <= 1) {
      low = 0;
      high = 1;
    }
    high = high > low ? high : low + 1;
  }

  private static int[] lines(Dependence one) {
    return AskedColumns.lines(one.individual().length, LINES);
  }

  // --- layout

  private boolean isWords(int which) {
    return shown.used().isWords(shown.values().columns()[which]);
  }

  /** Relative position of a grid point on the axis. */
  private double share(double[] grid, boolean byPlace, int i) {
    if (byPlace || grid[grid.length - 1] == grid[0]) {
      return (i + 0.5) / grid.length;
    }
    return (grid[i] - grid[0]) / (grid[grid.length - 1] - grid[0]);
  }

  private double x(int i, double width) {
    return LEFT + share(shown.values().first(), isWords(0), i) * (width - LEFT - RIGHT);
  }

  private double y(double value, double height) {
    return height - BOTTOM - (value - low) / (high - low) * (height - BOTTOM - TOP);
  }

  // --- drawing

  private void paint(GraphicsContext g, double width, double height) {
    if (shown == null || width < 2 * LEFT || height < 2 * BOTTOM) {
      return;
    }
    Palette palette = theme.palette();
    g.setTextBaseline(VPos.CENTER);
    if (shown.values().one().isPresent()) {
      paintLines(g, palette, shown.values().one().get(), width, height);
    } else {
      paintHeat(g, palette, width, height);
    }
    g.setFill(palette.color(Token.MUT));
    g.setTextAlign(TextAlignment.RIGHT);
    Painting.write(g, shown.looked().columns().get(0), width - right(), height - 8, NAME);
    g.setFill(palette.color(Token.SUBT));
    g.setTextAlign(TextAlignment.LEFT);
    Painting.write(g, detail(), 0, height - 8, width - right() - NAME);
  }

  private void paintLines(GraphicsContext g, Palette palette, Dependence one, double width, double height) {
    for (double mark : Ticks.linear(low, high, MARKS)) {
      double level = Math.floor(y(mark, height)) + 0.5;
      g.setStroke(palette.color(Token.BORDER_SOFT));
      g.strokeLine(LEFT, level, width - RIGHT, level);
      g.setFill(palette.color(Token.SUBT));
      g.setTextAlign(TextAlignment.RIGHT);
      Painting.write(g, lang.numbers().mark(mark, Math.max(Math.abs(low), Math.abs(high))), LEFT - 6, level, LEFT - 8);
    }
    across(g, palette, width, height);
    Color pale = palette.color(Token.GROUP_BASIC).deriveColor(0, 1, 1, PALE);
    int[] rows = lines(one);
    for (int row : rows) {
      line(g, one.individual()[row], pale, 1, width, height);
    }
    line(g, one.average(), palette.color(Token.GROUP_CONVOLUTION), 2.4, width, height);
    if (isWords(0)) {
      g.setFill(palette.color(Token.GROUP_CONVOLUTION));
      for (int i = 0; i < one.average().length; i++) {
        g.fillOval(x(i, width) - SPOT / 2, y(one.average()[i], height) - SPOT / 2, SPOT, SPOT);
      }
    }
    g.setLineWidth(1);
  }

  private void line(GraphicsContext g, double[] values, Color colour, double thick, double width, double height) {
    g.setStroke(colour);
    g.setLineWidth(thick);
    g.beginPath();
    for (int i = 0; i < values.length; i++) {
      if (i == 0) {
        g.moveTo(x(i, width), y(values[i], height));
      } else {
        g.lineTo(x(i, width), y(values[i], height));
      }
    }
    g.stroke();
  }

  /** Tick labels of the first column: categories or numbers. */
  private void across(GraphicsContext g, Palette palette, double width, double height) {
    double bottom = Math.floor(height - BOTTOM) + 0.5;
    double[] grid = shown.values().first();
    g.setStroke(palette.color(Token.BORDER));
    g.setLineWidth(1);
    g.strokeLine(LEFT, bottom, width - RIGHT, bottom);
    g.setFill(palette.color(Token.SUBT));
    g.setTextAlign(TextAlignment.CENTER);
    if (isWords(0)) {
      double each = (width - LEFT - RIGHT) / grid.length;
      for (int i = 0; i < grid.length; i++) {
        Painting.write(g, words.place(shown.used(), shown.values().columns()[0], grid[i]), x(i, width), bottom + 10, each - 4);
      }
      return;
    }
    double from = grid[0];
    double to = grid[grid.length - 1];
    if (to == from) {
      Painting.write(g, words.place(shown.used(), shown.values().columns()[0], from), (LEFT + width - RIGHT) / 2, bottom + 10);
      return;
    }
    for (double mark : Ticks.linear(from, to, MARKS)) {
      double place = LEFT + (mark - from) / (to - from) * (width - LEFT - RIGHT);
      g.setTextAlign(place > width - 2 * RIGHT ? TextAlignment.RIGHT : TextAlignment.CENTER);
      Painting.write(g, lang.numbers().mark(mark, Math.max(Math.abs(from), Math.abs(to))), Math.min(place, width - 2), bottom + 10);
    }
  }

  private void paintHeat(GraphicsContext g, Palette palette, double width, double height) {
    ColumnDependence values = shown.values();
    int wide = values.first().length;
    int tall = values.second().length;
    double cellX = (width - LEFT - right()) / wide;
    double cellY = (height - TOP - BOTTOM) / tall;
    for (int a = 0; a < wide; a++) {
      for (int b = 0; b < tall; b++) {
        g.setFill(palette.gates().color((values.two()[a][b] - low) / (high - low)));
        g.fillRect(LEFT + a * cellX, height - BOTTOM - (b + 1) * cellY, Math.ceil(cellX), Math.ceil(cellY));
      }
    }
    g.setFill(palette.color(Token.SUBT));
    double[][] grids = {values.first(), values.second()};
    g.setTextAlign(TextAlignment.CENTER);
    for (int i : ends(grids[0], isWords(0))) {
      String said = words.place(shown.used(), values.columns()[0], grids[0][i]);
      Painting.write(g, said, LEFT + (i + 0.5) * cellX, height - BOTTOM + 10, Math.max(cellX, 60));
    }
    g.setTextAlign(TextAlignment.RIGHT);
    for (int i : ends(grids[1], isWords(1))) {
      String said = words.place(shown.used(), values.columns()[1], grids[1][i]);
      Painting.write(g, said, LEFT - 6, height - BOTTOM - (i + 0.5) * cellY, LEFT - 20);
    }
    g.setFill(palette.color(Token.MUT));
    g.setTextAlign(TextAlignment.CENTER);
    g.save();
    g.translate(8, (TOP + height - BOTTOM) / 2);
    g.rotate(-90);
    Painting.write(g, shown.looked().columns().get(1), 0, 0, height - BOTTOM - TOP);
    g.restore();
    paintColours(g, palette, width - right() + 14, height);
  }

  /** Colour bar of the heat map. */
  private void paintColours(GraphicsContext g, Palette palette, double x, double height) {
    double tall = height - TOP - BOTTOM;
    for (int i = 0; i < STEPS; i++) {
      g.setFill(palette.gates().color(1 - i / (STEPS - 1.0)));
      g.fillRect(x, TOP + i * tall / STEPS, BAR, Math.ceil(tall / STEPS));
    }
    g.setFill(palette.color(Token.SUBT));
    g.setTextAlign(TextAlignment.LEFT);
    double[] marks = {high, (low + high) / 2, low};
    for (int i = 0; i < marks.length; i++) {
      Painting.write(g, lang.numbers().inColumn(marks[i], Math.max(Math.abs(low), Math.abs(high)), 3), x + BAR + 6,
          TOP + 7 + i / (marks.length - 1.0) * (tall - 14), COLOURS - BAR - 22);
    }
  }

  /** Right margin: the colour bar of a heat map. */
  private double right() {
    return shown.values().one().isPresent() ? RIGHT : COLOURS;
  }

  /** Indices of labelled grid points: all of a few categories; ends and middle of numbers. */
  private static int[] ends(double[] grid, boolean all) {
    return all || grid.length <= 3 ? IntStream.range(0, grid.length).toArray() : new int[] {0, grid.length / 2, grid.length - 1};
  }

  // --- mouse

  private void read(MouseEvent at) {
    readout.hide();
    if (shown == null || at.getX() < LEFT || at.getX() > getWidth() - right() || at.getY() > getHeight() - BOTTOM) {
      return;
    }
    ColumnDependence values = shown.values();
    String said;
    if (values.one().isPresent()) {
      int best = IntStream.range(0, values.first().length).boxed()
          .min((a, b) -> Double.compare(Math.abs(x(a, getWidth()) - at.getX()), Math.abs(x(b, getWidth()) - at.getX()))).orElseThrow();
      said = lang.say("features.dependence.spot", shown.looked().columns().get(0),
          words.place(shown.used(), values.columns()[0], values.first()[best]), words.output(data, values.output()),
          lang.numbers().significant(values.one().get().average()[best], 3));
    } else {
      int a = (int) Math.min(values.first().length - 1, (at.getX() - LEFT) / (getWidth() - LEFT - right()) * values.first().length);
      int b = (int) Math.max(0, Math.min(values.second().length - 1,
          (getHeight() - BOTTOM - at.getY()) / (getHeight() - BOTTOM - TOP) * values.second().length));
      said = lang.say("features.dependence.cell", shown.looked().columns().get(0),
          words.place(shown.used(), values.columns()[0], values.first()[a]), shown.looked().columns().get(1),
          words.place(shown.used(), values.columns()[1], values.second()[b]), words.output(data, values.output()),
          lang.numbers().significant(values.two()[a][b], 3));
    }
    readout.showAt(at.getX(), at.getY(), getWidth(), getHeight(), said);
  }

  /** Number of averaged rows and of ICE lines. */
  private String detail() {
    return shown.values().one().isPresent()
        ? lang.say("features.dependence.detail", shown.values().rows(), Math.min(LINES, shown.values().rows()))
        : lang.say("features.dependence.detail.two", shown.values().rows());
  }

  /** Name of the predicted quantity, where no choice of a class names it. */
  String predicted() {
    return shown == null || data.task() == Task.CLASSES ? "" : words.output(data, shown.values().output());
  }
}
