package studio.backprop.ui.design.designer.node;

import java.util.Arrays;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import studio.backprop.layer.ParameterSpec;
import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.kit.Extent;
import studio.backprop.ui.kit.HeatMap;
import studio.backprop.ui.kit.HeatMap.Tiles;
import studio.backprop.ui.kit.Scale;
import studio.backprop.ui.workspace.run.ColourReach;
import studio.backprop.ui.workspace.run.ColourReach.Limit;

/**
 * Heat map of a parameter in a fixed room: small images for filters over one channel, otherwise one matrix with a row for each unit. Cells
 * finer than the screen are pooled by largest magnitude, so that outliers stay visible.
 */
final class ParameterPicture extends Region implements UnitPlaces {
  private static final int CELL = 18;
  private static final int TILE = 40;
  private static final int GAP = 3;

  private final Extent extent = new Extent();
  private final HeatMap map;
  private final boolean sizeOnly;
  private final Limit reach;
  private final ParameterSpec spec;
  private final boolean tiled;
  private final int units;
  private final int perUnit;
  private final int shownRows;
  private final int shownColumns;
  private final float[] shown;
  /** Index of the parameter's value in each cell. */
  private final int[] strongest;
  private String wording;

  /**
   * @param sizeOnly whether to show magnitudes without sign
   * @param limit range of the colours
   */
  ParameterPicture(ParameterSpec spec, int width, int height, boolean sizeOnly, ObservableValue<Scale> scale, Limit limit) {
    this.spec = spec;
    this.sizeOnly = sizeOnly;
    this.wording = sizeOnly ? "cell.weight.gradient" : "cell.weight";
    this.reach = limit;
    // units as rows
    boolean transposed = spec.rowsAreInputs();
    int count = Math.toIntExact(spec.count());
    units = transposed ? (int) spec.shape().count() : spec.rows();
    perUnit = count / units;
    Tiles tiles = filters(width, height);
    tiled = tiles != null;
    shownRows = tiled ? units : Math.min(units, height);
    shownColumns = tiled ? perUnit : Math.min(perUnit, width);
    shown = new float[shownRows * shownColumns];
    strongest = new int[shown.length];
    int cellWidth = Math.max(1, Math.min(CELL, width / shownColumns));
    int cellHeight = Math.max(1, Math.min(CELL, height / shownRows));
    map = new HeatMap(tiled ? tiles : new Tiles(1, 1, wide(shownColumns, cellWidth, width), wide(shownRows, cellHeight, height), 1));
    map.scaleProperty().bind(scale);
    map.setMouseTransparent(true);
    getStyleClass().add("parameter-picture");
    getChildren().add(map);
    gather(new float[count]); // cells can be chosen before there is anything to see
  }

  /** Large matrices fill the room with cells of uneven size; small ones keep square cells. */
  private static int wide(int cells, int cell, int room) {
    return cell == CELL ? cells * cell : room;
  }

  private Tiles filters(int width, int height) {
    boolean pictures = spec.shape().rank() == 3 && spec.shape().size(0) == 1 && spec.shape().size(1) > 1;
    if (!pictures) {
      return null;
    }
    for (int side = TILE; side >= spec.shape().size(1) * 2; side--) {
      int across = (width + GAP) / (side + GAP);
      int down = (height + GAP) / (side + GAP);
      if (across * down >= units) {
        int rows = (units + across - 1) / across;
        return new Tiles((units + rows - 1) / rows, rows, side, side, GAP);
      }
    }
    return null;
  }

  /** Shows values in the order of the engine. */
  void show(float[] values) {
    gather(values);
    float limit = reach.of(extent.quantile(shown, 0, shown.length, ColourReach.SHARE));
    if (tiled) {
      map.show(shown, 0, units, spec.shape().size(1), spec.shape().size(2), limit);
    } else {
      map.show(shown, 0, 1, shownRows, shownColumns, limit);
    }
  }

