package studio.backprop.ui.designer;

import javafx.scene.canvas.Canvas;
import javafx.scene.text.Text;
import studio.backprop.network.Analysis;
import studio.backprop.network.Node;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.kit.Token;

/** The shape of what a node gives and, in the gradients lens, how strong the gradient is that comes back to it. */
final class ShapePane extends NodePane {
  private static final double CAPTION_Y = 106;
  private static final double NORM_Y = 124;

  private final Desk desk;
  private final Node node;
  private final Canvas canvas = new Canvas();
  private final StructurePicture picture = new StructurePicture(canvas);
  private final Text caption = new Text("‖∂L/∂out‖");
  private final Text unknown = new Text("?");
  private final NormRow norm;

  ShapePane(Desk desk, Node node, boolean withGradient) {
    this.desk = desk;
    this.node = node;
    norm = new NormRow("", 1e-4, 1, "gradient", value -> desk.lang().numbers().compact(value));
    caption.getStyleClass().add("pane-caption");
    showNorm(false);
    unknown.getStyleClass().add("unknown");
    getChildren().addAll(canvas, unknown);
    if (withGradient) {
      getChildren().addAll(caption, norm);
    }
    getChildren().forEach(child -> child.setManaged(false));
  }

  @Override
  void redraw() {
    Analysis analysis = desk.model().document().analysis();
    boolean problem = !desk.model().problems(node.id()).isEmpty();
    unknown.setVisible(problem && analysis.shape(node.id()).isEmpty());
    Token group = GroupColour.of(node.type().group());
    picture.draw(analysis.shape(node.id()), largest(analysis), desk.theme().palette().color(group), desk.theme().palette());
  }

  /** The longest side of all pictures in the network: all are drawn to one scale. */
  private static int largest(Analysis analysis) {
    int largest = 1;
    for (Shape shape : analysis.shapes().values()) {
      largest = shape.rank() == 3 ? Math.max(largest, Math.max(shape.size(1), shape.size(2))) : largest;
    }
    return largest;
  }

  @Override
  void refresh() {
    desk.run().snapshot().ifPresent(snapshot -> {
      double gradient = snapshot.outputGradient(node.id());
      boolean reached = snapshot.step() > 0 && !Double.isNaN(gradient);
      showNorm(reached);
      if (reached) {
        norm.show(gradient);
      }
    });
  }

  private void showNorm(boolean shown) {
    caption.setVisible(shown);
    norm.setVisible(shown);
  }

  @Override
  protected void layoutChildren() {
    if (canvas.getWidth() != getWidth()) {
      canvas.setWidth(getWidth());
      canvas.setHeight(PICTURE);
      redraw();
    }
    unknown.relocate((getWidth() - unknown.getLayoutBounds().getWidth()) / 2, (PICTURE - unknown.getLayoutBounds().getHeight()) / 2);
    caption.relocate(0, CAPTION_Y);
    norm.resizeRelocate(0, NORM_Y, getWidth(), NormRow.HEIGHT);
  }
}
