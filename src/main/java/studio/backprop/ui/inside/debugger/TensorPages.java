package studio.backprop.ui.inside.debugger;

import java.util.function.IntConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.backprop.ui.kit.Extent;
import studio.backprop.ui.kit.HeatMap;
import studio.backprop.ui.kit.HeatMap.Tiles;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Scale;

/** All values of a tensor as cells, paged. Arrow keys move between cells; a click or Enter follows one. */
final class TensorPages extends VBox {
  private static final int PAGE = 48;
  private static final int CELL_SIDE = 7;

  private final DebuggerDesk desk;
  private final Scale colours;
  private final IntConsumer chosen;
  private final StackPane map = new StackPane();
  private final Label place = new Label();
  private final Label said = new Label();
  private final Numbered numbers;
  private int top;
  private int left;
  private int at;

  /** @param at index of the followed number */
  TensorPages(DebuggerDesk desk, Scale colours, Numbered numbers, int at, IntConsumer chosen) {
    this.desk = desk;
    this.colours = colours;
    this.numbers = numbers;
    this.chosen = chosen;
    getStyleClass().add("cell-picker");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TABLE_VIEW);
    accessibleTextProperty().bind(said.textProperty());
    place.getStyleClass().addAll("note", "mut");
    said.getStyleClass().add("strong");
    HBox pages = new HBox(turn(Icon.CHEVRON_LEFT, 0, -1), turn(Icon.CHEVRON_RIGHT, 0, 1), turn(Icon.CHEVRON_UP, -1, 0),
        turn(Icon.CHEVRON_DOWN, 1, 0), place);
    pages.getStyleClass().addAll("gap-4", "pages");
    boolean one = numbers.rows() <= PAGE && numbers.columns() <= PAGE;
    pages.setVisible(!one);
    pages.setManaged(!one);
    getChildren().addAll(pages, map, said);
    map.addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(event.getX(), event.getY()));
    map.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> choose());
    addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    go(Math.max(0, at));
  }

  private Button turn(Icon icon, int down, int right) {
    Button turn = new Button(null, icon.view());
    turn.getStyleClass().addAll("icon-only", "small");
    turn.setFocusTraversable(false);
    turn.setOnAction(event -> go(
        Math.max(0, Math.min(numbers.rows() - 1, top + down * PAGE)) * numbers.columns()
            + Math.max(0, Math.min(numbers.columns() - 1, left + right * PAGE))));
    return turn;
  }

  private void press(KeyEvent event) {
    switch (event.getCode()) {
      case LEFT -> go(at - 1);
      case RIGHT -> go(at + 1);
      case UP -> go(at - numbers.columns());
      case DOWN -> go(at + numbers.columns());
      case ENTER, SPACE -> choose();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void choose() {
    chosen.accept(at);
  }

  private void point(double x, double y) {
    int row = top + (int) (y / CELL_SIDE);
    int column = left + (int) (x / CELL_SIDE);
    if (row < numbers.rows() && column < numbers.columns()) {
      say(row * numbers.columns() + column);
    }
  }

  private void go(int wanted) {
    if (wanted < 0 || wanted >= numbers.values().length) {
      return;
    }
    top = wanted / numbers.columns() / PAGE * PAGE;
    left = wanted % numbers.columns() / PAGE * PAGE;
    say(wanted);
    paint();
  }

  private void say(int wanted) {
    if (wanted >= 0 && wanted < numbers.values().length) {
      at = wanted;
      said.setText(desk.lang().say("debugger.cell", wanted / numbers.columns() + 1, wanted % numbers.columns() + 1,
          desk.number(numbers.values()[wanted])));
    }
  }

  private void paint() {
    int rows = Math.min(PAGE, numbers.rows() - top);
    int columns = Math.min(PAGE, numbers.columns() - left);
    float[] page = new float[rows * columns];
    for (int i = 0; i < page.length; i++) {
      int from = (top + i / columns) * numbers.columns() + left + i % columns;
      page[i] = from < numbers.values().length ? numbers.values()[from] : 0;
    }
    HeatMap cells = new HeatMap(new Tiles(1, 1, columns * CELL_SIDE, rows * CELL_SIDE, 0));
    cells.scaleProperty().set(colours);
    cells.show(page, 0, 1, rows, columns, new Extent().largest(numbers.values()));
    map.getChildren().setAll(cells);
    map.setMaxSize(columns * CELL_SIDE, rows * CELL_SIDE);
    map.setMinSize(columns * CELL_SIDE, rows * CELL_SIDE);
    place.setText(desk.lang().say("debugger.cells", top + 1, top + rows, numbers.rows(), left + 1, left + columns, numbers.columns()));
  }
}
