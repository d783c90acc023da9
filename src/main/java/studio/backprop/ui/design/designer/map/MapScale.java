package studio.backprop.ui.design.designer.map;

import studio.backprop.ui.design.designer.edit.Box;

/** Transform of the minimap: map = canvas · scale + offset. Immutable. */
record MapScale(double scale, double offsetX, double offsetY) {
  static MapScale of(Box network, double width, double height) {
    double scale = Math.min(width / network.width(), height / network.height());
    return new MapScale(scale, width / 2 - network.centerX() * scale, height / 2 - network.centerY() * scale);
  }

  Box onMap(Box canvas) {
    return new Box(canvas.x() * scale + offsetX, canvas.y() * scale + offsetY, canvas.width() * scale, canvas.height() * scale);
  }

  double canvasX(double mapX) {
    return (mapX - offsetX) / scale;
  }

  double canvasY(double mapY) {
    return (mapY - offsetY) / scale;
  }
}
