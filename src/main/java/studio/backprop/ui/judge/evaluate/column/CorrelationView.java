package studio.backprop.ui.judge.evaluate.column;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import studio.backprop.evaluate.column.ColumnCorrelations;
import studio.backprop.evaluate.column.ColumnReport;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;

/**
 * Correlation matrix of all columns, ordered so that similar ones are adjacent. A line above names the columns and the value of the hovered
 * or focused cell; with enough room the rows are labelled, too. A click selects both columns.
 */
final class CorrelationView extends VBox {
  /** Maximum width of a label, and the approximate width of a character. */
  private static final double NAMES = 190;
  private static final double LETTER = 7.2;
  /** Minimum cell size of labelled rows. */
  private static final double NAMED = 14;
  private static final int DECIMALS = 3;
  /** Minimum cell size of numbered cells. */
  private static final double NUMBERED = 40;
  private static final int DECIMALS_IN_CELL = 2;
  private static final double LEGEND = 12;
  private static final double GAP = 14;

  private final FeaturesModel model;
  private final Lang lang;
  private final ThemeModel theme;
  private final Painting painting = new Painting(this::paint);
  private final Label line = new Label();
  private ColumnReport report;
  private ColumnCorrelations shown;
  private int row = -1;
  private int column = -1;
  private boolean pointed;

  CorrelationView(FeaturesModel model, Lang lang, ThemeModel theme) {
    this.model = model;
    this.lang = lang;
    this.theme = theme;
    getStyleClass().addAll("curve-plot", "focusable");
    setId("correlations");
    setFocusTraversable(true);
    line.setId("correlation-cell");
    line.getStyleClass().add("note");
    line.setMinHeight(USE_PREF_SIZE);
    painting.setMinSize(0, 0);
    setVgrow(painting, Priority.ALWAYS);
    getChildren().addAll(line, painting);
    setOnMouseMoved(event -> point(at(event)));
    setOnMouseExited(event -> point(false));
    setOnMouseClicked(event -> {
      requestFocus();
      if (at(event)) {
        take();
      }
    });
    setOnKeyPressed(this::press);
    focusedProperty().subscribe(now -> {
      if (now && row < 0 && shown != null && shown.order().length > 0) {
        row = 0; // the keys begin at a visible cell
        column = 0;
        say();
      }
      point(false);
    });
    theme.paletteProperty().subscribe(now -> painting.repaint());
    say();
  }

  void show() {
    report = model.report().orElse(null);
    shown = model.correlations().orElse(null);
    if (shown == null || row >= shown.order().length || column >= shown.order().length) {
      row = -1;
      column = -1;
    }
    painting.repaint();
    say();
  }

  private Optional<String> name(int place) {
    return Optional.ofNullable(shown).map(now -> report.columns().names().get(now.columns()[now.order()[place]]));
  }

  private double cell() {
    return cell(left());
  }

  private double cell(double left) {
    int count = shown == null ? 0 : shown.order().length;
    return count == 0 ? 0 : Math.min((painting.getWidth() - left - GAP - LEGEND - 30) / count, painting.getHeight() / count);
  }

  /** Width of the labels; 0 where there are too many. */
  private double left() {
    int longest = shown == null ? 0
        : IntStream.range(0, shown.order().length).map(place -> name(place).orElse("").length()).max().orElse(0);
    double room = Math.min(NAMES, longest * LETTER + GAP);
    return cell(room) >= NAMED ? room : 0;
  }

  private void paint(GraphicsContext g, double width, double height) {
    if (shown == null || shown.order().length == 0) {
      return;
    }
    Palette palette = theme.palette();
    double cell = cell();
    double left = left();
    int count = shown.order().length;
    List<String> selected = model.choices().selectionProperty().get();
    g.setTextBaseline(VPos.CENTER);
    for (int r = 0; r < count; r++) {
      for (int c = 0; c < count; c++) {
        double value = shown.values()[shown.order()[r]][shown.order()[c]];
        Color colour = Double.isNaN(value) ? palette.color(Token.BORDER) : palette.signed().color(value);
        g.setFill(colour);
        g.fillRect(left + c * cell, r * cell, cell - (cell > 4 ? 1 : 0), cell - (cell > 4 ? 1 : 0));
        if (cell >= NUMBERED && !Double.isNaN(value)) {
          g.setFill(palette.textOn(colour));
          g.setTextAlign(TextAlignment.CENTER);
          Painting.write(g, lang.numbers().fixed(value, DECIMALS_IN_CELL), left + (c + 0.5) * cell, (r + 0.5) * cell, cell - 4);
        }
      }
      if (left > 0) {
        boolean chosen = selected.contains(name(r).orElse(""));
        g.setTextAlign(TextAlignment.RIGHT);
        g.setFill(palette.color(chosen ? Token.ACCENT_TEXT : Token.MUT));
        Painting.write(g, name(r).orElse(""), left - 6, (r + 0.5) * cell, left - 8);
      }
    }
    frame(g, palette, left, cell, selected);
    legend(g, palette, left + count * cell + GAP, height);
  }

