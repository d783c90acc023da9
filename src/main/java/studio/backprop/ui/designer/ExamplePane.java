package studio.backprop.ui.designer;

import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.kit.Extent;
import studio.backprop.ui.kit.HeatMap;
import studio.backprop.ui.kit.Palette;

/** A picture that the network learns from: its first training example. */
final class ExamplePane extends NodePane {
  private final HeatMap map;

  ExamplePane(Desk desk, PreparedData data, Shape shape, int width) {
    float[] pixels = new float[(int) shape.count()];
    data.copyInput(Part.TRAIN, 0, pixels, 0);
    int side = (int) Math.min(width, PICTURE - 4);
    int longest = Math.max(shape.size(1), shape.size(2));
    int cell = Math.max(1, side / longest);
    map = new HeatMap(new HeatMap.Tiles(1, 1, Math.min(side, shape.size(2) * cell), Math.min(side, shape.size(1) * cell), 1));
    map.scaleProperty().bind(desk.theme().paletteProperty().map(Palette::pixels));
    map.show(pixels, shape.size(1), shape.size(2), new Extent().largest(pixels));
    map.getStyleClass().add("example");
    getChildren().add(map);
  }

  @Override
  void redraw() {
    // an example stays what it is
  }

  @Override
  void refresh() {
    // nor does training change it
  }

  @Override
  protected void layoutChildren() {
    double width = map.prefWidth(-1);
    double height = map.prefHeight(-1);
    map.resizeRelocate(Math.rint((getWidth() - width) / 2), Math.rint((PICTURE - height) / 2), width, height);
  }
}
