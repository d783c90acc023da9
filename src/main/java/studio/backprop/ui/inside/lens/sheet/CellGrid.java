package studio.backprop.ui.inside.lens.sheet;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import studio.backprop.ui.kit.CellTip;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Numbers;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Raster;
import studio.backprop.ui.kit.Scale;
import studio.backprop.ui.kit.Token;

/**
 * Heat map of a matrix, with the numbers in the cells where they fit. {@link #pointedProperty} is the cell under the mouse or the keyboard
 * cursor; other views mark cells by borders.
 */
public final class CellGrid extends StackPane {
  private static final double GAP_FROM = 8;
  private static final double FONT = 11;
  private static final double LARGE_FONT = 13;
  private static final double LARGE = 48;
  private static final double DASH = 4;
  private static final int DIGITS = 4;

  /** Zero-based. */
  public record Cell(int row, int column) {}

  /** Border around cells. */
  public record Mark(int row, int column, int rows, int columns, Token colour, boolean dashed) {
    public static Mark at(Cell cell, Token colour) {
      return new Mark(cell.row(), cell.column(), 1, 1, colour, false);
    }
  }

  private final LensDesk desk;
  private final Painting painting = new Painting(this::paint);
  private final ObjectProperty<Optional<Cell>> pointed = new SimpleObjectProperty<>(this, "pointed", Optional.empty());
  private final CellTip tip = new CellTip();
  private Function<Cell, String> words = this::plain;
  private Function<Palette, Scale> colours = Palette::signed;
  private List<Mark> marks = List.of();
  private Raster raster = new Raster(1, 1);
  /** Area without padding; null if unpadded. */
  private Mark inner;
  private float[] values = {0};
  private int offset;
  private int stride = 1;
  private int count = 1;
  private int rows = 1;
  private int columns = 1;
  private float limit = 1;
  private double unit = 1;
  private double largest = 44;
  private double wide = 1;
  private double high = 1;

