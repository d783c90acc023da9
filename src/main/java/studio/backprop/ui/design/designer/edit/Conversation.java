package studio.backprop.ui.design.designer.edit;

/**
 * What the mouse and the canvas have to say to each other between press and release. It shows what would happen, and on commit makes it
 * happen in one edit; cancel leaves everything as it was. Places are in canvas px.
 */
public interface Conversation {
  void move(double x, double y);

  /** Whether it may lead to what is not in sight, so that the canvas moves along at its edges. */
  default boolean goesFar() {
    return true;
  }

  void commit();

  void cancel();
}
