package studio.backprop.ui.design.designer.edit;

import studio.backprop.layer.Layer;

/**
 * The room that a node takes when nodes are put in order, or a group in its stead, from its upper left corner; of an open group that is
 * the corner of its first node.
 *
 * @param left how far it reaches to the left of the corner
 * @param above how far it reaches over it
 * @param right how far it reaches to the right
 * @param below how far it reaches down
 */
record FreeSpace(double left, double above, double right, double below) {
  static FreeSpace of(Layer layer, Lens lens) {
    return new FreeSpace(0, 0, Anatomy.width(layer), Anatomy.height(layer, lens));
  }

  static FreeSpace folded(Lens lens) {
    return new FreeSpace(0, 0, Anatomy.GROUP_WIDTH, Anatomy.height(lens));
  }

  /** Around the nodes of an open group. */
  FreeSpace framed() {
    double side = Anatomy.FRAME_SIDE;
    return new FreeSpace(left + side, above + Anatomy.FRAME_LABELS + Anatomy.FRAME_TITLE, right + side, below + side);
  }

  /** With another that stands so far from its corner. */
  FreeSpace with(FreeSpace other, double dx, double dy) {
    return new FreeSpace(Math.max(left, other.left - dx), Math.max(above, other.above - dy), Math.max(right, other.right + dx),
        Math.max(below, other.below + dy));
  }
}
