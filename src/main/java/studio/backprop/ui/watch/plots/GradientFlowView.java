package studio.backprop.ui.watch.plots;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.FittedLine;
import studio.backprop.ui.kit.Health;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Raster;
import studio.backprop.ui.kit.Readout;
import studio.backprop.ui.kit.Scale;
import studio.backprop.ui.kit.Terms;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Titled;

/**
 * Heat map of the gradient flow: a row for each trainable node, then for each that passes a gradient on; the newest step at the right,
 * darker for larger gradients. Hover or arrow keys read a cell; a click or Enter marks it.
 */
public final class GradientFlowView extends PlotView {
  /** Raster pixels per row height: only the middle one is painted, since scaling interpolates across the edge. */
  private static final int THICK = 3;
  private static final int FAR = 10;

  private final GradientFlowModel model;
  private final GradientFlowPainter painter;
  private final Painting painting = new Painting(this::paint);
  private final Label empty = new Label();
  private final ObservableValue<Message> waiting;
  private final ObjectProperty<Message> missing = new SimpleObjectProperty<>(this, "missing", Message.of("plots.empty_flow"));
  private final Readout readout = new Readout();
  private Raster cells = new Raster(GradientFlowModel.MOST_COLUMNS, 1);
  private Optional<Cell> hovered = Optional.empty();
  private Optional<Cell> kept = Optional.empty();

  /** Cell that stays with its step as the map scrolls. */
  private record Cell(int row, long step) {}

  GradientFlowView(PlotsModel plots, Lang lang, ThemeModel theme, Consumer<PlotView> enlarge) {
    super(plots, lang, theme, "flow");
    this.model = plots.flow();
    this.painter = new GradientFlowPainter(model, lang, theme);
    GradientFlowMenu menu = new GradientFlowMenu(model, lang, () -> enlarge.accept(this));
    waiting = waitingFor(plots, "plots.empty_flow");
    empty.textProperty().bind(lang.bind(missing));
    empty.getStyleClass().add("waiting");
    empty.setMouseTransparent(true);
    StackPane.setAlignment(empty, Pos.BOTTOM_CENTER);
    painting.getStyleClass().add("focus-frame");
    painting.setFocusTraversable(true);
    painting.setOnMouseMoved(e -> hover(cellAt(e)));
    painting.setOnMouseExited(e -> hover(Optional.empty()));
    painting.setOnMousePressed(this::press);
    painting.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    menu.showOn(painting);
    Titled titled = new Titled(lang.bind("plots.flow"), new StackPane(painting, empty, readout)).meaning(new Terms(lang), "gradient-flow");
    FittedLine detail = new FittedLine();
    detail.getStyleClass().add("detail");
    lang.whenWrittenAnew(() -> detail.say(detail()));
    model.coloursProperty().subscribe(colours -> detail.say(detail()));
    titled.fill(detail);
    getChildren().add(titled.action(menu.button()));
    model.stretchProperty().subscribe((before, now) -> ask());
    model.coloursProperty().subscribe((before, now) -> ask());
    model.namesProperty().subscribe((before, now) -> ask());
  }

  private List<String> detail() {
    String key = model.coloursProperty().get() == GradientFlowModel.Colours.NETWORK ? "plots.flow_detail" : "plots.flow_detail_row";
    return List.of(lang.say(key), lang.say(key + "_short"));
  }

  @Override
  void repaint() {
    model.refresh();
    Palette palette = theme.palette();
    int rows = Math.max(1, model.rows().size());
    cells = cells.height() == THICK * rows ? cells : new Raster(GradientFlowModel.MOST_COLUMNS, THICK * rows);
    for (int y = 0; y < THICK * model.rows().size(); y++) {
      for (int column = 0; column < model.columns(); column++) {
        cells.set(column, y, colour(palette, y / THICK, column));
      }
    }
    cells.update();
    empty.setVisible(model.columns() == 0);
    missing.set(model.begun() ? Message.of("plots.flow_not_kept") : waiting.getValue());
    painting.repaint();
    read();
  }

  /** Health colours as on the canvas: vanished grey, exploding magenta, between them by size. */
  private int colour(Palette palette, int row, int column) {
    Health health = Health.of(model.norm(row, column));
    boolean sick = health == Health.VANISHED || health == Health.EXPLODING;
    return sick ? Scale.argb(palette.color(health.token())) : palette.size().argb(model.share(row, column));
  }

