package studio.backprop.ui.palette;

/**
 * Where what is dragged may land: the canvas, which knows its own places. All places are in the scene's coordinates.
 *
 * @param <T> kinds of layers, or blocks
 */
public interface PaletteDrag<T> {
  /** The layer hovers here. Tells whether it could land, and is shown, where it is. */
  boolean preview(T dragged, double sceneX, double sceneY);

  /** The mouse let go of the layer here. */
  void drop(T dragged, double sceneX, double sceneY);

  /** The drag has ended without a drop. */
  void cancel();
}
