package studio.backprop.ui.lens;

import javafx.scene.layout.Region;
import studio.backprop.network.Node;
import studio.backprop.train.NodeLook;

/** A large picture of what happens inside one kind of node. Made when somebody looks into such a node, and told of every new state. */
interface InsideView {
  /** What stands in the middle of the window, and takes the room it gets. */
  Region region();

  /** Shows the numbers of now. On the screen's thread, up to fifteen times a second. */
  void show(Node node, NodeLook look);
}
