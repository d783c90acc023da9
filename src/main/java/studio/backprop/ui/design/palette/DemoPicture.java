package studio.backprop.ui.design.palette;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import studio.backprop.observe.LayerDemo.Part;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.kit.Extent;
import studio.backprop.ui.kit.HeatMap;
import studio.backprop.ui.kit.HeatMap.Tiles;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.ThemeModel;

/** Heat map of one example with its shape: a map for each channel, a row for each time step, a cell for each value. */
final class DemoPicture extends VBox {
  private static final int HIGH = 80;
  private static final int CELL = 9;
  private static final int STRIP = 16;
  private static final int GAP = 3;
  private static final int WIDEST = 144;

  DemoPicture(Part part, ThemeModel theme, Lang lang) {
    Shape shape = part.shape();
    getStyleClass().add("demo-picture");
    if (shape.rank() == 0) {
      Label number = new Label(lang.numbers().significant(part.values()[0], 3));
      number.getStyleClass().add("number");
      getChildren().add(number);
    } else {
      getChildren().add(map(part, theme));
    }
    Label size = new Label(shape.rank() == 0 ? lang.say("shape.scalar") : shape.toString());
    size.getStyleClass().addAll("note", "mut");
    getChildren().add(size);
  }

  private static HeatMap map(Part part, ThemeModel theme) {
    Shape shape = part.shape();
    int maps = shape.rank() == 3 ? shape.size(0) : 1;
    int rows = shape.rank() == 1 ? shape.size(0) : shape.size(shape.rank() - 2);
    int columns = shape.rank() == 1 ? 1 : shape.size(shape.rank() - 1);
    HeatMap map = new HeatMap(shape.rank() == 3 ? sheets(maps, rows, columns) : matrix(rows, columns));
    map.scaleProperty().bind(theme.paletteProperty().map(Palette::signed));
    float largest = new Extent().largest(part.values());
    map.show(part.values(), 0, maps, rows, columns, largest > 0 ? largest : 1);
    return map;
  }

  private static Tiles matrix(int rows, int columns) {
    int height = Math.min(HIGH, rows * CELL);
    return new Tiles(1, 1, columns == 1 ? STRIP : Math.min(WIDEST, columns * CELL), Math.max(rows, height), 1);
  }

  /** One large map, or several in at most four columns. */
  private static Tiles sheets(int maps, int rows, int columns) {
    int across = maps == 1 ? 1 : maps <= 4 ? 2 : 4;
    int down = (maps + across - 1) / across;
    int side = maps == 1 ? HIGH - STRIP / 2 : (maps <= 4 ? WIDEST / 2 : WIDEST) / across - GAP;
    int larger = Math.max(rows, columns);
    return new Tiles(across, down, Math.max(1, side * columns / larger), Math.max(1, side * rows / larger), GAP);
  }
}
