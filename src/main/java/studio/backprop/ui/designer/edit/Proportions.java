package studio.backprop.ui.designer.edit;

import java.util.List;
import studio.backprop.network.Node;

/**
 * How high nodes are drawn in a lens, and how far apart opened ones: as high as what they show needs, lower where the network would else
 * become smaller
 * than its width asks for. What a low node has no room for, it leaves away.
 */
public final class Proportions {
  /** Lines that say the least go first; below this height a node would lose its picture. */
  private static final double LEAST = 176;
  /** Tiles keep at least this height together. */
  private static final double LEAST_TILES = 150;
  private static final double MOST_TILES = 272;
  private static final double MOST_SPREAD = 1.8;
  private static final double MARGINS = 24;
  /** Of the width, so that wires end well before the edge. */
  private static final double USED = 0.96;

  private final DesignerModel model;
  private Lens lens = Lens.STRUCTURE;
  private double height = Anatomy.height(Lens.STRUCTURE);
  private double tiles = MOST_TILES;
  private double spread = 1;

  Proportions(DesignerModel model) {
    this.model = model;
  }

  /** How high a closed node is, in px. */
  double height() {
    return lens == model.lens() ? height : Anatomy.height(model.lens());
  }

  /** How high the tiles of an opened node are together. */
  double tiles() {
    return tiles;
  }

  /** So many times as far from the first node as the document has them; while something is placed, nodes stand where they belong. */
  double spread() {
    boolean placing = model.hand().ghost().isPresent() || model.mending().previewProperty().get().isPresent();
    return model.units().any() && !placing ? spread : 1;
  }

  /** Where the leftmost node is, from which others are spread. */
  double pivot() {
    return model.network().nodes().stream().mapToDouble(Node::x).min().orElse(0);
  }

  /**
   * Fits the nodes to a window.
   *
   * @param needed how high a closed node must be to show all that it has
   * @return whether anything is another now
   */
  public boolean fit(Box window, double needed) {
    List<Double> before = List.of(height(), tiles, spread());
    lens = model.lens();
    height = Anatomy.height(lens);
    if (!model.network().nodes().isEmpty()) {
      boolean fixed = lens == Lens.STRUCTURE || lens == Lens.DIFFERENCE;
      spread = spreadIn(window);
      double wished = Math.max(LEAST, Math.min(height, needed));
      height = fixed ? height : wished;
      tiles = LEAST_TILES;
      height = fixed ? height : Math.max(LEAST, Math.min(wished, height + room(window)));
      fitTiles(window);
    }
    return !before.equals(List.of(height, tiles, spread()));
  }

  /** How much higher all nodes could be, at the size that the width asks for; below 0 how much lower they must be. */
  private double room(Box window) {
    Box all = model.places().all();
    double zoom = Math.min(1, (window.width() - MARGINS) / all.width());
    return rows() > 1 ? 0 : (window.height() - MARGINS) / zoom - all.height();
  }

  /** Tiles are as large as the window allows. */
  private void fitTiles(Box window) {
    tiles = MOST_TILES;
    while (model.units().any() && tiles > LEAST_TILES && room(window) < 0) {
      tiles = Math.max(LEAST_TILES, tiles - Anatomy.GRID / 2);
    }
  }

  /** Nodes in several rows are seen smaller anyway. */
  private long rows() {
    return model.network().nodes().stream().filter(node -> !model.groups().hides(node.id())).map(Node::y).distinct().count();
  }

  private double spreadIn(Box window) {
    if (!model.units().any()) {
      return 1;
    }
    double first = pivot();
    Node last = model.network().nodes().stream().max((a, b) -> Double.compare(a.x(), b.x())).orElseThrow();
    double free = USED * window.width() - MARGINS - Anatomy.width(last.layer());
    return last.x() <= first ? 1 : Math.max(1, Math.min(MOST_SPREAD, free / (last.x() - first)));
  }
}
