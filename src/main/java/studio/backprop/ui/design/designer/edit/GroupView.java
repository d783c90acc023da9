package studio.backprop.ui.design.designer.edit;

import studio.backprop.network.NodeGroup;

/** A group as it is drawn, open or folded: a press on it means all its nodes. */
public interface GroupView {
  NodeGroup group();

  /** What a press on the title takes hold of. */
  Box place();

  void requestFocus();
}
