package studio.backprop.ui.design.designer.edit;

/**
 * Mouse gesture on the canvas from press to release: previews its result, and commits it as one edit or cancels it without a trace. Canvas
 * px.
 */
public interface Conversation {
  void move(double x, double y);

  /** Whether the canvas pans automatically at its edges. */
  default boolean goesFar() {
    return true;
  }

  void commit();

  void cancel();
}
