package studio.backprop.ui.design.designer.edit;

/** How high nodes are drawn, and how far apart opened ones, as they were last fitted to the window in a lens. */
final class NodeMeasures {
  static final double MOST_TILES = 272;

  private Lens lens = Lens.STRUCTURE;
  private double height = Anatomy.height(Lens.STRUCTURE);
  private double tiles = MOST_TILES;
  private double spread = 1;

  /** From now on they are those of a lens, with nodes as high as they are in it. */
  void begin(Lens fitted) {
    lens = fitted;
    height = Anatomy.height(fitted);
  }

  /** How high a closed node is in a lens, in px. */
  double height(Lens seen) {
    return lens == seen ? height : Anatomy.height(seen);
  }

  void height(double fitted) {
    height = fitted;
  }

  /** How high the tiles of an opened node are together. */
  double tiles() {
    return tiles;
  }

  void tiles(double fitted) {
    tiles = fitted;
  }

  /** So many times as far from the first node as the document has them. */
  double spread() {
    return spread;
  }

  void spread(double fitted) {
    spread = fitted;
  }
}
