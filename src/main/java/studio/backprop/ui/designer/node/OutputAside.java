package studio.backprop.ui.designer.node;

import javafx.scene.layout.Region;
import studio.backprop.train.observe.Activations;

/** What stands beside the numbers that a node gives, and says how they come about. */
interface OutputAside {
  Region view();

  void show(Activations seen);

  /** In the colours of now. */
  void redraw();
}
