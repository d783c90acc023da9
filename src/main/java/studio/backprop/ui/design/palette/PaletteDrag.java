package studio.backprop.ui.design.palette;

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

  /** The mouse has put something there, by a drop or a double click: the keys mean that now. */
  default void landed() {}

  /** Whether what hovers at a place could land there. */
  interface Preview<T> {
    boolean at(T dragged, double sceneX, double sceneY);
  }

  /** Lands what was dragged. */
  interface Drop<T> {
    void at(T dragged, double sceneX, double sceneY);
  }

  static <T> PaletteDrag<T> of(Preview<T> preview, Drop<T> drop, Runnable cancel, Runnable landed) {
    return new PaletteDrag<>() {
      @Override
      public boolean preview(T dragged, double sceneX, double sceneY) {
        return preview.at(dragged, sceneX, sceneY);
      }

      @Override
      public void drop(T dragged, double sceneX, double sceneY) {
        drop.at(dragged, sceneX, sceneY);
      }

      @Override
      public void cancel() {
        cancel.run();
      }

      @Override
      public void landed() {
        landed.run();
      }
    };
  }
}
