package studio.backprop.ui.designer;

import javafx.scene.layout.Region;

/** The part of a node between its settings and its footer: a picture, and in some lenses numbers. */
abstract class NodePane extends Region {
  /** The pictures' height: the ports are at its middle. */
  static final double PICTURE = 88;

  NodePane() {
    setManaged(false);
    setPickOnBounds(false);
  }

  /** The shape, the colours or the language are other ones now. */
  abstract void redraw();

  /** Leaves everything but the main picture away, or brings it back. */
  void simplify(boolean simple) {}

  /** Shows the newest state of training. Called often: nothing may be laid out or allocated here without need. */
  abstract void refresh();
}
