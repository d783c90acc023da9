package studio.backprop.ui.design.designer.edit;

/** Heights of nodes and factor of their distances, as last fitted to the window for a lens. */
final class NodeMeasures {
  static final double MOST_TILES = 272;

  private Lens lens = Lens.STRUCTURE;
  private double height = Anatomy.height(Lens.STRUCTURE);
  private double tiles = MOST_TILES;
  private double spread = 1;

  /** Starts a lens with its default heights. */
  void begin(Lens fitted) {
    lens = fitted;
    height = Anatomy.height(fitted);
  }

  /** Height of a closed node in a lens, in px. */
  double height(Lens seen) {
    return lens == seen ? height : Anatomy.height(seen);
  }

  void height(double fitted) {
    height = fitted;
  }

  /** Total height of the tiles of an opened node. */
  double tiles() {
    return tiles;
  }

  void tiles(double fitted) {
    tiles = fitted;
  }

  /** Factor of horizontal distances from the first node. */
  double spread() {
    return spread;
  }

  void spread(double fitted) {
    spread = fitted;
  }
}
