package studio.backprop.ui.designer;

import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Token;

/** The dots behind the network, which nodes snap to. */
final class DotGrid extends Region {
  private static final double LEAST_DISTANCE = 12;

  private final Canvas canvas = new Canvas();
  private final Camera camera;
  private final ObservableValue<Palette> palette;

  DotGrid(Camera camera, ObservableValue<Palette> palette) {
    this.camera = camera;
    this.palette = palette;
    setMouseTransparent(true);
    getChildren().add(canvas);
    camera.zoomProperty().subscribe(zoom -> requestLayout());
    camera.offsetXProperty().subscribe(x -> requestLayout());
    camera.offsetYProperty().subscribe(y -> requestLayout());
    palette.subscribe(colours -> requestLayout());
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, getWidth(), getHeight());
    g.setFill(palette.getValue().color(Token.CANVAS_DOT));
    double distance = Anatomy.GRID * camera.zoom();
    while (distance < LEAST_DISTANCE) {
      distance *= 2;
    }
    double left = camera.offsetXProperty().get() % distance - distance;
    double top = camera.offsetYProperty().get() % distance - distance;
    for (double y = top; y < getHeight(); y += distance) {
      for (double x = left; x < getWidth(); x += distance) {
        g.fillRect(Math.rint(x), Math.rint(y), 1.5, 1.5);
      }
    }
  }
}
