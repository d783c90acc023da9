package studio.backprop.ui.compare.landscape;

/**
 * Placement of a map in a picture, in px.
 *
 * @param x left edge
 * @param y upper edge
 */
record MapPlacement(DrawnMap map, double x, double y, double width, double height) {
  double px(double coordinate) {
    return x + width * (coordinate - map.left()) / (map.right() - map.left());
  }

  double py(double coordinate) {
    return y + height * (map.top() - coordinate) / (map.top() - map.bottom());
  }

  /** First coordinate of a pixel. */
  double atX(double px) {
    return map.left() + (map.right() - map.left()) * (px - x) / width;
  }

  /** Second coordinate of a pixel. */
  double atY(double py) {
    return map.top() - (map.top() - map.bottom()) * (py - y) / height;
  }

  boolean contains(double px, double py) {
    return px >= x && px <= x + width && py >= y && py <= y + height;
  }
}
