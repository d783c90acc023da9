package studio.backprop.ui.watch.plots;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.geometry.VPos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import studio.backprop.observe.Example;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Readout;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;
import studio.backprop.ui.workspace.run.DataTexts;

/**
 * Confusion matrix: rows are true classes, columns predicted ones. Correct cells blue, errors orange, darker with their share of the true
 * class. A click on a cell, or Enter, shows its examples.
 */
final class ConfusionView implements Picture {
  private static final double WIDE = 260;
  private static final double TALL = 240;
  private static final double PERCENT = 100;
  /** Minimum size of numbered cells. */
  private static final double LEAST_NUMBERED = 14;
  private static final double FAINTEST = 0.25;
  private static final double RIM = 2;
  /** In degrees. */
  private static final double LEAN = -45;

  private final OutputModel model;
  private final Lang lang;
  private final ThemeModel theme;
  private final Painting painting = new Painting(this::paint);
  private final Readout readout = new Readout();
  private final StackPane node = new StackPane(painting, readout);
  private final ToggleButton shares = new ToggleButton("%");
  private NetworkOutput.Confusion answer;
  private Matrix matrix;
  private int row;
  private int column;

  ConfusionView(OutputModel model, Lang lang, ThemeModel theme) {
    this.model = model;
    this.lang = lang;
    this.theme = theme;
    node.setPrefSize(WIDE, TALL);
    shares.getStyleClass().addAll("small", "shares");
    new Hints(lang).explain(shares, "plots.shares.help");
    shares.selectedProperty().subscribe(painting::repaint);
    painting.setFocusTraversable(true);
    painting.getStyleClass().add("cells");
    painting.focusedProperty().subscribe(painting::repaint);
    painting.setOnMouseMoved(this::read);
    painting.setOnMouseExited(e -> readout.hide());
    painting.setOnMouseClicked(this::click);
    painting.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  @Override
  public Region node() {
    return node;
  }

  @Override
  public Optional<Node> tool() {
    return Optional.of(shares);
  }

  @Override
  public List<String> detail(NetworkOutput shown) {
    long right = ((NetworkOutput.Confusion) shown).right();
    long known = ((NetworkOutput.Confusion) shown).known();
    OptionalDouble threshold = ((NetworkOutput.Confusion) shown).predictions().ownThreshold();
    if (threshold.isPresent()) {
      String at = lang.numbers().threshold(threshold.getAsDouble());
      return List.of(
          lang.say("plots.right_at_threshold", right, known, at, shown.judged().step()),
          lang.say("plots.correct_threshold", right, known, at),
          lang.say("plots.threshold", at));
    }
    return List.of(
        lang.say("plots.right_at", right, known, shown.judged().step()),
        lang.say("plots.correct", right, known),
        lang.say("plots.accuracy_of", lang.numbers().share((double) right / Math.max(1, known))));
  }

  @Override
  public void show(NetworkOutput shown, boolean anew) {
    answer = (NetworkOutput.Confusion) shown;
    painting.repaint();
    painting.setAccessibleText(say());
  }

  @Override
  public void mark() {
    painting.repaint();
  }

  private List<String> names() {
    return new DataTexts(lang).classes(answer.judged().data().dataset());
  }

  // --- drawing

  private void paint(GraphicsContext g, double width, double height) {
    if (answer == null) {
      return;
    }
    matrix = new Matrix(names(), g.getFont(), width, height);
    g.setTextBaseline(VPos.CENTER);
    g.setTextAlign(TextAlignment.CENTER);
    for (int r = 0; r < matrix.classes(); r++) {
      int rows = Math.max(1, Arrays.stream(answer.counts()[r]).sum());
      for (int c = 0; c < matrix.classes(); c++) {
        double share = (double) answer.counts()[r][c] / rows;
        paintCell(g, r, c, share, r == c ? strength(share) : -strength(share));
      }
    }
    paintNames(g);
    paintChosen(g);
    if (painting.isFocused()) {
      paintRim(g, row, column, Token.ACCENT_TEXT);
    }
  }

  /** Opacity of a cell by its share of the row. A single error among many is pale, but visible. */
  static double strength(double share) {
    return share == 0 ? 0 : FAINTEST + (1 - FAINTEST) * share;
  }

  private void paintCell(GraphicsContext g, int r, int c, double share, double position) {
    Palette palette = theme.palette();
    Color color = palette.signed().color(position);
    double wide = Math.max(1, matrix.wide() - 1);
    double high = Math.max(1, matrix.high() - 1);
    g.setFill(color);
    g.fillRect(matrix.x(c), matrix.y(r), wide, high);
    if (share > 0 && Math.min(wide, high) >= LEAST_NUMBERED) {
      String number = shares.isSelected() ? lang.numbers().whole(Math.round(PERCENT * share)) : lang.numbers().whole(answer.counts()[r][c]);
      g.setFill(palette.textOn(color));
      Painting.write(g, number, matrix.x(c) + wide / 2, matrix.y(r) + high / 2, wide - 1);
    }
  }

  private void paintNames(GraphicsContext g) {
    Palette palette = theme.palette();
    g.setFill(palette.color(Token.SUBT));
    boolean everyName = Math.min(matrix.high(), matrix.wide()) >= LEAST_NUMBERED;
    for (int i = 0; everyName && i < matrix.classes(); i++) {
      paintNameOfColumn(g, i);
      g.setTextAlign(TextAlignment.RIGHT);
      Painting.write(g, matrix.nameOfRow(i), matrix.left() - Matrix.APART, matrix.y(i) + matrix.high() / 2);
    }
    String target = new DataTexts(lang).target(answer.judged().data().dataset());
    double wide = matrix.classes() * matrix.wide();
    g.setTextAlign(TextAlignment.CENTER);
    g.setFill(palette.color(Token.MUT));
    Painting.write(
        g, lang.say("plots.predicted", target), matrix.left() + wide / 2, matrix.bottom() + matrix.under() + Matrix.LINE / 2, wide);
    g.save();
    g.translate(Matrix.LINE / 2 - 2, matrix.bottom() / 2);
    g.rotate(-90);
    Painting.write(g, lang.say("plots.true", target), 0, 0, matrix.bottom());
    g.restore();
  }

  private void paintNameOfColumn(GraphicsContext g, int column) {
    g.save();
    g.translate(matrix.x(column) + matrix.wide() / 2, matrix.bottom() + Matrix.LINE / 2);
    if (matrix.leaning()) {
      g.rotate(LEAN);
    }
    g.setTextAlign(matrix.leaning() ? TextAlignment.RIGHT : TextAlignment.CENTER);
    Painting.write(g, matrix.nameOfColumn(column), 0, 0);
    g.restore();
  }

  /** Marks the cell of the selected example. */
  private void paintChosen(GraphicsContext g) {
    Example chosen = model.run().observation().exampleProperty().get();
    NetworkOutput.Judged judged = answer.judged();
    if (!judged.severalAnswers() && chosen.drawn().isEmpty() && chosen.part() == judged.part() && chosen.row() < judged.rows()) {
      int truth = judged.data().classOf(chosen.part(), chosen.row());
      paintRim(g, truth, answer.predictions().classOf(chosen.part(), chosen.row()), Token.TERM_RIM);
    }
  }

  private void paintRim(GraphicsContext g, int r, int c, Token colour) {
    g.setStroke(theme.palette().color(colour));
    g.setLineWidth(RIM);
    g.strokeRect(matrix.x(c) + RIM / 2, matrix.y(r) + RIM / 2, matrix.wide() - 1 - RIM, matrix.high() - 1 - RIM);
  }

  // --- mouse and keys

  private void read(MouseEvent at) {
    readout.hide();
    boolean inside = matrix != null && matrix.has(matrix.rowAt(at.getY()), matrix.columnAt(at.getX()));
    painting.setCursor(inside ? Cursor.HAND : Cursor.DEFAULT);
    if (inside) {
      String words = say(matrix.rowAt(at.getY()), matrix.columnAt(at.getX()));
      readout.showAt(at.getX(), at.getY(), painting.getWidth(), painting.getHeight(), words);
    }
  }

  private void click(MouseEvent at) {
    painting.requestFocus();
    if (matrix != null && matrix.has(matrix.rowAt(at.getY()), matrix.columnAt(at.getX()))) {
      go(matrix.rowAt(at.getY()), matrix.columnAt(at.getX()));
      open();
    }
  }

  private void key(KeyEvent key) {
    if (answer == null) {
      return;
    }
    switch (key.getCode()) {
      case LEFT -> go(row, column - 1);
      case RIGHT -> go(row, column + 1);
      case UP -> go(row - 1, column);
      case DOWN -> go(row + 1, column);
      case ENTER -> open();
      default -> {
        return;
      }
    }
    key.consume();
  }

  private void go(int r, int c) {
    row = Math.max(0, Math.min(names().size() - 1, r));
    column = Math.max(0, Math.min(names().size() - 1, c));
    painting.setAccessibleText(say());
    painting.repaint();
  }

  /** One of several targets of an example has no row of its own to be shown. */
  private void open() {
    if (answer.judged().severalAnswers()) {
      return;
    }
    model.openCell(answer.judged().part(), row, column);
  }

  // --- texts

  private String say() {
    row = Math.min(row, names().size() - 1);
    column = Math.min(column, names().size() - 1);
    return say(row, column);
  }

  private String say(int r, int c) {
    int count = answer.counts()[r][c];
    String cell = lang.say(r == c ? "plots.cell_right" : "plots.cell_wrong", count, names().get(r), names().get(c));
    return r == c ? cell + "\n" + quality(r) : cell + "\n" + quality(r) + "\n" + quality(c);
  }

  private String quality(int index) {
    ClassQuality quality = ClassQuality.of(answer.counts(), index);
    return lang.say(
        "plots.quality", names().get(index), share(quality.precision()), share(quality.recall()), share(quality.f1()));
  }

  private String share(double share) {
    return Double.isNaN(share) ? "–" : lang.numbers().share(share);
  }
}
