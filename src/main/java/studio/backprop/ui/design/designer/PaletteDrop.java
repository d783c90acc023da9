package studio.backprop.ui.design.designer;

import java.util.function.Predicate;
import java.util.function.Supplier;
import studio.backprop.layer.LayerType;
import studio.backprop.network.block.Block;
import studio.backprop.ui.design.designer.edit.DesignerModel;
import studio.backprop.ui.design.designer.edit.Ghost;
import studio.backprop.ui.design.designer.edit.PlaceLayer;

/** What the mouse brings to the canvas from elsewhere in the window: layers and blocks. Places are those of the scene. */
public final class PaletteDrop {
  private final DesignerModel model;
  private final CanvasView canvas;

  PaletteDrop(DesignerModel model, CanvasView canvas) {
    this.model = model;
    this.canvas = canvas;
  }

  /** Shows where a layer would stand that the mouse holds at this place, and tells whether it is on the canvas. */
  public boolean previewAt(LayerType type, double sceneX, double sceneY) {
    return previewAt(() -> new PlaceLayer(model, type), ghost -> ghost.type() == type && ghost.block().isEmpty(), sceneX, sceneY);
  }

  /** The same for several layers at once. */
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

  /** Places the layer there; outside the canvas nothing happens. */
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
