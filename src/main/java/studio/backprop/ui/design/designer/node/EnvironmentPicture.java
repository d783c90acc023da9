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
  private final Environment environment;
  private final Painting painting = new Painting(this::paint);
  private final double[] state;

  EnvironmentPicture(CanvasDesk desk, Environment environment) {
    this.desk = desk;
    this.environment = environment;
    this.state = new double[environment.stateSize()];
    setMouseTransparent(true);
    getChildren().add(painting);
    painting.setManaged(false);
  }

  /** @param seen unscaled observation */
  void show(float[] seen) {
    environment.imagine(seen, state);
    painting.repaint();
  }

  double[] state() {
    return state.clone();
  }

  private void paint(GraphicsContext g, double width, double height) {
    new EnvironmentPainter(g, desk.theme().palette(), 0, 0, width, height).paint(environment, state);
  }

  @Override
  protected void layoutChildren() {
    painting.resizeRelocate(0, 0, getWidth(), getHeight());
  }
}
