package studio.backprop.ui.inside.lens.sheet;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.backprop.observe.NodeTrace.Tensors;
import studio.backprop.ui.inside.lens.sheet.CellGrid.Mark;
import studio.backprop.ui.inside.lens.sheet.LensModel.Quantity;
import studio.backprop.ui.inside.lens.sheet.TensorPicture.Back;
import studio.backprop.ui.kit.Extent;
import studio.backprop.ui.kit.Numbers;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Token;

/**
 * Heat map of one tensor with name and size, and a pager for a large one. Gradients have the same layout as values, so that hovering marks
 * both.
 */
public final class TensorCard extends VBox {
  private static final double SHARE = 0.995;
  private static final double GAP = 6;
  /** Between values and their gradients beside them. */
  private static final double APART = 16;

  private final LensDesk desk;
  private final CellGrid grid;
  /** Gradients of the same cells, below or beside them where there is room. */
  private final CellGrid slopes;
  private final Label slopesTitle = new Label();
  private final Label title = new Label();
  private final Label note = new Label();
  private final SheetPager pager;
  private final ReadOnlyObjectWrapper<OptionalInt> pointed = new ReadOnlyObjectWrapper<>(this, "pointed", OptionalInt.empty());
  private final Extent extent = new Extent();
  private final HBox head = new HBox();
  private final GridPane cells = new GridPane();
  private double width;
  private double height;
  /** Common cell size of the picture; 0 for its own. */
  private double size;
  private float limit;
  private Tensors now;
  private Tensors before;
  private Sheets sheets;
  private boolean learned;
  private boolean alone;
  private Rims rims = Rims.NONE;
  /** Largest magnitude of all cards with a common scale; 0 for its own. */
  private float common;
  private float commonSlope;
  private Back back = Back.NOWHERE;
  private boolean summed;

  /** @param width maximum width of the cells, in px */
  public TensorCard(LensDesk desk, double width, double height) {
    this.desk = desk;
    this.width = width;
    this.height = height;
    grid = new CellGrid(desk);
    slopes = new CellGrid(desk);
    slopes.getStyleClass().add("slopes");
    slopesTitle.getStyleClass().addAll("strong", "gradient-text");
    slopesTitle.setMinWidth(USE_PREF_SIZE);
    for (Node node : List.of(slopes, slopesTitle)) {
      node.managedProperty().bind(node.visibleProperty());
      node.setVisible(false);
    }
    title.getStyleClass().add("strong");
    title.setMinWidth(USE_PREF_SIZE);
    note.getStyleClass().addAll("note", "mut");
    note.setMinWidth(USE_PREF_SIZE);
    pager = new SheetPager(desk, this::refresh);
    head.getChildren().addAll(title, note);
    head.getStyleClass().add("card-head");
    getStyleClass().add("tensor");
    cells.getStyleClass().add("cells");
    cells.add(head, 0, 0);
    cells.add(grid, 0, 1);
    cells.add(slopesTitle, 0, 2);
    cells.add(slopes, 0, 3);
    getChildren().addAll(cells, pager);
    grid.accessibleTextProperty().bind(title.textProperty());
    slopes.accessibleTextProperty().bind(slopesTitle.textProperty());
    grid.pointedProperty().subscribe(() -> point(grid));
    slopes.pointedProperty().subscribe(() -> point(slopes));
    grid.words(this::words);
    slopes.words(this::words);
  }

  /** Notes that its gradients are sums over all uses of the tensor. */
  public void summed(boolean sums) {
    summed = sums;
  }

  /** Marks it as a parameter: its colours share a scale with other weights. */
  TensorCard learned() {
    learned = true;
    return this;
  }

  /**
   * Uses a common colour scale.
   *
   * @param largest magnitude; 0 for its own scale
   */
  void alike(float largest, float largestSlope) {
    common = largest;
    commonSlope = largestSlope;
  }

  /** Uses its own colour scale, whose range is shown beside the size. */
  void byItself() {
    alone = true;
  }

  /** Sets the cell size in px. */
  void resize(double cell, Back gradients) {
    if (size != cell || back != gradients) {
      size = cell;
      back = gradients;
      boolean beside = back == Back.BESIDE;
      GridPane.setConstraints(slopesTitle, beside ? 1 : 0, beside ? 0 : 2);
      GridPane.setConstraints(slopes, beside ? 1 : 0, beside ? 1 : 3);
      refresh();
    }
  }

  float largest(float[] numbers) {
    return extent.quantile(numbers, 0, numbers.length, SHARE);
  }

  /** Fits its cells alone into a room, in px. */
  void room(double wide, double high) {
    if (wide != width || high != height) {
      width = wide;
      height = high;
      if (now != null) {
        refresh();
      }
    }
  }

  /** Whether it has gradients to show below its values. */
  boolean hasSlopes() {
    return desk.model().quantityProperty().get() == Quantity.ACTIVATIONS && !learned && now.grads() != null && now.values().length > 0;
  }

  /** Whether it is too large to be shown at once. */
  public boolean pages() {
    return sheets.parts() > 1;
  }

  /** Y of the middle of the cells. */
  public double middle() {
    return head.prefHeight(-1) + GAP + size * rows() / 2;
  }

  int rows() {
    return sheets.rowsOf(0);
  }

