package studio.backprop.ui.design.designer.node;

import java.util.Comparator;
import java.util.stream.IntStream;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.kit.HeatMap.Tiles;

/**
 * Layout of an output in a small room: a tile for each channel of an image, a row of cells for a vector, one matrix for a sequence.
 *
 * @param maps number of tiles; of very many channels only the first
 * @param rows of a tile's matrix
 * @param columns of a tile's matrix
 */
record OutputTiles(int maps, int rows, int columns, Tiles tiles) {
  private static final int LARGEST_CELL = 18;
  private static final int LARGEST_MAP = 30;
  private static final int MIN_MAP = 8;
  private static final int GAP = 3;
  private static final int IMAGE = 3;
  private static final int SEQUENCE = 2;

  static OutputTiles of(Shape shape, int width, int height) {
    return switch (shape.rank()) {
      case IMAGE -> channels(shape, width, height);
      case SEQUENCE -> matrix(shape.size(0), shape.size(1), width, height);
      default -> row(Math.toIntExact(shape.count()), width, height);
    };
  }

  /** A single channel, as large as possible. */
  static OutputTiles single(Shape shape, int width, int height) {
    return matrix(shape.size(1), shape.size(2), width, height);
  }

  /** With the number of lines that makes tiles largest; of very many channels the first ones, at a minimum size. */
  private static OutputTiles channels(Shape shape, int width, int height) {
    int count = shape.size(0);
    Grid grid = IntStream.rangeClosed(1, count).mapToObj(down -> Grid.of(count, down, width, height))
        .max(Comparator.comparingInt(Grid::side)).orElseThrow();
    Grid shown = grid.side >= MIN_MAP ? grid : Grid.of(MIN_MAP, width, height);
    int longest = Math.max(shape.size(1), shape.size(2));
    int mapWidth = Math.max(1, shown.side * shape.size(2) / longest);
    int mapHeight = Math.max(1, shown.side * shape.size(1) / longest);
    return new OutputTiles(
        Math.min(count, shown.across * shown.down), shape.size(1), shape.size(2),
        new Tiles(shown.across, shown.down, mapWidth, mapHeight, shown.gap));
  }

  /** Square places in lines. */
  private record Grid(int across, int down, int side, int gap) {
    /** Places of a number in so many lines. */
    static Grid of(int count, int down, int width, int height) {
      int across = (count + down - 1) / down;
      int gap = across > 4 ? 1 : GAP;
      int side = Math.min((width + gap) / across, (height + gap) / down) - gap;
      return new Grid(across, (count + across - 1) / across, count > 1 ? Math.min(LARGEST_MAP, side) : side, gap);
    }

    /** As many of a size as fit. */
    static Grid of(int side, int width, int height) {
      return new Grid(Math.max(1, (width + 1) / (side + 1)), Math.max(1, (height + 1) / (side + 1)), side, 1);
    }
  }

  private static OutputTiles row(int count, int width, int height) {
    int cell = LARGEST_CELL;
    while (cell > 2 && fitting(count, cell, width, height) < count) {
      cell--;
    }
    int gap = gapOf(cell);
    int most = Math.max(1, (width + gap) / (cell + gap));
    int down = Math.min(Math.max(1, (height + gap) / (cell + gap)), (count + most - 1) / most);
    int across = Math.min(most, (count + down - 1) / down);
    return new OutputTiles(Math.min(count, across * down), 1, 1, new Tiles(across, down, cell, cell, gap));
  }

  private static int fitting(int count, int cell, int width, int height) {
    int gap = gapOf(cell);
    return (width + gap) / (cell + gap) * ((height + gap) / (cell + gap));
  }

  private static int gapOf(int cell) {
    return cell > 8 ? 2 : cell > 3 ? 1 : 0;
  }

  private static OutputTiles matrix(int rows, int columns, int width, int height) {
    int cell = Math.max(1, Math.min(LARGEST_CELL, Math.min(width / columns, height / rows)));
    return new OutputTiles(1, rows, columns, new Tiles(1, 1, Math.min(width, columns * cell), Math.min(height, rows * cell), 1));
  }
}
