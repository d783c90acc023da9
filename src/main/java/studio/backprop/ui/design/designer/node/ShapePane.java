package studio.backprop.ui.design.designer.node;

import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.text.Text;
import studio.backprop.network.Analysis;
import studio.backprop.network.Node;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.kit.SvgPicture;
import studio.backprop.ui.kit.Token;

/** Pane of a node's output shape. */
final class ShapePane extends NodePane implements SvgPicture.Drawn {
  private final CanvasDesk desk;
  private final Node node;
  private final Canvas canvas = new Canvas();
  private final StructurePicture picture = new StructurePicture(canvas);
  private final Text unknown = new Text("?");

  ShapePane(CanvasDesk desk, Node node) {
    this.desk = desk;
    this.node = node;
    unknown.getStyleClass().add("unknown");
    canvas.setMouseTransparent(true);
    getChildren().addAll(canvas, unknown);
    pointAt(desk, node.id(), canvas, picture);
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

  /** Longest side of all pictures in the network, for a common scale. */
  private static int largest(Analysis analysis) {
    int largest = 1;
    for (Shape shape : analysis.shapes().values()) {
      largest = shape.rank() == 3 ? Math.max(largest, Math.max(shape.size(1), shape.size(2))) : largest;
    }
    return largest;
  }

  @Override
  public List<javafx.scene.shape.Shape> outlines() {
    return picture.outlines();
  }

  @Override
  void refresh() {
    // training does not change a shape
  }

  @Override
  protected void layoutChildren() {
    if (canvas.getWidth() != getWidth()) {
      canvas.setWidth(getWidth());
      canvas.setHeight(PICTURE);
      redraw();
    }
    unknown.relocate((getWidth() - unknown.getLayoutBounds().getWidth()) / 2, (PICTURE - unknown.getLayoutBounds().getHeight()) / 2);
  }
}