  /** Width with cells of this size, in px. */
  double width(double cell, Back gradients) {
    double grown = cell * sheets.columnsOf(0) + 1;
    double values = Math.max(head.prefWidth(-1), grown);
    double slope = gradients == Back.NOWHERE ? 0 : Math.max(slopesTitle.prefWidth(-1), grown);
    double all = gradients == Back.BESIDE ? values + APART + slope : Math.max(values, slope);
    return Math.max(all, pager.isManaged() ? pager.prefWidth(-1) : 0);
  }

  /** Range of the colours, and unit of the numbers in the cells; empty where nothing is coloured. */
  public String scale() {
    if (!grid.isVisible() || limit == 0) {
      return "";
    }
    String reach = desk.lang().numbers().compact(limit);
    return grid.unitSaid().isEmpty() ? desk.lang().say("lens.scale", reach) : desk.lang()
        .say("lens.scale.unit", reach, grid.unitSaid().strip());
  }

  /** Row-major index of the element under the mouse or the keyboard cursor. */
  public ReadOnlyObjectProperty<OptionalInt> pointedProperty() {
    return pointed.getReadOnlyProperty();
  }

  /**
   * Marks elements by a border, and turns to the first of them.
   *
   * @param places row-major
   * @param winner the emphasized one
   */
  public void mark(int[] places, OptionalInt winner, Token colour) {
    if (places.length > 0) {
      pager.turnTo(winner.orElse(places[0]));
    }
    rims = new Rims(places, winner, colour);
    marks();
  }

  /** Marks elements by equal borders, without turning the page. */
  public void ring(int[] places, Token colour) {
    rims = new Rims(places, OptionalInt.empty(), colour);
    marks();
  }

  /** On the visible part. */
  private void marks() {
    List<Mark> marks = rims.on(sheets, pager.part());
    grid.mark(marks);
    slopes.mark(marks);
  }

  private void point(CellGrid of) {
    pointed.set(of.pointedProperty().get().map(cell -> OptionalInt.of(first() + cell.row() * sheets.columns() + cell.column()))
        .orElse(OptionalInt.empty()));
    say();
  }

  /**
   * Shows the current values.
   *
   * @param name of the tensor
   * @param earlier the same tensor one step before; null if unknown
   */
  void show(String name, Tensors numbers, Tensors earlier) {
    title.setText(name);
    now = numbers;
    before = earlier;
    sheets = Sheets.of(numbers);
    pager.show(sheets);
    refresh();
  }

  private void refresh() {
    Quantity quantity = desk.model().quantityProperty().get();
    boolean pages = pages();
    pager.appear(pages);
    if (now.values().length == 0) {
      grid.setVisible(false);
      note.setText(desk.lang().say("lens.too_large", sheets.size()));
      return;
    }
    Optional<float[]> numbers = Reading.of(quantity, now, before);
    slopes.setVisible(back != Back.NOWHERE && hasSlopes() && size > 0);
    slopesTitle.setVisible(slopes.isVisible());
    grid.setVisible(numbers.isPresent());
    grid.setManaged(numbers.isPresent());
    numbers.ifPresentOrElse(this::paint, () -> note.setText(
        sheets.size() + desk.missing(quantity)));
    if (pages) {
      pager.say();
    }
    marks();
    say();
  }

  private void paint(float[] numbers) {
    int rows = sheets.rowsOf(pager.part());
    int columns = sheets.columnsOf(pager.part());
    int offset = first();
    float own = common > 0 ? common : largest(numbers);
    limit = alone ? own : desk.model().limit(learned, own);
    grid.colour(Palette::signed);
    grid.unit(Reading.unit(limit));
    int line = sheets.rows() * sheets.columns() == sheets.line() ? rows * columns : sheets.line();
    grid.show(numbers, offset, sheets.columns(), line, rows, columns, limit);
    if (size > 0) {
      grid.cell(size, size);
    } else {
      grid.fit(width, height);
    }
    if (slopes.isVisible()) {
      slopes.unit(Reading.unit(commonSlope));
      slopes.show(now.grads(), offset, sheets.columns(), line, rows, columns, commonSlope);
      slopes.cell(size, size);
    }
    slopesTitle.setText("∂L/∂ " + title.getText() + slopes.unitSaid() + uses());
    String sizes = size > 0 && !alone || limit == 0 ? sheets.size() : sheets.size() + " · " + scale();
    sizes += desk.model().quantityProperty().get() == Quantity.GRADIENTS ? uses() : "";
    note.setText(now.rows() == now.all() ? sizes : sizes + " · " + desk.lang().say("lens.first_of", now.rows(), now.all()));
  }

  private String uses() {
    return summed && now.grads() != null ? " · " + desk.lang().say("lens.link.uses") : "";
  }

  private int first() {
    return sheets.first(pager.part());
  }

  private void say() {
    grid.pointedProperty().get().or(() -> slopes.pointedProperty().get()).map(this::words).filter(words -> !words.isEmpty())
        .ifPresent(desk.model()::say);
  }

  private String words(CellGrid.Cell cell) {
    int index = first() + cell.row() * sheets.columns() + cell.column();
    if (index >= now.values().length) {
      return "";
    }
    Numbers digits = desk.lang().numbers();
    String value = digits.significant(now.values()[index], 4);
    String grad = now.grads() == null ? "–" : digits.significant(now.grads()[index], 4);
    return desk.lang().say("lens.point", title.getText(), sheets.place(index), value, grad);
  }
}
