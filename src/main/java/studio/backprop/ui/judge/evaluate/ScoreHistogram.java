package studio.backprop.ui.judge.evaluate;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import studio.backprop.evaluate.BinaryEvaluation;
import studio.backprop.ui.judge.evaluate.word.MetricsTexts;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Ticks;
import studio.backprop.ui.kit.Token;

/**
 * Histogram of the scores of two classes with the threshold as a draggable line; arrow keys move it, Home resets it to that of the loss.
 * Heights are the square root of the counts, so that single examples stay visible.
 */
final class ScoreHistogram extends StackPane {
  private static final int BINS = 50;
  private static final double LEFT = 46;
  private static final double RIGHT = 12;
  private static final double TOP = 22;
  private static final double BOTTOM = 20;
  private static final double HANDLE = 14;
  private static final double TINT = 0.07;
  private static final double MOST_MARKS = 11;

  private final ScoreThreshold threshold;
  private final Lang lang;
  private final ThemeModel theme;
  private final Painting bars = new Painting(this::paint);
  private final Painting line = new Painting(this::paintLine);
  /** [negative, positive][bin] */
  private int[][] counts = new int[2][BINS];
  private int most = 1;
  private double low;
  private double high = 1;
  private List<String> classes = List.of("", "");

  ScoreHistogram(ScoreThreshold threshold, Lang lang, ThemeModel theme) {
    this.threshold = threshold;
    this.lang = lang;
    this.theme = theme;
    getStyleClass().addAll("score-histogram", "focusable");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.SLIDER);
    bars.setMouseTransparent(true);
    line.setMouseTransparent(true);
    getChildren().addAll(bars, line);
    setCursor(Cursor.H_RESIZE);
    setOnMousePressed(this::drag);
    setOnMouseDragged(this::drag);
    setOnMouseReleased(event -> threshold.settle());
    addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    theme.paletteProperty().subscribe(now -> repaint());
    focusedProperty().subscribe(now -> line.repaint());
  }

  private void repaint() {
    bars.repaint();
    line.repaint();
  }

  /** @param names of the two classes */
  void show(BinaryEvaluation judged, List<String> names) {
    classes = names;
    low = threshold.low();
    high = threshold.high();
    counts = new int[2][BINS];
    most = 1;
    for (int i = 0; i < judged.total(); i++) {
      int bin = (int) Math.max(0, Math.min(BINS - 1, Math.floor((judged.score(i) - low) / (high - low) * BINS)));
      int count = ++counts[judged.isPositive(i) ? 1 : 0][bin];
      most = Math.max(most, count);
    }
    bars.repaint();
    follow();
  }

  /** Redraws a moved threshold. */
  void follow() {
    line.repaint();
    setAccessibleText(lang.say("metrics.threshold_at", new MetricsTexts(lang).threshold(threshold.valueProperty().get())));
  }

  // --- layout

  private double x(double score) {
    return LEFT + (score - low) / (high - low) * (bars.getWidth() - LEFT - RIGHT);
  }

  private double bottom() {
    return bars.getHeight() - BOTTOM;
  }

  private double rise(double count) {
    return Math.sqrt(count / most) * (bottom() - TOP);
  }

  // --- drawing

  private void paint(GraphicsContext g, double width, double height) {
    if (width < 2 * LEFT || height < 2 * (TOP + BOTTOM)) {
      return;
    }
    Palette palette = theme.palette();
    g.setTextBaseline(VPos.CENTER);
    g.setTextAlign(TextAlignment.RIGHT);
    for (int mark : new int[] {1, 10, 100, 1000, 10_000, 100_000}) {
      if (mark <= most && (rise(mark) > 10 || mark * 10 > most)) {
        double y = Math.floor(bottom() - rise(mark)) + 0.5;
        g.setStroke(palette.color(Token.BORDER_SOFT));
        g.strokeLine(LEFT, y, width - RIGHT, y);
        g.setFill(palette.color(Token.SUBT));
        Painting.write(g, lang.numbers().rounded(mark), LEFT - 6, y);
      }
    }
    g.setTextAlign(TextAlignment.CENTER);
    g.setFill(palette.color(Token.SUBT));
    for (double mark : Ticks.linear(low, high, (int) MOST_MARKS)) {
      Painting.write(g, lang.numbers().significant(mark, 3), x(mark), bottom() + 11);
    }
    double wide = (width - LEFT - RIGHT) / BINS;
    for (int bin = 0; bin < BINS; bin++) {
      for (int c = 0; c < 2; c++) {
        g.setFill(palette.ofClass(c));
        double rise = counts[c][bin] == 0 ? 0 : Math.max(2, rise(counts[c][bin]));
        g.fillRect(LEFT + bin * wide + c * wide / 2 + 0.5, bottom() - rise, Math.max(1, wide / 2 - 1), rise);
      }
    }
    g.setStroke(palette.color(Token.BORDER));
    g.strokeLine(LEFT, Math.floor(bottom()) + 0.5, width - RIGHT, Math.floor(bottom()) + 0.5);
  }

  private void paintLine(GraphicsContext g, double width, double height) {
    if (width < 2 * LEFT || height < 2 * (TOP + BOTTOM)) {
      return;
    }
    Palette palette = theme.palette();
    double x = x(Math.max(low, Math.min(high, threshold.valueProperty().get())));
    tint(g, palette.ofClass(0), LEFT, x);
    tint(g, palette.ofClass(1), x, width - RIGHT);
    Color ink = palette.color(isFocused() ? Token.ACCENT : Token.FG);
    g.setStroke(ink);
    g.setLineWidth(2);
    g.strokeLine(x, TOP, x, bottom());
    g.setFill(palette.color(Token.BG));
    g.fillOval(x - HANDLE / 2, TOP - HANDLE, HANDLE, HANDLE);
    g.strokeOval(x - HANDLE / 2, TOP - HANDLE, HANDLE, HANDLE);
    g.setLineWidth(1);
    g.setTextBaseline(VPos.CENTER);
    g.setFill(palette.color(Token.MUT));
    g.setTextAlign(TextAlignment.RIGHT);
    side(g, 0, x - HANDLE, x - HANDLE);
    g.setTextAlign(TextAlignment.LEFT);
    side(g, 1, x + HANDLE, width - x - HANDLE);
  }

  /** Label of the class predicted on a side of the line, where it fits. */
  private void side(GraphicsContext g, int index, double x, double room) {
    String said = lang.say("metrics.predicted", classes.get(index));
    if (Fonts.width(said, g.getFont()) <= room) {
      Painting.write(g, said, x, TOP - HANDLE / 2);
    }
  }

  private void tint(GraphicsContext g, Color color, double from, double to) {
    g.setFill(color.deriveColor(0, 1, 1, TINT));
    g.fillRect(from, TOP, Math.max(0, to - from), bottom() - TOP);
  }

  // --- mouse and keys

  private void drag(MouseEvent at) {
    requestFocus();
    double score = low + (at.getX() - bars.getLayoutX() - LEFT) / (bars.getWidth() - LEFT - RIGHT) * (high - low);
    threshold.setNear(score);
    at.consume(); // the page would take the focus
  }

  void press(KeyEvent key) {
    switch (key.getCode()) {
      case LEFT, DOWN -> threshold.move(-1);
      case RIGHT, UP -> threshold.move(1);
      case HOME -> threshold.reset();
      default -> {
        return;
      }
    }
    key.consume();
  }
}