  /** Colour legend, where it fits. */
  private void legend(GraphicsContext g, Palette palette, double x, double height) {
    if (x + LEGEND + GAP + 10 > painting.getWidth()) {
      return;
    }
    int steps = 40;
    double tall = Math.min(height, 160);
    for (int i = 0; i < steps; i++) {
      g.setFill(palette.signed().color(1 - 2.0 * i / (steps - 1)));
      g.fillRect(x, i * tall / steps, LEGEND, Math.ceil(tall / steps));
    }
    g.setFill(palette.color(Token.SUBT));
    g.setTextAlign(TextAlignment.LEFT);
    for (int mark = -1; mark <= 1; mark++) {
      Painting.write(g, lang.numbers().whole(mark), x + LEGEND + 6, 7 + (1 - mark) / 2.0 * (tall - 14));
    }
  }

  private void frame(GraphicsContext g, Palette palette, double left, double cell, List<String> selected) {
    g.setLineWidth(2);
    for (int r = 0; r < shown.order().length; r++) {
      for (int c = 0; c < shown.order().length; c++) {
        boolean both = selected.size() == 2 && r != c && selected.contains(name(r).orElse("")) && selected.contains(name(c).orElse(""));
        boolean here = pointed && !isFocused() && r == row && c == column;
        if (both || here) {
          g.setStroke(palette.color(here ? Token.ACCENT : Token.FG));
          g.strokeRect(left + c * cell, r * cell, cell - 1, cell - 1);
        }
      }
    }
    if (isFocused() && row >= 0) { // with a gap, to contrast with its own cell
      ring(g, palette.color(Token.BG), 1, left, cell);
      ring(g, palette.color(Token.ACCENT_TEXT), -1, left, cell);
    }
    g.setLineWidth(1);
  }

  private void ring(GraphicsContext g, Color colour, double inside, double left, double cell) {
    g.setStroke(colour);
    g.strokeRect(left + column * cell + inside, row * cell + inside, cell - 1 - 2 * inside, cell - 1 - 2 * inside);
  }

  private boolean at(MouseEvent event) {
    double cell = cell();
    if (cell <= 0) {
      return false;
    }
    int c = (int) Math.floor((event.getX() - painting.getLayoutX() - left()) / cell);
    int r = (int) Math.floor((event.getY() - painting.getLayoutY()) / cell);
    boolean inside = c >= 0 && r >= 0 && c < shown.order().length && r < shown.order().length;
    if (inside) {
      row = r;
      column = c;
    }
    return inside;
  }

  /** @param inside whether the mouse is on a cell; if not, the line is of the focused one */
  private void point(boolean inside) {
    pointed = inside;
    painting.repaint();
    say();
  }

  private String said() {
    double value = shown.values()[shown.order()[row]][shown.order()[column]];
    return lang.say("features.correlation.cell", name(row).orElse(""), name(column).orElse(""),
        Double.isNaN(value) ? FeaturesTexts.NONE : lang.numbers().fixed(value, DECIMALS));
  }

  private void take() {
    String first = name(row).orElseThrow();
    String second = name(column).orElseThrow();
    model.choices().selectionProperty().set(first.equals(second) ? List.of(first) : List.of(first, second));
  }

  private void press(KeyEvent key) {
    int count = shown == null ? 0 : shown.order().length;
    if (count == 0) {
      return;
    }
    int down = switch (key.getCode()) {
      case UP -> -1;
      case DOWN -> 1;
      default -> 0;
    };
    int right = switch (key.getCode()) {
      case LEFT -> -1;
      case RIGHT -> 1;
      default -> 0;
    };
    boolean choose = switch (key.getCode()) {
      case ENTER, SPACE -> true;
      default -> false;
    };
    if (down == 0 && right == 0 && !choose) {
      return;
    }
    row = Math.max(0, Math.min(count - 1, Math.max(0, row) + down));
    column = Math.max(0, Math.min(count - 1, Math.max(0, column) + right));
    if (choose) {
      take();
    }
    painting.repaint();
    say();
    key.consume();
  }

  private void say() {
    painting.setAccessibleText(lang.say("features.correlation"));
    boolean any = row >= 0 && shown != null;
    setAccessibleText(any ? said() : lang.say("features.correlation.help"));
    line.setText(any && (pointed || isFocused()) ? said() : lang.say("features.correlation.point"));
  }
}
