package studio.backprop.ui.designer;

import studio.backprop.layer.Input;
import studio.backprop.network.Node;

/**
 * The measures of an opened node: its title stands over a column of tiles, one for each unit, about the height of the ports of the others.
 *
 * @param units how many tiles
 * @param width of the node
 * @param tallest all tiles together at most
 * @param plane whether each unit is seen all over the plane of two inputs, not as a number
 * @param lens what is seen
 */
record UnitColumn(int units, double width, double tallest, boolean plane, Lens lens) {
  /** Title and settings. */
  static final double HEAD = 48;
  /** From one tile to the next at least. */
  static final double LEAST_STEP = 12;
  private static final double LARGEST = 30;
  private static final double LEAST = 10;
  /** A number has room in it. */
  private static final double NUMBER_WIDTH = 42;
  private static final double GAP = 4;
  /** Beside lower tiles there is no room for what stands under them. */
  private static final double LEAST_FOR_NORMS = 150;
  /** Under the tiles: the norm of the weights, and in one lens of their updates. */
  private static final double FOOT = 8;

  /** Where an opened node stands: its ports are where they are when it is closed. */
  Box box(Node node) {
    return new Box(node.x(), node.y() + Anatomy.PORT_Y - portY(), width, height(node));
  }

  double side() {
    return Math.max(LEAST, Math.min(LARGEST, Math.floor((tallest - (units - 1) * gap()) / units)));
  }

  private double gap() {
    return units > 8 ? GAP / 2 : GAP;
  }

  private double tilesHeight() {
    return units * side() + (units - 1) * gap();
  }

  /** From the upper edge of the node to its ports: the same for all, so that titles stand in one line. */
  double portY() {
    return HEAD + tallest / 2;
  }

  private double height(Node node) {
    return HEAD + tallest + (node.layer() instanceof Input || !norms() ? 0 : FOOT + (lens == Lens.GRADIENTS ? 1 : 2) * NormRow.HEIGHT);
  }

  /** Whether there is room for numbers under the tiles. */
  boolean norms() {
    return tallest >= LEAST_FOR_NORMS;
  }

  /** Where a tile stands in the node. */
  Box tile(int unit) {
    double side = side();
    double wide = plane ? side : NUMBER_WIDTH;
    return new Box(Math.rint((width - wide) / 2), Math.rint(portY() - tilesHeight() / 2) + unit * (side + gap()), wide, side);
  }

  /** Where the numbers under the tiles begin, in the node. */
  double footY() {
    return HEAD + tallest + FOOT;
  }

  int gapBetween() {
    return (int) gap();
  }
}
