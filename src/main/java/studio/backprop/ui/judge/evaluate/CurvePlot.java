package studio.backprop.ui.judge.evaluate;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import studio.backprop.evaluate.metric.RocBand;
import studio.backprop.ui.judge.evaluate.word.MetricsTexts;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Readout;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;

/**
 * ROC or precision–recall curve, of two classes or one-vs-rest, with the operating point of the threshold. Only that point is redrawn when
 * the threshold moves. A click on the curve of two classes sets the threshold.
 */
final class CurvePlot extends StackPane {
  private static final double RING = 10;
  private static final double SMALL_RING = 8;
  private static final double APART = 0.5;
  private static final double LINE = 2;
  private static final double PALE = 0.35;
  private static final double GREY = 0.8;
  private static final double BAND = 0.16;
  /** Height of a line of text, in px. */
  private static final double HIGH = 15;

  /** Point of the curve, in rates. */
  record Spot(double x, double y) {
  }

  private final String key;
  private final boolean diagonal;
  private final Lang lang;
  private final ThemeModel theme;
  private final MetricsTexts words;
  private final Painting ground = new Painting(this::paint);
  private final Painting marks = new Painting(this::paintMarks);
  private final Readout readout = new Readout();
  private final DoubleConsumer choose;
  private List<PlotLine> lines = List.of();
  private List<String> names = List.of();
  private Optional<Double> baseline = Optional.empty();
  private Optional<Spot> usual = Optional.empty();
  private Optional<Spot> now = Optional.empty();
  private Optional<RocBand> band = Optional.empty();
  private int highlighted = -1;
  private double threshold;
  private String marked = "";

  /**
   * @param key prefix of the texts: title and axis labels
   * @param diagonal whether chance is the diagonal
   * @param choose receives a clicked threshold
   */
  CurvePlot(String key, boolean diagonal, Lang lang, ThemeModel theme, DoubleConsumer choose) {
    this.key = key;
    this.diagonal = diagonal;
    this.lang = lang;
    this.theme = theme;
    this.words = new MetricsTexts(lang);
    this.choose = choose;
    getStyleClass().add("curve-plot");
    marks.setMouseTransparent(true);
    getChildren().addAll(ground, marks, readout);
    setOnMouseMoved(this::read);
    setOnMouseExited(event -> readout.hide());
    setOnMouseClicked(this::click);
    theme.paletteProperty().subscribe(now -> repaint());
    lang.whenWrittenAnew(this::repaint);
  }

  private void repaint() {
    ground.repaint();
    marks.repaint();
  }

  /**
   * @param shown one line per class that occurs
   * @param classes names of all classes
   * @param level of the dashed line: the precision of always predicting positive; empty for none
   */
  void show(List<PlotLine> shown, List<String> classes, Optional<Double> level) {
    lines = shown;
    names = classes;
    baseline = level;
    setCursor(lines.size() == 1 ? Cursor.HAND : Cursor.DEFAULT);
    ground.repaint();
  }

  /** @param drawn 95 % bootstrap band of the curve; empty while unknown */
  void band(Optional<RocBand> drawn) {
    band = drawn;
    ground.repaint();
  }

  /** @param index the only class with a coloured line; −1 for none */
  void highlight(int index) {
    highlighted = index;
    ground.repaint();
  }

  /** Class whose one-vs-rest point is marked; empty for two classes. */
  void markedClass(String name) {
    marked = name;
  }

  /** Marks the operating point of the threshold, and of the loss's own threshold if that differs. */
  void mark(double at, Optional<Spot> place, Optional<Spot> ofLoss) {
    threshold = at;
    now = place;
    usual = ofLoss;
    marks.repaint();
    ground.setAccessibleText(place.map(spot -> say(at, spot)).orElseGet(() -> lang.say(key)));
  }

  private String say(double at, Spot spot) {
    return lang.say("metrics.spot", words.threshold(at), lang.say(key + ".up"), lang.numbers().percent(spot.y, 1),
        lang.say(key + ".across"), lang.numbers().percent(spot.x, 1));
  }

  // --- drawing

  private UnitPlane plane() {
    return new UnitPlane(getWidth(), getHeight());
  }

  private void paint(GraphicsContext g, double width, double height) {
    UnitPlane plane = new UnitPlane(width, height);
    if (!plane.fits()) {
      return;
    }
    Palette palette = theme.palette();
    plane.paint(g, palette, lang.numbers(), lang.say(key + ".across"), lang.say(key + ".up"));
    band.ifPresent(drawn -> paintBand(g, plane, palette, drawn));
    if (diagonal) {
      plane.dashed(g, palette, 0, 1);
    }
    baseline.ifPresent(level -> plane.dashed(g, palette, level, level));
    g.setLineWidth(LINE);
    for (int i = lines.size() - 1; i >= 0; i--) {
      g.setStroke(color(palette, lines.get(i).index()));
      draw(g, plane, lines.get(i));
    }
    lines.stream().filter(line -> line.index() == highlighted).forEach(line -> {
      g.setStroke(color(palette, line.index()));
      draw(g, plane, line); // on top
    });
    g.setLineWidth(1);
  }

  /** With more classes than colours all are grey: a repeated colour would be ambiguous. */
  private Color color(Palette palette, int index) {
    boolean many = names.size() > Palette.classes();
    if (lines.size() == 1 || many && index == highlighted) {
      return palette.color(Token.ACCENT);
    }
    boolean coloured = highlighted < 0 ? !many : index == highlighted;
    return coloured ? palette.ofClass(index) : palette.color(Token.SUBT).deriveColor(0, 1, 1, highlighted < 0 ? GREY : PALE);
  }

