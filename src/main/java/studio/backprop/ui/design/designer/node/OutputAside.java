package studio.backprop.ui.design.designer.node;

import javafx.scene.layout.Region;
import studio.backprop.observe.Activations;

/** What stands beside the numbers that a node gives, and says how they come about. */
interface OutputAside {
  Region view();

  void show(Activations seen);

  /** The number of the output that what stands at a place goes into; −1 where there is none. */
  default int outputAt(double x, double y) {
    return -1;
  }

  /** In the colours of now. */
  void redraw();
}
