package studio.backprop.ui.design.designer.edit;

import studio.backprop.layer.Layer;

/**
 * Extent of a node, or of a group in its stead, in an automatic layout, relative to its upper left corner; for an open group that of its
 * first node.
 */
record FreeSpace(double left, double above, double right, double below) {
  static FreeSpace of(Layer layer, Lens lens) {
    return new FreeSpace(0, 0, Anatomy.width(layer), Anatomy.height(layer, lens));
  }

  static FreeSpace folded(Lens lens) {
    return new FreeSpace(0, 0, Anatomy.GROUP_WIDTH, Anatomy.height(lens));
  }

  /** With the frame of an open group. */
  FreeSpace framed() {
    double side = Anatomy.FRAME_SIDE;
    return new FreeSpace(left + side, above + Anatomy.FRAME_LABELS + Anatomy.FRAME_TITLE, right + side, below + side);
  }

  /** United with another at an offset. */
  FreeSpace with(FreeSpace other, double dx, double dy) {
    return new FreeSpace(Math.max(left, other.left - dx), Math.max(above, other.above - dy), Math.max(right, other.right + dx),
        Math.max(below, other.below + dy));
  }
}
