package studio.backprop.ui.design.designer;

import java.util.function.Predicate;
import java.util.function.Supplier;
import studio.backprop.layer.LayerType;
import studio.backprop.network.block.Block;
import studio.backprop.ui.design.designer.edit.DesignerModel;
import studio.backprop.ui.design.designer.edit.Ghost;
import studio.backprop.ui.design.designer.edit.PlaceLayer;

/** Drop target for layers and blocks from elsewhere in the window. Scene coordinates. */
public final class PaletteDrop {
  private final DesignerModel model;
  private final CanvasView canvas;

  PaletteDrop(DesignerModel model, CanvasView canvas) {
    this.model = model;
    this.canvas = canvas;
  }

  /** Previews a layer at a place; returns whether it is on the canvas. */
  public boolean previewAt(LayerType type, double sceneX, double sceneY) {
    return previewAt(() -> new PlaceLayer(model, type), ghost -> ghost.type() == type && ghost.block().isEmpty(), sceneX, sceneY);
  }

  public boolean previewAt(Block block, double sceneX, double sceneY) {
    return previewAt(() -> new PlaceLayer(model, block), ghost -> ghost.block().filter(block::equals).isPresent(), sceneX, sceneY);
  }

  private boolean previewAt(Supplier<PlaceLayer> begin, Predicate<Ghost> shown, double sceneX, double sceneY) {
    var place = canvas.sceneToLocal(sceneX, sceneY);
    if (!canvas.contains(place)) {
      model.hand().cancel();
      return false;
    }
    if (model.hand().ghost().filter(shown).isEmpty()) {
      model.hand().begin(begin.get());
    }
    model.hand().moveTo(model.camera().canvasX(place.getX()), model.camera().canvasY(place.getY()));
    return true;
  }

  /** Adds the layer; does nothing outside the canvas. */
  public void dropAt(LayerType type, double sceneX, double sceneY) {
    previewAt(type, sceneX, sceneY);
    model.hand().commit();
  }

  public void dropAt(Block block, double sceneX, double sceneY) {
    previewAt(block, sceneX, sceneY);
    model.hand().commit();
  }

  public void cancel() {
    model.hand().cancel();
  }
}
