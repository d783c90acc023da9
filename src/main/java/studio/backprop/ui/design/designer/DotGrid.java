package studio.backprop.ui.design.designer;

import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import studio.backprop.ui.design.designer.edit.Anatomy;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Token;

/** Background grid of dots that nodes snap to. */
final class DotGrid extends Region {
  private static final double MIN_DISTANCE = 12;

  private final Canvas canvas = new Canvas();
  private final Flight seen;
  private final ObservableValue<Palette> palette;

  DotGrid(Flight seen, ObservableValue<Palette> palette) {
    this.seen = seen;
    this.palette = palette;
    setMouseTransparent(true);
    getChildren().add(canvas);
    seen.zoomProperty().subscribe(zoom -> requestLayout());
    seen.offsetXProperty().subscribe(x -> requestLayout());
    seen.offsetYProperty().subscribe(y -> requestLayout());
    palette.subscribe(colours -> requestLayout());
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, getWidth(), getHeight());
    g.setFill(palette.getValue().color(Token.CANVAS_DOT));
    double distance = Anatomy.GRID * seen.zoomProperty().get();
    while (distance < MIN_DISTANCE) {
      distance *= 2;
    }
    double left = seen.offsetXProperty().get() % distance - distance;
    double top = seen.offsetYProperty().get() % distance - distance;
    for (double y = top; y < getHeight(); y += distance) {
      for (double x = left; x < getWidth(); x += distance) {
        g.fillRect(Math.rint(x), Math.rint(y), 1.5, 1.5);
      }
    }
  }
}
