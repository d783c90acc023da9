package studio.backprop.ui.design.designer.edit;

import studio.backprop.network.NodeGroup;

/** View of a group, open or folded. A press on it means all its nodes. */
public interface GroupView {
  NodeGroup group();

  /** Bounds of the drag handle. */
  Box place();

  void requestFocus();
}
