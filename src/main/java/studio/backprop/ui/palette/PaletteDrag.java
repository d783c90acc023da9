package studio.backprop.ui.palette;

import studio.backprop.layer.LayerType;

/** Where a dragged layer may land: the canvas, which knows its own places. All places are in the scene's coordinates. */
public interface PaletteDrag {
  /** The layer hovers here. Tells whether it could land, and is shown, where it is. */
  boolean preview(LayerType type, double sceneX, double sceneY);

  /** The mouse let go of the layer here. */
  void drop(LayerType type, double sceneX, double sceneY);

  /** The drag has ended without a drop. */
  void cancel();
}
