package studio.backprop.ui.design.designer.node;

import javafx.scene.layout.Region;
import studio.backprop.observe.Activations;

/** Illustration of a node's computation, beside its output. */
interface OutputAside {
  Region view();

  void show(Activations seen);

  /** Index of the output that a place contributes to; −1 for none. */
  default int outputAt(double x, double y) {
    return -1;
  }

  void redraw();
}
