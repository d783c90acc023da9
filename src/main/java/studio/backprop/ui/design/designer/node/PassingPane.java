package studio.backprop.ui.design.designer.node;

import javafx.scene.text.Text;
import studio.backprop.network.Node;
import studio.backprop.observe.Snapshot;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.design.designer.edit.NormRow;
import studio.backprop.ui.workspace.run.ColourReach;

/** Pane of the gradients lens for a node without weights: output for the chosen example and its gradient. */
final class PassingPane extends NodePane {
  private static final double ANSWER = 60;
  private static final double CAPTION_Y = 66;
  private static final double GRADIENTS_Y = 84;
  private static final double GRADIENTS = 42;
  private static final double LOWEST_NORM_Y = 152;

  private final CanvasDesk desk;
  private final Node node;
  private final OutputPicture answer;
  private final OutputCells gradients;
  private final Text caption = new Text();
  private final NormRow norm;

  PassingPane(CanvasDesk desk, Node node, Shape shape, int width) {
    this.desk = desk;
    this.node = node;
    answer = OutputPicture.of(desk, node, shape, width, (int) ANSWER);
    ColourReach.Limit limit = desk.reach().limit(ColourReach.Quantity.RETURNED, node.id());
    gradients = new OutputCells(shape, width, (int) GRADIENTS, true, desk.theme().paletteProperty(), limit);
    caption.getStyleClass().add("pane-caption");
    norm = Badges.passing(desk);
    norm.setVisible(false);
    gradients.setVisible(false);
    getChildren().addAll(answer.view(), norm);
    if (!answer.complete()) {
      getChildren().addAll(caption, gradients);
      pointAt(desk, node.id(), gradients, gradients);
    }
    pointAt(desk, node.id(), answer.view(), answer.places());
    getChildren().forEach(child -> child.setManaged(false));
  }

  @Override
  void redraw() {
    caption.setText(desk.lang().say("pane.passing"));
    answer.redraw();
    gradients.paint();
  }

  @Override
  void simplify(boolean simple) {
    answer.simplify(simple);
    caption.setVisible(!simple);
    gradients.setOpacity(simple ? 0 : 1); // whether they are visible is up to the training
    norm.setOpacity(simple ? 0 : 1);
  }

  @Override
  double needed() {
    return GRADIENTS_Y + GRADIENTS + NormRow.HEIGHT + 2;
  }

  @Override
  void refresh() {
    Snapshot snapshot = desk.run().snapshot().filter(s -> s.activations().has(node.id())).orElse(null);
    if (snapshot == null) {
      return;
    }
    answer.show(snapshot.activations());
    float[] back = snapshot.activations().gradient(node.id());
    boolean come = back != null && (snapshot.cursor().isEmpty() || snapshot.reached(node.id())); // it arrives step by step in the debugger
    gradients.setVisible(come);
    if (come) {
      gradients.show(back);
    }
    double gradient = snapshot.outputGradient(node.id());
    norm.setVisible(snapshot.reached(node.id()));
    if (norm.isVisible()) {
      norm.show(gradient);
    }
  }

  @Override
  protected void layoutChildren() {
    double normY = Math.min(LOWEST_NORM_Y, getHeight() - NormRow.HEIGHT);
    answer.view().resizeRelocate(0, 0, getWidth(), answer.complete() ? normY : ANSWER);
    caption.relocate(0, CAPTION_Y);
    gradients.resizeRelocate(0, GRADIENTS_Y, getWidth(), GRADIENTS);
    norm.resizeRelocate(0, normY, getWidth(), NormRow.HEIGHT);
  }
}
