package studio.backprop.ui.design.palette;

/**
 * Drop target of a drag from the palette. Coordinates are those of the scene.
 *
 * @param <T> layer types or blocks
 */
public interface PaletteDrag<T> {
  /** Shows a preview where the dragged item could land. Returns whether it could. */
  boolean preview(T dragged, double sceneX, double sceneY);

  void drop(T dragged, double sceneX, double sceneY);

  /** Ends the drag without a drop. */
  void cancel();

  /** Called after a drop or a double click, which moves the keyboard focus. */
  default void landed() {}

  /** Whether an item could land at a place. */
  interface Preview<T> {
    boolean at(T dragged, double sceneX, double sceneY);
  }

  /** Drop at a place. */
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