  private void gather(float[] values) {
    boolean transposed = spec.rowsAreInputs();
    Arrays.fill(shown, 0);
    Arrays.fill(strongest, -1);
    for (int unit = 0; unit < units; unit++) {
      int row = unit * shownRows / units * shownColumns;
      for (int i = 0; i < perUnit; i++) {
        int from = transposed ? i * units + unit : unit * perUnit + i;
        float value = values[from];
        int at = row + i * shownColumns / perUnit;
        float size = Math.abs(value);
        if (strongest[at] < 0 || !(size <= Math.abs(shown[at]))) {
          shown[at] = sizeOnly ? size : value;
          strongest[at] = from;
        }
      }
    }
  }

  @Override
  public Optional<String> parameter() {
    return Optional.of(spec.name());
  }

  @Override
  public int cellAt(double x, double y) {
    double left = x - map.getLayoutX();
    double top = y - map.getLayoutY();
    if (tiled) {
      int at = map.indexAt(left, top);
      return at < 0 ? -1 : strongest[at];
    }
    int column = (int) Math.floor(left / map.prefWidth(-1) * shownColumns);
    int row = (int) Math.floor(top / map.prefHeight(-1) * shownRows);
    boolean inside = column >= 0 && column < shownColumns && row >= 0 && row < shownRows;
    return inside ? strongest[row * shownColumns + column] : -1;
  }

  @Override
  public Optional<Box> cellPlace(int cell) {
    if (cell < 0 || cell >= spec.count()) {
      return Optional.empty();
    }
    boolean transposed = spec.rowsAreInputs();
    int unit = transposed ? cell % units : cell / perUnit;
    int i = transposed ? cell / units : cell % perUnit;
    if (tiled) {
      Tiles tiles = map.tiles();
      double width = tiles.mapWidth() / (double) spec.shape().size(2);
      double height = tiles.mapHeight() / (double) spec.shape().size(1);
      return Optional.of(new Box(
          map.getLayoutX() + tiles.left(unit) + i % spec.shape().size(2) * width, map.getLayoutY() + tiles.top(unit) + i / spec.shape()
              .size(2) * height,
          width, height));
    }
    double width = map.prefWidth(-1) / shownColumns;
    double height = map.prefHeight(-1) / shownRows;
    return Optional.of(new Box(
        map.getLayoutX() + i * shownColumns / perUnit * width, map.getLayoutY() + unit * shownRows / units * height, width, height));
  }

  @Override
  public float shownAt(int cell) {
    for (int at = 0; at < strongest.length; at++) {
      if (strongest[at] == cell) {
        return shown[at];
      }
    }
    return Float.NaN;
  }

  @Override
  public String wording() {
    return wording;
  }

  /** Makes the tooltips describe changes. */
  ParameterPicture ofChanges() {
    wording = "cell.weight.change";
    return this;
  }

  @Override
  public int unitAt(double x, double y) {
    if (tiled) {
      return map.mapAt(x - map.getLayoutX(), y - map.getLayoutY());
    }
    int row = (int) Math.floor((y - map.getLayoutY()) / map.prefHeight(-1) * shownRows);
    boolean inside = row >= 0 && row < shownRows && x >= map.getLayoutX() && x < map.getLayoutX() + map.prefWidth(-1);
    return inside ? row * units / shownRows : -1;
  }

  @Override
  public Optional<Box> placeOf(int unit) {
    if (tiled || unit >= units) {
      return Optional.empty();
    }
    double line = map.prefHeight(-1) / shownRows;
    double top = map.getLayoutY() + unit * shownRows / units * line;
    return Optional.of(new Box(map.getLayoutX(), top, map.prefWidth(-1), line));
  }

  @Override
  protected void layoutChildren() {
    double x = Math.max(0, (getWidth() - map.prefWidth(-1)) / 2);
    double y = Math.max(0, (getHeight() - map.prefHeight(-1)) / 2);
    map.resizeRelocate(Math.rint(x), Math.rint(y), map.prefWidth(-1), map.prefHeight(-1));
  }

  /** Rows × columns with units first. */
  static String size(ParameterSpec spec) {
    long perRow = spec.shape().count();
    return spec.rowsAreInputs() ? perRow + "×" + spec.rows() : spec.rows() + "×" + perRow;
  }
}
