package studio.backprop.ui.judge.evaluate;

import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import studio.backprop.evaluate.ModelEvaluation;
import studio.backprop.evaluate.metric.ClassReport;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Readout;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;

/**
 * Confusion matrix at the threshold: rows are true classes, columns predicted ones; correct cells blue, errors orange. Cells of two classes
 * are named (TP, FP …). A click or Enter shows the examples of a cell.
 */
final class MatrixView extends StackPane {
  private static final double NAMES = 92;
  private static final double HEAD = 22;
  /** Height of the axis title beside the names of more than two classes. */
  private static final double TITLE = 20;
  private static final double SPACE = 8;
  private static final double GAP = 3;
  private static final double BIG = 20;
  private static final double LEAST_NUMBERED = 16;
  private static final double LEAST = 24;
  private static final double FAINTEST = 0.25;
  private static final List<String> CELLS =
      List.of("metrics.cell.tn", "metrics.cell.fp", "metrics.cell.fn", "metrics.cell.tp");

  /** Receives the cell whose examples are requested. */
  interface CellChoice {
    void show(int truth, int predicted);
  }

  private final Lang lang;
  private final ThemeModel theme;
  private final CellChoice choice;
  private final Painting painting = new Painting(this::paint);
  private final Readout readout = new Readout();
  private ClassReport report = new ClassReport(new long[0][0]);
  private List<String> names = List.of();
  private boolean opens;
  private double widest;
  private int row;
  private int column;

  MatrixView(Lang lang, ThemeModel theme, CellChoice choice) {
    this.lang = lang;
    this.theme = theme;
    this.choice = choice;
    getStyleClass().addAll("matrix-view", "focusable");
    setFocusTraversable(true);
    getChildren().addAll(painting, readout);
    setOnMouseMoved(this::read);
    setOnMouseExited(event -> readout.hide());
    setOnMouseClicked(this::click);
    addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    focusedProperty().subscribe(now -> painting.repaint());
    theme.paletteProperty().subscribe(now -> painting.repaint());
  }

  /** @param openable whether the examples of a cell can be shown */
  void show(ModelEvaluation judgement, List<String> classes, boolean openable) {
    names = classes;
    widest = classes.stream().mapToDouble(name -> Fonts.width(name, Font.font(Fonts.FAMILY, 12))).max().orElse(0) + SPACE;
    opens = openable;
    report = ClassTable.report(judgement);
    row = Math.min(row, report.classes() - 1);
    column = Math.min(column, report.classes() - 1);
    setAccessibleText(say(row, column));
    painting.repaint();
  }

  // --- layout

  /** Minimum width of readable cells. */
  double leastWidth() {
    return (isOfTwo() ? NAMES : TITLE + widest) + LEAST * report.classes();
  }

  private boolean isOfTwo() {
    return report.classes() == 2;
  }

  private double left() {
    return isOfTwo() ? NAMES : TITLE + Math.min(widest, painting.getWidth() / 3);
  }

  private double top() {
    return isOfTwo() ? HEAD : HEAD + TITLE;
  }

  private double wide() {
    return (painting.getWidth() - left()) / report.classes();
  }

  private double high() {
    return (painting.getHeight() - top()) / report.classes();
  }

  // --- drawing

  private void paint(GraphicsContext g, double width, double height) {
    Palette palette = theme.palette();
    g.setTextBaseline(VPos.CENTER);
    if (!isOfTwo()) {
      paintTitles(g, palette);
    }
    boolean named = Math.min(wide(), high()) >= LEAST_NUMBERED;
    for (int i = 0; i < report.classes() && named; i++) {
      g.setFill(palette.color(Token.MUT));
      g.setTextAlign(TextAlignment.CENTER);
      Painting.write(g, isOfTwo() ? lang.say("metrics.predicted", names.get(i)) : fitting(names.get(i), wide() - 2),
          left() + (i + 0.5) * wide(), top() - HEAD / 2, wide() - 8);
      g.setTextAlign(TextAlignment.LEFT);
      Painting.write(g, isOfTwo() ? lang.say("metrics.true", names.get(i)) : names.get(i),
          isOfTwo() ? 0 : TITLE, top() + (i + 0.5) * high(), left() - (isOfTwo() ? 0 : TITLE) - 6);
    }
    for (int r = 0; r < report.classes(); r++) {
      for (int c = 0; c < report.classes(); c++) {
        paintCell(g, r, c);
      }
    }
    if (isFocused() && report.classes() > 0) {
      g.setStroke(palette.color(Token.FG));
      g.setLineWidth(2);
      g.strokeRect(left() + column * wide() + 1, top() + row * high() + 1, wide() - 2, high() - 2);
      g.setLineWidth(1);
    }
  }

