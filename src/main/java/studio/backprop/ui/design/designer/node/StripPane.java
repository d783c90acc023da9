package studio.backprop.ui.design.designer.node;

import studio.backprop.network.Node;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.workspace.run.ColourReach;

/** Pane of a narrow node in the lenses of values: its output for the chosen example as a strip. */
final class StripPane extends NodePane {
  private static final int HEIGHT = 160;

  private final CanvasDesk desk;
  private final Node node;
  private final OutputCells strip;

  StripPane(CanvasDesk desk, Node node, Shape shape, int width) {
    this.desk = desk;
    this.node = node;
    strip = new OutputCells(shape, width, HEIGHT, false, desk.theme().paletteProperty(),
        desk.reach().limit(ColourReach.Quantity.OUTPUT, node.id()));
    strip.setManaged(false);
    getChildren().add(strip);
    pointAt(desk, node.id(), strip, strip);
  }

  @Override
  void redraw() {
    strip.paint();
  }

  @Override
  void refresh() {
    desk.run().snapshot().filter(snapshot -> snapshot.activations().has(node.id()))
        .ifPresent(snapshot -> strip.show(snapshot.activations().output(node.id())));
  }

  @Override
  protected void layoutChildren() {
    strip.resizeRelocate(0, 0, getWidth(), HEIGHT);
  }
}
