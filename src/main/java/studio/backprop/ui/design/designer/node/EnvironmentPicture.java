package studio.backprop.ui.design.designer.node;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import studio.backprop.environment.Environment;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.workspace.environment.EnvironmentPainter;

/** Picture of an environment in a state. */
final class EnvironmentPicture extends Region {
  private final CanvasDesk desk;
  private final Environment world;
  private final Painting painting = new Painting(this::paint);
  private final double[] state;

  EnvironmentPicture(CanvasDesk desk, Environment world) {
    this.desk = desk;
    this.world = world;
    this.state = new double[world.stateSize()];
    setMouseTransparent(true);
    getChildren().add(painting);
    painting.setManaged(false);
  }

  /** @param seen unscaled observation */
  void show(float[] seen) {
    world.imagine(seen, state);
    painting.repaint();
  }

  double[] state() {
    return state.clone();
  }

  private void paint(GraphicsContext g, double width, double height) {
    new EnvironmentPainter(g, desk.theme().palette(), 0, 0, width, height).paint(world, state);
  }

  @Override
  protected void layoutChildren() {
    painting.resizeRelocate(0, 0, getWidth(), getHeight());
  }
}