  private void paintTitles(GraphicsContext g, Palette palette) {
    g.setFill(palette.color(Token.MUT));
    g.setTextAlign(TextAlignment.CENTER);
    Painting.write(g, lang.say("metrics.matrix.predicted"), (left() + painting.getWidth()) / 2, TITLE / 2, painting.getWidth() - left());
    g.save();
    g.translate(TITLE / 2 - 2, (top() + painting.getHeight()) / 2);
    g.rotate(-90);
    Painting.write(g, lang.say("metrics.matrix.true"), 0, 0, painting.getHeight() - top());
    g.restore();
  }

  private static String fitting(String name, double room) {
    return Fonts.width(name, Font.font(Fonts.FAMILY, 12)) <= room ? name : name.substring(0, 1);
  }

  private void paintCell(GraphicsContext g, int r, int c) {
    double gap = isOfTwo() ? GAP : 1;
    double share = (double) report.count(r, c) / Math.max(1, report.support(r));
    double strength = report.count(r, c) == 0 ? 0 : FAINTEST + (1 - FAINTEST) * share;
    boolean two = isOfTwo();
    Color color = theme.palette().signed().color((r == c ? 1 : -1) * (two ? Math.max(FAINTEST, strength) : strength));
    double x = left() + c * wide();
    double y = top() + r * high();
    g.setFill(color);
    g.fillRoundRect(x, y, Math.max(1, wide() - gap), Math.max(1, high() - gap), two ? 8 : 0, two ? 8 : 0);
    g.setFill(theme.palette().textOn(color));
    if (two) {
      g.setTextAlign(TextAlignment.LEFT);
      Font small = g.getFont();
      g.setFont(Font.font(Fonts.FAMILY, FontWeight.BOLD, BIG));
      Painting.write(g, lang.numbers().whole(report.count(r, c)), x + 10, y + high() / 2 - 11);
      g.setFont(small);
      Painting.write(g, lang.say(CELLS.get(2 * r + c)), x + 10, y + high() / 2 + 12, wide() - 16);
    } else if (report.count(r, c) > 0 && Math.min(wide(), high()) >= LEAST_NUMBERED) {
      g.setTextAlign(TextAlignment.CENTER);
      Painting.write(g, lang.numbers().rounded(report.count(r, c)), x + wide() / 2, y + high() / 2, wide() - 2);
    }
  }

  // --- mouse and keys

  private int rowAt(MouseEvent at) {
    return (int) Math.floor((at.getY() - painting.getLayoutY() - top()) / high());
  }

  private int columnAt(MouseEvent at) {
    return (int) Math.floor((at.getX() - painting.getLayoutX() - left()) / wide());
  }

  private void read(MouseEvent at) {
    int r = rowAt(at);
    int c = columnAt(at);
    readout.hide();
    if (has(r, c)) {
      readout.showAt(at.getX(), at.getY(), getWidth(), getHeight(), say(r, c));
    }
  }

  private boolean has(int r, int c) {
    return r >= 0 && c >= 0 && r < report.classes() && c < report.classes();
  }

  private void click(MouseEvent at) {
    requestFocus();
    int r = rowAt(at);
    int c = columnAt(at);
    if (has(r, c)) {
      go(r, c);
      choice.show(r, c);
    }
  }

  private void go(int r, int c) {
    row = Math.max(0, Math.min(report.classes() - 1, r));
    column = Math.max(0, Math.min(report.classes() - 1, c));
    setAccessibleText(say(row, column));
    painting.repaint();
  }

  private void press(KeyEvent key) {
    switch (key.getCode()) {
      case LEFT -> go(row, column - 1);
      case RIGHT -> go(row, column + 1);
      case UP -> go(row - 1, column);
      case DOWN -> go(row + 1, column);
      case ENTER -> choice.show(row, column);
      default -> {
        return;
      }
    }
    key.consume();
  }

  private String say(int r, int c) {
    if (!has(r, c)) {
      return "";
    }
    long all = IntStream.range(0, report.classes()).mapToLong(i -> report.count(r, i)).sum();
    String said = lang.say("metrics.cell", names.get(r), names.get(c), report.count(r, c), all);
    return opens ? said + "\n" + lang.say("metrics.cell.open") : said;
  }
}
