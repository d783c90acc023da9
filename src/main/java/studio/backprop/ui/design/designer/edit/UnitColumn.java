package studio.backprop.ui.design.designer.edit;

import studio.backprop.network.Node;
import studio.backprop.ui.kit.HeatMap;

/**
 * The measures of an opened node: its title stands over a column of tiles, one for each unit, about the height of the ports of the others.
 * Where the tiles of one column would be too small, they stand in two, each at the height of the gap beside it, so that a wire from each
 * passes between the others.
 *
 * @param units how many tiles
 * @param width of the node
 * @param tallest all tiles together at most
 * @param plane whether each unit is seen all over the plane of two inputs, not as a number
 * @param lens what is seen
 */
public record UnitColumn(int units, double width, double tallest, boolean plane, Lens lens) {
  /** Title and settings. */
  public static final double HEAD = 48;
  /** From one tile to the next at least. */
  static final double LEAST_STEP = 12;
  private static final double LARGEST = 30;
  private static final double LEAST = 10;
  /** In lower tiles a map cannot be told from another. */
  private static final double READABLE = 22;
  /** A number has room in it. */
  private static final int NUMBER_WIDTH = 42;
  private static final double GAP = 4;
  /** Where there are many, or little room. */
  private static final double CLOSE = 2;
  private static final int FEW = 8;
  /** Beside lower tiles there is no room for what stands under them. */
  private static final double LEAST_FOR_NORMS = 150;
  /** Under the tiles: the norm of the weights, and in one lens of their updates. */
  private static final double FOOT = 8;

  /** Where an opened node stands: its ports are where they are when it is closed. */
  Box box(Node node) {
    return new Box(node.x(), node.y() + Anatomy.PORT_Y - portY(), width, height(node));
  }

  /** The height of a tile, and of a map its width. */
  double side() {
    double side = zigzag() ? 2 * half() - gap() : (tallest - (units - 1) * gap()) / units;
    return Math.max(LEAST, Math.min(LARGEST, Math.floor(side)));
  }

  /** Whether the tiles stand in two columns. */
  private boolean zigzag() {
    return units > 2 && (tallest - (units - 1) * CLOSE) / units < READABLE;
  }

  /** In two columns, how much lower each tile stands than the one before it. */
  private double half() {
    return Math.min((LARGEST + GAP) / 2, Math.floor((tallest + GAP) / (units + 1)));
  }

  private double gap() {
    return zigzag() || units <= FEW && (tallest - (units - 1) * GAP) / units >= READABLE ? GAP : CLOSE;
  }

  private double tilesHeight() {
    return zigzag() ? (units - 1) * half() + side() : units * side() + (units - 1) * gap();
  }

  /** From the upper edge of the node to its ports: the same for all, so that titles stand in one line. */
  public double portY() {
    return HEAD + tallest / 2;
  }

  private double height(Node node) {
    return HEAD + tallest + (node.layer().isInput() || !norms() ? 0 : FOOT + (lens == Lens.GRADIENTS ? 1 : 2) * NormRow.HEIGHT);
  }

  /** Whether there is room for numbers under the tiles. */
  public boolean norms() {
    return tallest >= LEAST_FOR_NORMS;
  }

  /** Where a tile stands in the node. */
  public Box tile(int unit) {
    HeatMap.Tiles tiles = tiles();
    double wide = tiles.across() * (tiles.mapWidth() + tiles.gap()) - tiles.gap();
    return new Box(
        Math.rint((width - wide) / 2) + tiles.left(unit), Math.rint(portY() - tilesHeight() / 2) + tiles.top(unit), tiles.mapWidth(),
        tiles.mapHeight());
  }

  /** How the tiles lie, from the corner of the first. */
  public HeatMap.Tiles tiles() {
    int side = (int) side();
    int wide = plane ? side : NUMBER_WIDTH;
    return zigzag() ? new HeatMap.Tiles(2, (units + 1) / 2, wide, side, (int) (2 * half()) - side, (int) half())
        : new HeatMap.Tiles(1, units, wide, side, (int) gap());
  }

  /** The left edge of the leftmost tile and the right edge of the rightmost. */
  public double left() {
    return tile(0).x();
  }

  public double right() {
    return tile(units > 1 ? 1 : 0).right();
  }

  /** Where the numbers under the tiles begin, in the node. */
  public double footY() {
    return HEAD + tallest + FOOT;
  }
}