  private void paintBand(GraphicsContext g, UnitPlane plane, Palette palette, RocBand drawn) {
    g.setFill(palette.color(Token.ACCENT).deriveColor(0, 1, 1, BAND));
    g.beginPath();
    for (int i = 0; i < drawn.fpr().length; i++) {
      g.lineTo(plane.x(drawn.fpr()[i]), plane.y(drawn.high()[i]));
    }
    for (int i = drawn.fpr().length - 1; i >= 0; i--) {
      g.lineTo(plane.x(drawn.fpr()[i]), plane.y(drawn.low()[i]));
    }
    g.fill();
  }

  private static void draw(GraphicsContext g, UnitPlane plane, PlotLine line) {
    g.beginPath();
    double x = plane.x(line.x()[0]);
    double y = plane.y(line.y()[0]);
    g.moveTo(x, y);
    for (int i = 1; i < line.x().length; i++) {
      double nextX = plane.x(line.x()[i]);
      double nextY = plane.y(line.y()[i]);
      boolean last = i == line.x().length - 1;
      if (!last && Math.abs(nextX - x) < APART && Math.abs(nextY - y) < APART) {
        continue; // not visible
      }
      if (line.steps()) {
        g.lineTo(nextX, y);
      }
      g.lineTo(nextX, nextY);
      x = nextX;
      y = nextY;
    }
    g.stroke();
  }

  private void paintMarks(GraphicsContext g, double width, double height) {
    UnitPlane plane = new UnitPlane(width, height);
    if (!plane.fits()) {
      return;
    }
    Palette palette = theme.palette();
    usual.ifPresent(spot -> ring(g, plane, spot, SMALL_RING, palette.color(Token.MUT)));
    now.ifPresent(spot -> {
      Color color = palette.color(Token.GRADIENT);
      ring(g, plane, spot, RING, color);
      write(g, color, said(), nameAt(plane, spot, Fonts.width(said(), g.getFont())));
    });
    baseline.ifPresent(level -> {
      String said = lang.say("metrics.baseline", lang.numbers().fixed(level, 3));
      double wide = Fonts.width(said, g.getFont());
      Optional<Rectangle2D> taken = now.map(spot -> nameAt(plane, spot, Fonts.width(said(), g.getFont())));
      write(g, palette.color(Token.MUT), said, baselineAt(plane, level, wide, taken));
    });
  }

  private String said() {
    String at = words.threshold(threshold);
    return marked.isEmpty() ? lang.say("metrics.threshold_at", at) : lang.say("metrics.threshold_of", marked, at);
  }

  /** Place of the threshold label next to its point. */
  private static Rectangle2D nameAt(UnitPlane plane, Spot spot, double wide) {
    double below = plane.y(spot.y) + 18;
    double level = below < plane.y(0) - RING ? below : plane.y(spot.y) - 18;
    double left = spot.x < 0.5 ? plane.x(spot.x) + RING : plane.x(spot.x) - RING - wide;
    return new Rectangle2D(left, level - HIGH / 2, wide, HIGH);
  }

  /** Above or below the baseline, at its left or right end: the first free place. */
  private static Rectangle2D baselineAt(UnitPlane plane, double level, double wide, Optional<Rectangle2D> taken) {
    double line = plane.y(level);
    double under = line + 3 + HIGH < plane.y(0) ? line + 3 : line - 2 - 2 * HIGH;
    List<Rectangle2D> places = Stream.of(line - 2 - HIGH, under).flatMap(top -> Stream.of(
        new Rectangle2D(plane.x(0) + 6, top, wide, HIGH), new Rectangle2D(plane.x(1) - 2 - wide, top, wide, HIGH))).toList();
    return places.stream().filter(place -> taken.filter(place::intersects).isEmpty()).findFirst().orElse(places.get(0));
  }

  private static void write(GraphicsContext g, Color color, String said, Rectangle2D place) {
    g.setFill(color);
    g.setTextAlign(TextAlignment.LEFT);
    Painting.write(g, said, place.getMinX(), place.getMinY() + HIGH / 2);
  }

  private void ring(GraphicsContext g, UnitPlane plane, Spot spot, double size, Color color) {
    g.setFill(theme.palette().color(Token.BG));
    g.setStroke(color);
    g.setLineWidth(size == RING ? 3 : 2);
    g.fillOval(plane.x(spot.x) - size / 2, plane.y(spot.y) - size / 2, size, size);
    g.strokeOval(plane.x(spot.x) - size / 2, plane.y(spot.y) - size / 2, size, size);
    g.setLineWidth(1);
  }

  // --- mouse

  private void read(MouseEvent at) {
    UnitPlane plane = plane();
    PlotLine best = null;
    int place = 0;
    double least = Double.POSITIVE_INFINITY;
    for (PlotLine line : lines) {
      int nearest = line.nearest(plane, at.getX(), at.getY());
      double distance = Math.hypot(plane.x(line.x()[nearest]) - at.getX(), plane.y(line.y()[nearest]) - at.getY());
      if (distance < least) {
        least = distance;
        best = line;
        place = nearest;
      }
    }
    if (best == null) {
      readout.hide();
      return;
    }
    String said = say(best.thresholds()[place], new Spot(best.x()[place], best.y()[place]));
    readout.showAt(at.getX(), at.getY(), getWidth(), getHeight(), lines.size() == 1 ? said : names.get(best.index()) + "\n" + said);
  }

  private void click(MouseEvent at) {
    if (lines.size() == 1) {
      double chosen = lines.get(0).thresholds()[lines.get(0).nearest(plane(), at.getX(), at.getY())];
      if (Double.isFinite(chosen)) {
        choose.accept(chosen);
      }
    }
  }
}
