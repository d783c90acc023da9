package studio.backprop.ui.design.designer.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Token;

/** Scale drawing of an output shape: a stack of sheets, a row of cells for each time step, or a column of cells. */
final class StructurePicture implements UnitPlaces {
  private static final int MAX_SHEETS = 7;
  private static final int MAX_CELLS = 10;
  private static final double STAGGER = 5;
  private static final double MIN_SHEET = 6;
  private static final double SHEET = 44;
  private static final double CELL = 8;

  /** Cell, sheet, or dot of a scalar. */
  private record Cell(double x, double y, double width, double height, boolean round) {}

  private final Canvas canvas;
  private final List<Cell> cells = new ArrayList<>();
  private Color colour = Color.GRAY;
  private Color ground = Color.WHITE;

  StructurePicture(Canvas canvas) {
    this.canvas = canvas;
  }

  /** @param largest height or width of the largest picture in the network, which fills the room */
  void draw(Optional<Shape> shape, int largest, Color group, Palette palette) {
    colour = group;
    ground = palette.color(Token.BG);
    cells.clear();
    shape.ifPresent(given -> {
      switch (given.rank()) {
        case 0 -> cells.add(new Cell((canvas.getWidth() - CELL) / 2, (canvas.getHeight() - CELL) / 2, CELL, CELL, true));
        case 1 -> column(given.size(0));
        case 2 -> grid(given.size(0), given.size(1));
        default -> sheets(given, largest);
      }
    });
    paint(canvas.getGraphicsContext2D());
  }

  private void sheets(Shape shape, int largest) {
    int count = Math.min(MAX_SHEETS, shape.size(0));
    double width = Math.max(MIN_SHEET, SHEET * Math.sqrt(shape.size(2) / (double) largest));
    double height = Math.max(MIN_SHEET, SHEET * Math.sqrt(shape.size(1) / (double) largest));
    double spread = (count - 1) * STAGGER;
    double left = (canvas.getWidth() - width - spread) / 2;
    double top = (canvas.getHeight() - height - spread) / 2 + spread;
    for (int i = 0; i < count; i++) {
      cell(left + i * STAGGER, top - i * STAGGER, width, height);
    }
  }

  private void column(int size) {
    int count = Math.min(MAX_CELLS, size);
    double top = (canvas.getHeight() - count * CELL) / 2;
    for (int i = 0; i < count; i++) {
      cell((canvas.getWidth() - CELL) / 2, top + i * CELL, CELL, CELL);
    }
  }

  private void grid(int steps, int features) {
    int across = Math.min(MAX_CELLS, steps);
    int down = Math.min(MAX_CELLS - 2, features);
    double left = (canvas.getWidth() - across * CELL) / 2;
    double top = (canvas.getHeight() - down * CELL) / 2;
    for (int i = 0; i < across * down; i++) {
      cell(left + i % across * CELL, top + i / across * CELL, CELL, CELL);
    }
  }

  private void cell(double x, double y, double width, double height) {
    cells.add(new Cell(Math.rint(x) + 0.5, Math.rint(y) + 0.5, Math.rint(width), Math.rint(height), false));
  }

  private void paint(GraphicsContext g) {
    g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    g.setLineWidth(1);
    for (Cell cell : cells) {
      if (cell.round) {
        g.setFill(colour);
        g.fillOval(cell.x, cell.y, cell.width, cell.height);
      } else {
        g.setFill(pale());
        g.fillRect(cell.x, cell.y, cell.width, cell.height);
        g.setStroke(rim());
        g.strokeRect(cell.x, cell.y, cell.width, cell.height);
      }
    }
  }

  private Color pale() {
    return ground.interpolate(colour, 0.18);
  }

  private Color rim() {
    return ground.interpolate(colour, 0.65);
  }

  @Override
  public int unitAt(double x, double y) {
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      if (x >= cell.x && x < cell.x + cell.width && y >= cell.y && y < cell.y + cell.height) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public Optional<Box> placeOf(int unit) {
    return unit < cells.size() ? Optional.of(cells.get(unit)).map(cell -> new Box(cell.x, cell.y, cell.width, cell.height))
        : Optional.empty();
  }

  /** The same as JavaFX shapes. */
  List<javafx.scene.shape.Shape> outlines() {
    return cells.stream().map(this::outline).toList();
  }

  private javafx.scene.shape.Shape outline(Cell cell) {
    Rectangle outline = new Rectangle(cell.x, cell.y, cell.width, cell.height);
    outline.setArcWidth(cell.round ? cell.width : 0);
    outline.setArcHeight(cell.round ? cell.height : 0);
    outline.setFill(cell.round ? colour : pale());
    outline.setStroke(cell.round ? null : rim());
    return outline;
  }
}
