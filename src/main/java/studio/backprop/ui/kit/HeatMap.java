package studio.backprop.ui.kit;

import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;

/** Heat map: one crisp cell a number, maps in a grid, such as the feature maps of a node. Reads the caller's array; does not allocate. */
public final class HeatMap extends Region {
  private static final float[] NOTHING = {};

  private final ImageView view = new ImageView();
  private final ObjectProperty<Scale> scale = new SimpleObjectProperty<>(this, "scale");
  private Tiles tiles;
  private int[] pixels;
  private PixelBuffer<IntBuffer> buffer;

  private float[] values = NOTHING;
  private int offset;
  private int maps;
  private int rows = 1;
  private int columns = 1;
  private float limit = 1;

  /**
   * Grid of maps, sizes and gap in px; maps beyond across × down are not shown, {@code lag} is the vertical offset of each column to the
   * previous.
   */
  public record Tiles(int across, int down, int mapWidth, int mapHeight, int gap, int lag) {
    public Tiles {
      if (across < 1 || down < 1 || mapWidth < 1 || mapHeight < 1 || gap < 0 || lag < 0) {
        throw new IllegalArgumentException(
            "no room for maps: " + across + "×" + down + " of " + mapWidth + "×" + mapHeight + " px, gap " + gap + ", lag " + lag);
      }
    }

    public Tiles(int across, int down, int mapWidth, int mapHeight, int gap) {
      this(across, down, mapWidth, mapHeight, gap, 0);
    }

    public int left(int map) {
      return map % across * (mapWidth + gap);
    }

    public int top(int map) {
      return map / across * (mapHeight + gap) + map % across * lag;
    }

    int width() {
      return across * (mapWidth + gap) - gap;
    }

    int height() {
      return down * (mapHeight + gap) - gap + (across - 1) * lag;
    }
  }

  public HeatMap(Tiles tiles) {
    getStyleClass().add("heat-map");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    view.setSmooth(false);
    getChildren().add(view);
    scale.subscribe(colours -> repaint());
    arrange(tiles);
  }

  public void arrange(Tiles tiles) {
    this.tiles = tiles;
    pixels = new int[tiles.width() * tiles.height()];
    buffer = new PixelBuffer<>(tiles.width(), tiles.height(), IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
    view.setImage(new WritableImage(buffer));
    requestLayout();
    repaint();
  }

  /** Colour scale; nothing is painted before it is set. Bind it to a scale of {@link ThemeModel#paletteProperty()}. */
  public ObjectProperty<Scale> scaleProperty() {
    return scale;
  }

  public void show(float[] values, int rows, int columns, float limit) {
    show(values, 0, 1, rows, columns, limit);
  }

  /**
   * Shows consecutive row-major maps from {@code offset}; {@code limit} is the value at the end of the scale. Keeps the array for repaints.
   */
  public void show(float[] values, int offset, int maps, int rows, int columns, float limit) {
    if (offset < 0 || maps < 0 || rows < 1 || columns < 1 || offset + maps * rows * columns > values.length) {
      throw new IllegalArgumentException(
          maps + " maps of " + rows + "×" + columns + " from " + offset + " do not fit in " + values.length + " values");
    }
    this.values = values;
    this.offset = offset;
    this.maps = maps;
    this.rows = rows;
    this.columns = columns;
    this.limit = limit;
    repaint();
  }

  public Tiles tiles() {
    return tiles;
  }

  /** Index into the shown array of the cell at a point of this node; −1 in a gap or outside. */
  public int indexAt(double x, double y) {
    int column = (int) Math.floor(x);
    int row = (int) Math.floor(y);
    if (column < 0 || row < 0 || column >= tiles.width() || row >= tiles.height()) {
      return -1;
    }
    int stepX = tiles.mapWidth + tiles.gap;
    int stepY = tiles.mapHeight + tiles.gap;
    row -= column / stepX * tiles.lag;
    int map = row / stepY * tiles.across + column / stepX;
    if (row < 0 || map >= maps || column % stepX >= tiles.mapWidth || row % stepY >= tiles.mapHeight) {
      return -1;
    }
    return offset + (map * rows + row % stepY * rows / tiles.mapHeight) * columns + column % stepX * columns / tiles.mapWidth;
  }

  /** Index of the map at a point of this node; −1 in a gap or outside. */
  public int mapAt(double x, double y) {
    int index = indexAt(x, y);
    return index < 0 ? -1 : (index - offset) / (rows * columns);
  }

  private void repaint() {
    Scale colours = scale.get();
    if (colours == null) {
      return;
    }
    float unit = limit > 0 ? 1 / limit : 0;
    for (int map = 0; map < tiles.across * tiles.down; map++) {
      int corner = tiles.top(map) * tiles.width() + tiles.left(map);
      if (map < maps) {
        paint(colours, unit, offset + map * rows * columns, corner);
      } else {
        clear(corner);
      }
    }
    buffer.updateBuffer(all -> null);
  }

  private void paint(Scale colours, float unit, int from, int corner) {
    for (int y = 0; y < tiles.mapHeight; y++) {
      int row = from + y * rows / tiles.mapHeight * columns;
      int line = corner + y * tiles.width();
      for (int x = 0; x < tiles.mapWidth; x++) {
        pixels[line + x] = colours.argb(values[row + x * columns / tiles.mapWidth] * unit);
      }
    }
  }

  private void clear(int corner) {
    for (int y = 0; y < tiles.mapHeight; y++) {
      int line = corner + y * tiles.width();
      Arrays.fill(pixels, line, line + tiles.mapWidth, 0);
    }
  }

  @Override
  protected double computePrefWidth(double height) {
    return tiles.width();
  }

  @Override
  protected double computePrefHeight(double width) {
    return tiles.height();
  }

  @Override
  protected double computeMinWidth(double height) {
    return tiles.width();
  }

  @Override
  protected double computeMinHeight(double width) {
    return tiles.height();
  }

  @Override
  protected double computeMaxWidth(double height) {
    return tiles.width();
  }

  @Override
  protected double computeMaxHeight(double width) {
    return tiles.height();
  }
}
