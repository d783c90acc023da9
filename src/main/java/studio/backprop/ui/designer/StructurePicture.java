package studio.backprop.ui.designer;

import java.util.Optional;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Token;

/** The shape of what a node gives, drawn to scale: a stack of sheets, a row of cells for each time step, a column of cells. */
final class StructurePicture {
  private static final int MOST_SHEETS = 7;
  private static final int MOST_CELLS = 10;
  private static final double STAGGER = 5;
  private static final double LEAST = 6;
  private static final double SHEET = 44;
  private static final double CELL = 8;

  private final Canvas canvas;
  private Color colour = Color.GRAY;
  private Color ground = Color.WHITE;

  StructurePicture(Canvas canvas) {
    this.canvas = canvas;
  }

  /** @param largest height or width of the largest picture in the network, which fills the room */
  void draw(Optional<Shape> shape, int largest, Color group, Palette palette) {
    colour = group;
    ground = palette.color(Token.BG);
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    if (shape.isPresent()) {
      switch (shape.get().rank()) {
        case 0 -> dot(g);
        case 1 -> column(g, shape.get().size(0));
        case 2 -> grid(g, shape.get().size(0), shape.get().size(1));
        default -> sheets(g, shape.get(), largest);
      }
    }
  }

  private void sheets(GraphicsContext g, Shape shape, int largest) {
    int count = Math.min(MOST_SHEETS, shape.size(0));
    double width = Math.max(LEAST, SHEET * Math.sqrt(shape.size(2) / (double) largest));
    double height = Math.max(LEAST, SHEET * Math.sqrt(shape.size(1) / (double) largest));
    double spread = (count - 1) * STAGGER;
    double left = (canvas.getWidth() - width - spread) / 2;
    double top = (canvas.getHeight() - height - spread) / 2 + spread;
    for (int i = 0; i < count; i++) {
      cell(g, left + i * STAGGER, top - i * STAGGER, width, height);
    }
  }

  private void column(GraphicsContext g, int size) {
    int cells = Math.min(MOST_CELLS, size);
    double top = (canvas.getHeight() - cells * CELL) / 2;
    for (int i = 0; i < cells; i++) {
      cell(g, (canvas.getWidth() - CELL) / 2, top + i * CELL, CELL, CELL);
    }
  }

  private void grid(GraphicsContext g, int steps, int features) {
    int across = Math.min(MOST_CELLS, steps);
    int down = Math.min(MOST_CELLS - 2, features);
    double left = (canvas.getWidth() - across * CELL) / 2;
    double top = (canvas.getHeight() - down * CELL) / 2;
    for (int i = 0; i < across * down; i++) {
      cell(g, left + i % across * CELL, top + i / across * CELL, CELL, CELL);
    }
  }

  private void dot(GraphicsContext g) {
    double left = (canvas.getWidth() - CELL) / 2;
    g.setFill(colour);
    g.fillOval(left, (canvas.getHeight() - CELL) / 2, CELL, CELL);
  }

  private void cell(GraphicsContext g, double x, double y, double width, double height) {
    g.setFill(ground.interpolate(colour, 0.18));
    g.fillRect(Math.rint(x) + 0.5, Math.rint(y) + 0.5, Math.rint(width), Math.rint(height));
    g.setStroke(ground.interpolate(colour, 0.65));
    g.setLineWidth(1);
    g.strokeRect(Math.rint(x) + 0.5, Math.rint(y) + 0.5, Math.rint(width), Math.rint(height));
  }
}