  public CellGrid(LensDesk desk) {
    this.desk = desk;
    getStyleClass().addAll("cell-grid", "focusable");
    setFocusTraversable(true);
    getChildren().add(painting);
    painting.setMouseTransparent(true);
    addEventHandler(MouseEvent.MOUSE_MOVED, this::point);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::point);
    addEventHandler(MouseEvent.MOUSE_EXITED, event -> {
      pointed.set(Optional.empty());
      tip.hide();
    });
    sceneProperty().subscribe(() -> tip.hide()); // the picture is replaced while the mouse is on it
    addEventHandler(MouseEvent.MOUSE_PRESSED, event -> requestFocus());
    addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    pointed.subscribe(() -> painting.repaint());
  }

  private void point(MouseEvent event) {
    Optional<Cell> now = at(event.getX(), event.getY());
    if (!now.equals(pointed.get())) { // the mouse is said to move, too, when something below it is laid out anew
      pointed.set(now);
    }
    tip.say(this, event, pointed.get().map(words).orElse(""));
  }

  /** Text of a hovered cell; by default its index and value. */
  public void words(Function<Cell, String> said) {
    words = said;
  }

  private String plain(Cell cell) {
    return desk.lang().say("lens.cell", cell.row() + 1, cell.column() + 1, desk.lang().numbers()
        .significant(value(cell.row(), cell.column()), DIGITS));
  }

  /** Cell under the mouse or the keyboard cursor. */
  public ObjectProperty<Optional<Cell>> pointedProperty() {
    return pointed;
  }

  /** Colour scale; by default the diverging one. */
  public void colour(Function<Palette, Scale> chosen) {
    colours = chosen;
  }

  /** Unit of the numbers in the cells, such as 10⁻³. */
  public void unit(double one) {
    unit = one;
  }

  /** Area of the values; the cells around it are padding. */
  public void inner(int row, int column, int rowCount, int columnCount) {
    inner = new Mark(row, column, rowCount, columnCount, Token.BORDER, false);
  }

  private boolean padding(int row, int column) {
    return inner != null
        && (row < inner.row() || column < inner.column() || row >= inner.row() + inner.rows() || column >= inner.column()
            + inner.columns());
  }

  public void cell(double width, double height) {
    wide = width;
    high = height;
    setMinSize(wide * columns + 1, high * rows + 1);
    setPrefSize(wide * columns + 1, high * rows + 1);
    setMaxSize(wide * columns + 1, high * rows + 1);
  }

  /** Whether there is room for numbers in the cells. */
  private boolean written() {
    return wide >= CellText.NARROWEST && high >= CellText.LOWEST;
  }

  /** Unit of the numbers in the cells, such as ×10⁻³; empty where it is one or there are none. */
  public String unitSaid() {
    return unit == 1 || !written() ? "" : " ×10" + Numbers.raised((int) Math.round(Math.log10(unit)));
  }

  void largest(double size) {
    largest = size;
  }

  /** Fits the cells into a room. */
  public void fit(double width, double height) {
    double size = Math.min(largest, Math.min((width - 1) / columns, (height - 1) / rows));
    cell(Math.max(1, Math.floor(size)), Math.max(1, Math.floor(size)));
  }

  public void mark(List<Mark> rims) {
    marks = List.copyOf(rims);
    painting.repaint();
  }

  public void show(float[] numbers, int rows, int columns, float limit) {
    show(numbers, 0, columns, rows * columns, rows, columns, limit);
  }

  /**
   * Shows some rows of a matrix.
   *
   * @param offset index of the first value
   * @param stride from one row to the next
   * @param count number of values, if the last row is shorter
   * @param limit magnitude at the end of the colour scale
   */
  public void show(float[] numbers, int offset, int stride, int count, int rows, int columns, float limit) {
    values = numbers;
    this.offset = offset;
    this.stride = stride;
    this.count = count;
    this.limit = limit > 0 ? limit : 1;
    if (raster.width() != columns || raster.height() != rows) {
      raster = new Raster(columns, rows);
    }
    this.rows = rows;
    this.columns = columns;
    cell(wide, high);
    repaint();
  }

  void repaint() {
    Scale scale = colours.apply(desk.theme().palette());
    int unknown = Scale.argb(desk.theme().palette().color(Token.PRESSED));
    int empty = 0;
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        boolean filled = row * columns + column < count && !padding(row, column);
        raster.set(column, row, !filled ? empty : hidden(row, column) ? unknown : scale.argb(value(row, column) / limit));
      }
    }
    raster.update();
    painting.repaint();
  }

  /** Whether the value is to be guessed by the user: then its colour is hidden too. */
  private boolean hidden(int row, int column) {
    return desk.lang().veil().isDown() && desk.lang().veil().hides(value(row, column));
  }

  public float value(int row, int column) {
    return values[offset + row * stride + column];
  }

  private boolean has(int row, int column) {
    return row >= 0 && column >= 0 && row < rows && column < columns && row * columns + column < count;
  }

  private Optional<Cell> at(double x, double y) {
    int row = (int) Math.floor(y / high);
    int column = (int) Math.floor(x / wide);
    return has(row, column) ? Optional.of(new Cell(row, column)) : Optional.empty();
  }

  private void press(KeyEvent event) {
    int down = switch (event.getCode()) {
      case UP -> -1;
      case DOWN -> 1;
      default -> 0;
    };
    int across = switch (event.getCode()) {
      case LEFT -> -1;
      case RIGHT -> 1;
      default -> 0;
    };
    if (down == 0 && across == 0 || event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    Cell next = pointed.get().map(now -> new Cell(now.row() + down, now.column() + across)).orElse(new Cell(0, 0));
    if (has(next.row(), next.column())) {
      pointed.set(Optional.of(next));
    }
    event.consume();
  }

  private void paint(GraphicsContext g, double width, double height) {
    raster.paint(g, 0, 0, columns, rows, 0, 0, columns * wide, rows * high);
    Palette palette = desk.theme().palette();
    if (Math.min(wide, high) >= GAP_FROM) {
      lines(g, palette);
    }
    if (written()) {
      numbers(g, palette);
    }
    for (Mark mark : marks) {
      rim(g, mark, palette.color(mark.colour()));
    }
    pointed.get().filter(cell -> has(cell.row(), cell.column()))
        .ifPresent(cell -> rim(g, Mark.at(cell, Token.ACCENT), palette.color(Token.ACCENT)));
  }

  private void lines(GraphicsContext g, Palette palette) {
    g.setStroke(palette.color(Token.BORDER));
    g.setLineWidth(1);
    g.setLineDashes();
    for (int row = 0; row < rows; row++) {
      int filled = Math.min(columns, count - row * columns);
      for (int column = 0; column < filled; column++) {
        if (padding(row, column)) {
          g.setLineDashes(2, 3);
        } else {
          g.setLineDashes();
        }
        g.strokeRect(column * wide + 0.5, row * high + 0.5, wide, high);
      }
    }
  }

  private void numbers(GraphicsContext g, Palette palette) {
    Scale scale = colours.apply(palette);
    double size = Math.min(wide, high) >= LARGE ? LARGE_FONT : FONT; // larger digits need more of the cell
    g.setFont(Font.font(Fonts.FAMILY, size));
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.CENTER);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns && has(row, column); column++) {
        float value = value(row, column);
        g.setFill(padding(row, column) ? palette.color(Token.SUBT)
            : hidden(row, column) ? palette.color(Token.MUT) : palette.textOn(scale.color(value / limit)));
        Painting.write(g, CellText.of(desk.lang().numbers(), value / unit, wide * FONT / size), (column + 0.5) * wide, (row + 0.5) * high);
      }
    }
  }

  private void rim(GraphicsContext g, Mark mark, Color colour) {
    g.setStroke(colour);
    g.setLineWidth(2);
    if (mark.dashed()) {
      g.setLineDashes(DASH, DASH);
    } else {
      g.setLineDashes();
    }
    g.strokeRect(mark.column() * wide + 1, mark.row() * high + 1, Math.max(1, mark.columns() * wide - 1),
        Math.max(1, mark.rows() * high - 1));
    g.setLineDashes();
  }
}
