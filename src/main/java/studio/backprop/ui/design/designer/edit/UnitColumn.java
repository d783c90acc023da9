package studio.backprop.ui.design.designer.edit;

import studio.backprop.network.Node;
import studio.backprop.ui.kit.HeatMap;

/**
 * Geometry of an opened node: title above a column of tiles, one for each unit, centred at the port height. Tiles that would be too small
 * in one column stand in two, each at the height of the gap beside it, so that wires pass between them.
 *
 * @param units number of tiles
 * @param tallest maximum total height of the tiles
 * @param plane whether each tile is a map over the plane of two inputs instead of a number
 */
public record UnitColumn(int units, double width, double tallest, boolean plane, Lens lens) {
  /** Title and settings. */
  public static final double HEAD = 48;
  /** Minimum distance of consecutive tiles. */
  static final double LEAST_STEP = 12;
  private static final double LARGEST = 30;
  private static final double MIN_SIDE = 10;
  /** Minimum height of a readable map. */
  private static final double READABLE = 22;
  private static final int NUMBER_WIDTH = 42;
  private static final double GAP = 4;
  /** Gap between many tiles, or in little room. */
  private static final double CLOSE = 2;
  private static final int FEW = 8;
  /** Minimum total height for statistics below the tiles. */
  private static final double MIN_FOR_NORMS = 150;
  /** Below the tiles: the norm of the weights, and in one lens of their updates. */
  private static final double FOOT = 8;

  /** Bounds of an opened node: its ports are where they are when it is closed. */
  Box box(Node node) {
    return new Box(node.x(), node.y() + Anatomy.PORT_Y - portY(), width, height(node));
  }

  /** Height of a tile, for a map also its width. */
  double side() {
    double side = zigzag() ? 2 * half() - gap() : (tallest - (units - 1) * gap()) / units;
    return Math.max(MIN_SIDE, Math.min(LARGEST, Math.floor(side)));
  }

  /** Whether the tiles stand in two columns. */
  private boolean zigzag() {
    return units > 2 && (tallest - (units - 1) * CLOSE) / units < READABLE;
  }

  /** In two columns, vertical distance of consecutive tiles. */
  private double half() {
    return Math.min((LARGEST + GAP) / 2, Math.floor((tallest + GAP) / (units + 1)));
  }

  private double gap() {
    return zigzag() || units <= FEW && (tallest - (units - 1) * GAP) / units >= READABLE ? GAP : CLOSE;
  }

  private double tilesHeight() {
    return zigzag() ? (units - 1) * half() + side() : units * side() + (units - 1) * gap();
  }

  /** From the upper edge of the node to its ports; equal for all, so that titles are aligned. */
  public double portY() {
    return HEAD + tallest / 2;
  }

  private double height(Node node) {
    return HEAD + tallest + (node.layer().isInput() || !norms() ? 0 : FOOT + (lens == Lens.GRADIENTS ? 1 : 2) * NormRow.HEIGHT);
  }

  /** Whether there is room for statistics below the tiles. */
  public boolean norms() {
    return tallest >= MIN_FOR_NORMS;
  }

  public Box tile(int unit) {
    HeatMap.Tiles tiles = tiles();
    double wide = tiles.across() * (tiles.mapWidth() + tiles.gap()) - tiles.gap();
    return new Box(
        Math.rint((width - wide) / 2) + tiles.left(unit), Math.rint(portY() - tilesHeight() / 2) + tiles.top(unit), tiles.mapWidth(),
        tiles.mapHeight());
  }

  /** Layout of the tiles, relative to the corner of the first. */
  public HeatMap.Tiles tiles() {
    int side = (int) side();
    int wide = plane ? side : NUMBER_WIDTH;
    return zigzag() ? new HeatMap.Tiles(2, (units + 1) / 2, wide, side, (int) (2 * half()) - side, (int) half())
        : new HeatMap.Tiles(1, units, wide, side, (int) gap());
  }

  /** Leftmost and rightmost edge of the tiles. */
  public double left() {
    return tile(0).x();
  }

  public double right() {
    return tile(units > 1 ? 1 : 0).right();
  }

  /** Y of the statistics below the tiles, in the node. */
  public double footY() {
    return HEAD + tallest + FOOT;
  }
}
