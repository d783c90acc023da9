package studio.backprop.ui.design.designer.node;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.kit.Extent;
import studio.backprop.ui.kit.HeatMap;
import studio.backprop.ui.kit.HeatMap.Tiles;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Scale;
import studio.backprop.ui.workspace.run.ColourReach.Limit;

/** Heat map of a node's output for one example, or of the magnitude of its gradient. */
final class OutputCells extends Region implements UnitPlaces {
  private static final int IMAGE = 3;

  private final Extent extent = new Extent();
  private final ObservableValue<Palette> palette;
  private final Limit limit;
  private final Shape shape;
  private final boolean sizeOnly;
  private final OutputTiles all;
  private final OutputTiles single;
  private final HeatMap map;
  private final float[] shown;
  private boolean simple;
  private int firstShown;
  private int mapsShown;
  private float least;
  private float most;

  /**
   * @param sizeOnly whether to show magnitudes without sign, for gradients
   * @param limit range of the colours
   */
  OutputCells(Shape shape, int width, int height, boolean sizeOnly, ObservableValue<Palette> palette, Limit limit) {
    this.shape = shape;
    this.sizeOnly = sizeOnly;
    this.palette = palette;
    this.limit = limit;
    all = OutputTiles.of(shape, width, height);
    int alone = height < NodePane.PICTURE ? (int) NodePane.PICTURE : Math.max(width, height); // under a low one something else stands
    single = shape.rank() == IMAGE ? OutputTiles.single(shape, width, alone) : all;
    shown = new float[Math.toIntExact(shape.count())];
    map = new HeatMap(all.tiles());
    map.setMouseTransparent(true);
    getChildren().add(map);
  }

  /** Sets the values; row-major. */
  void show(float[] values) {
    least = Float.POSITIVE_INFINITY;
    most = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < shown.length; i++) {
      shown[i] = sizeOnly ? Math.abs(values[i]) : values[i];
      least = Math.min(least, values[i]);
      most = Math.max(most, values[i]);
    }
    paint();
  }

  /** Redraws, possibly in other colours. */
  void paint() {
    map.scaleProperty().set(scale(palette.getValue()));
    int perMap = all.rows() * all.columns();
    int first = simple && all.maps() > 1 && shape.rank() == IMAGE ? strongest(perMap) : 0;
    int maps = single == all || !simple ? all.maps() : 1;
    firstShown = first;
    mapsShown = maps;
    map.show(shown, first * perMap, maps, all.rows(), all.columns(), limit.of(extent.largest(shown)));
  }

  private Scale scale(Palette colours) {
    return sizeOnly ? colours.size() : least < 0 ? colours.signed() : colours.features();
  }

  private int strongest(int perMap) {
    int best = 0;
    double largest = -1;
    for (int channel = 0; channel < shown.length / perMap; channel++) {
      double sum = 0;
      for (int i = channel * perMap; i < (channel + 1) * perMap; i++) {
        sum += Math.abs(shown[i]);
      }
      if (sum > largest) {
        largest = sum;
        best = channel;
      }
    }
    return best;
  }

  /** Zoomed out, only the strongest map is shown. */
  void simplify(boolean wanted) {
    if (simple != wanted) {
      simple = wanted;
      map.arrange(simple ? single.tiles() : all.tiles());
      paint();
      requestLayout();
    }
  }

  @Override
  public int unitAt(double x, double y) {
    int at = map.mapAt(x - map.getLayoutX(), y - map.getLayoutY());
    return at < 0 ? -1 : firstShown + at;
  }

  @Override
  public Optional<Box> placeOf(int unit) {
    int at = unit - firstShown;
    Tiles tiles = simple ? single.tiles() : all.tiles();
    return at >= 0 && at < mapsShown
        ? Optional.of(new Box(map.getLayoutX() + tiles.left(at), map.getLayoutY() + tiles.top(at), tiles.mapWidth(), tiles.mapHeight()))
        : Optional.empty();
  }

  @Override
  public int cellAt(double x, double y) {
    return map.indexAt(x - map.getLayoutX(), y - map.getLayoutY());
  }

  @Override
  public Optional<Box> cellPlace(int cell) {
    int perMap = all.rows() * all.columns();
    return placeOf(cell / perMap).map(tile -> {
      double width = tile.width() / all.columns();
      double height = tile.height() / all.rows();
      return new Box(tile.x() + cell % all.columns() * width, tile.y() + cell % perMap / all.columns() * height, width, height);
    });
  }

  float least() {
    return least;
  }

  float most() {
    return most;
  }

  @Override
  protected void layoutChildren() {
    double x = Math.max(0, (getWidth() - map.prefWidth(-1)) / 2);
    double y = Math.max(0, (getHeight() - map.prefHeight(-1)) / 2);
    map.resizeRelocate(Math.rint(x), Math.rint(y), map.prefWidth(-1), map.prefHeight(-1));
  }
}
