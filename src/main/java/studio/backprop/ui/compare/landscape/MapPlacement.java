package studio.backprop.ui.compare.landscape;

/**
 * Where a map lies in a picture, in px.
 *
 * @param map that is drawn
 * @param x its left edge
 * @param y its upper edge
 */
record MapPlacement(DrawnMap map, double x, double y, double width, double height) {
  double px(double coordinate) {
    return x + width * (coordinate - map.left()) / (map.right() - map.left());
  }

  double py(double coordinate) {
    return y + height * (map.top() - coordinate) / (map.top() - map.bottom());
  }

  /** The coordinate on the first axis at a place of the picture. */
  double atX(double px) {
    return map.left() + (map.right() - map.left()) * (px - x) / width;
  }

  /** The coordinate on the second axis. */
  double atY(double py) {
    return map.top() - (map.top() - map.bottom()) * (py - y) / height;
  }

  boolean contains(double px, double py) {
    return px >= x && px <= x + width && py >= y && py <= y + height;
  }
}
