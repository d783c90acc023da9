package studio.backprop.ui.design.designer.edit;

import java.util.List;
import studio.backprop.network.Node;

/**
 * How high nodes are drawn in a lens, and how far apart opened ones: as high as what they show needs, lower where the network would else
 * become smaller than its width asks for. What a low node has no room for, it leaves away.
 */
public final class Proportions {
  /** Lines that say the least go first; below this height a node would lose its picture. */
  private static final double LEAST = 176;
  /** Beside a node that is a picture there is room enough for those of the others, and for large letters under them. */
  private static final double LEAST_BESIDE = 208;
  /** Tiles keep at least this height together. */
  private static final double LEAST_TILES = 150;
  private static final double MOST_SPREAD = 1.8;
  private static final double MARGINS = 24;
  /** Of the width, so that wires end well before the edge. */
  private static final double USED = 0.96;

  private final CanvasState canvas;
  private final Groups groups;
  private final Units units;
  private final CanvasPlaces places;

  Proportions(CanvasState canvas, Groups groups, Units units, CanvasPlaces places) {
    this.canvas = canvas;
    this.groups = groups;
    this.units = units;
    this.places = places;
  }

  /**
   * Fits the nodes to a window.
   *
   * @param needed how high a closed node must be to show all that it has
   * @return whether anything is another now
   */
  public boolean fit(Box window, double needed) {
    NodeMeasures measures = canvas.measures();
    List<Double> before = List.of(places.height(), measures.tiles(), places.spread());
    Lens lens = canvas.lens();
    measures.begin(lens);
    if (!canvas.network().nodes().isEmpty()) {
      boolean fixed = lens == Lens.STRUCTURE || lens == Lens.DIFFERENCE;
      measures.spread(spreadIn(window));
      double least = pictured() ? LEAST_BESIDE : LEAST;
      double wished = Math.max(least, Math.min(places.height(), needed));
      if (!fixed) {
        measures.height(wished);
      }
      measures.tiles(LEAST_TILES);
      if (!fixed) {
        measures.height(Math.max(least, Math.min(wished, wished + room(window))));
      }
      fitTiles(window);
    }
    return !before.equals(List.of(places.height(), measures.tiles(), places.spread()));
  }

  /** How much higher all nodes could be, at the size that the width asks for; below 0 how much lower they must be. */
  private double room(Box window) {
    Box all = places.all();
    double zoom = Math.min(1, (window.width() - MARGINS) / all.width());
    return rows() > 1 && !pictured() ? 0 : (window.height() - MARGINS) / zoom - all.height();
  }

  /** Tiles are as large as the window allows. */
  private void fitTiles(Box window) {
    NodeMeasures measures = canvas.measures();
    measures.tiles(NodeMeasures.MOST_TILES);
    while (units.any() && measures.tiles() > LEAST_TILES && room(window) < 0) {
      measures.tiles(Math.max(LEAST_TILES, measures.tiles() - Anatomy.GRID / 2));
    }
  }

  /** Nodes in several rows are seen smaller anyway. */
  private long rows() {
    return canvas.network().nodes().stream().filter(node -> !groups.hides(node.id())).map(Node::y).distinct().count();
  }

  /** Whether a node is a picture, higher than others: what stands in a second row beside it may be low. */
  private boolean pictured() {
    return canvas.network().nodes().stream().anyMatch(node -> node.layer().joinsBatches());
  }

  private double spreadIn(Box window) {
    if (!units.any()) {
      return 1;
    }
    double first = places.pivot();
    Node last = canvas.network().nodes().stream().max((a, b) -> Double.compare(a.x(), b.x())).orElseThrow();
    double free = USED * window.width() - MARGINS - Anatomy.width(last.layer());
    return last.x() <= first ? 1 : Math.max(1, Math.min(MOST_SPREAD, free / (last.x() - first)));
  }
}