  private void paint(GraphicsContext g, double width, double height) {
    painter.keepFor(empty.prefHeight(width));
    Optional<Cell> read = hovered.or(() -> kept).filter(cell -> cell.row() < model.rows().size());
    painter.paint(g, width, height, read.map(Cell::row).orElse(0), read.map(cell -> model.columnOf(cell.step())).orElse(-1));
    for (int row : model.columns() > 0 ? painter.rows() : List.<Integer>of()) {
      cells.paint(
          g, 0, THICK * row + 1, model.columns(), 1, painter.left(), painter.top(row), painter.stripWidth(), painter.rowHeight());
    }
    kept.filter(this::shown).ifPresent(cell -> painter.frame(g, cell.row(), model.columnOf(cell.step())));
  }

  private boolean shown(Cell cell) {
    return painter.rows().contains(cell.row()) && model.columnOf(cell.step()) >= 0;
  }

  // --- reading a cell

  private Optional<Cell> cellAt(MouseEvent at) {
    int column = (int) Math.floor((at.getX() - painter.left()) / painter.stripWidth() * model.columns());
    int row = painter.rowAt(at.getY());
    return model.reading(row, column).map(reading -> new Cell(row, reading.lastStep()));
  }

  private void hover(Optional<Cell> cell) {
    if (!hovered.equals(cell)) {
      hovered = cell;
      painting.repaint();
    }
    read();
  }

  private void press(MouseEvent at) {
    painting.requestFocus();
    if (at.getButton() == MouseButton.PRIMARY) {
      keep(cellAt(at));
    }
  }

  private void keep(Optional<Cell> cell) {
    kept = cell;
    painting.repaint();
    read();
  }

  private void key(KeyEvent key) {
    if (model.columns() == 0 || key.isShortcutDown() || key.isAltDown()) {
      return;
    }
    int far = key.isShiftDown() ? FAR : 1;
    switch (key.getCode()) {
      case LEFT -> move(0, -far);
      case RIGHT -> move(0, far);
      case UP -> move(-1, 0);
      case DOWN -> move(1, 0);
      case ENTER -> keep(hovered);
      case ESCAPE -> {
        if (hovered.isEmpty() && kept.isEmpty()) {
          return;
        }
        hovered = Optional.empty();
        keep(Optional.empty());
      }
      default -> {
        return;
      }
    }
    key.consume();
  }

  /** From the current cell, or else from the newest one of the first row. */
  private void move(int down, int along) {
    Optional<Cell> from = hovered.or(() -> kept).filter(this::shown);
    int place = from.map(cell -> painter.rows().indexOf(cell.row()) + down).orElse(0);
    int column = from.map(cell -> model.columnOf(cell.step()) + along).orElse(model.columns() - 1);
    int inRow = painter.rows().get(Math.max(0, Math.min(painter.rows().size() - 1, place)));
    int inColumn = Math.max(0, Math.min(model.columns() - 1, column));
    hover(model.reading(inRow, inColumn).map(reading -> new Cell(inRow, reading.lastStep())));
  }

  /** Shows the cell under the pointer, or else the marked one. */
  private void read() {
    readout.hide();
    Optional<Cell> cell = hovered.or(() -> kept).filter(this::shown);
    Optional<String> said = cell.flatMap(at -> model.reading(at.row(), model.columnOf(at.step()))).map(this::say);
    said.ifPresent(
        text -> readout.show(
            painter.x(model.columnOf(cell.get().step()) + 0.5), painter.top(painter.rows().get(0)), painter.bottom(), painter.left(),
            painting.getWidth(), text));
    painting.setAccessibleText(said.orElseGet(this::summary));
  }

  private String say(GradientFlowModel.Reading reading) {
    String norm = lang.numbers().significant(reading.norm(), 3);
    String what = lang.say(reading.kind() == GradientFlowModel.Kind.WEIGHTS ? "plots.norm_weights" : "plots.norm_output", norm);
    return reading.firstStep() == reading.lastStep()
        ? lang.say("plots.flow_reading", reading.node(), reading.firstStep(), what)
        : lang.say("plots.flow_readings", reading.node(), reading.firstStep(), reading.lastStep(), what);
  }

  private String summary() {
    if (model.columns() == 0) {
      return lang.say("plots.summary_empty", lang.say("plots.flow"), empty.getText());
    }
    String norms = model.weights().stream()
        .map(row -> lang.say("plots.flow_norm", model.name(row), lang.numbers().compact(model.latest(row))))
        .collect(Collectors.joining(lang.say("plots.list")));
    return lang.say("plots.flow_summary", model.steps(), norms);
  }
}
