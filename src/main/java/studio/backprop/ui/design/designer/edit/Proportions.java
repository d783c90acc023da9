package studio.backprop.ui.design.designer.edit;

import java.util.List;
import studio.backprop.network.Node;

/**
 * Heights and distances of nodes in a lens: as high as their content needs, lower where the network would otherwise become smaller than its
 * width requires.
 */
public final class Proportions {
  /** Minimum height; a lower node would lose its picture. */
  private static final double MIN_HEIGHT = 176;
  /** Minimum beside a node that is a picture: room for all other pictures, with large letters below them. */
  private static final double MIN_BESIDE = 208;
  /** Minimum total height of tiles. */
  private static final double MIN_TILES = 150;
  private static final double MAX_SPREAD = 1.8;
  private static final double MARGINS = 24;
  /** Share of the width in use, so that wires end before the edge. */
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
   * @param needed height at which a closed node shows everything
   * @return whether anything has changed
   */
  public boolean fit(Box window, double needed) {
    NodeMeasures measures = canvas.measures();
    List<Double> before = List.of(places.height(), measures.tiles(), places.spread());
    Lens lens = canvas.lens();
    measures.begin(lens);
    if (!canvas.network().nodes().isEmpty()) {
      boolean fixed = lens == Lens.STRUCTURE || lens == Lens.DIFFERENCE;
      measures.spread(spreadIn(window));
      double least = pictured() ? MIN_BESIDE : MIN_HEIGHT;
      double wished = Math.max(least, Math.min(places.height(), needed));
      if (!fixed) {
        measures.height(wished);
      }
      measures.tiles(MIN_TILES);
      if (!fixed) {
        measures.height(Math.max(least, Math.min(wished, wished + room(window))));
      }
      fitTiles(window);
    }
    return !before.equals(List.of(places.height(), measures.tiles(), places.spread()));
  }

  /** Additional height that all nodes could have at the zoom given by the width; negative if they must be lower. */
  private double room(Box window) {
    Box all = places.all();
    double zoom = Math.min(1, (window.width() - MARGINS) / all.width());
    return rows() > 1 && !pictured() ? 0 : (window.height() - MARGINS) / zoom - all.height();
  }

  /** Tiles are as large as the window allows. */
  private void fitTiles(Box window) {
    NodeMeasures measures = canvas.measures();
    measures.tiles(NodeMeasures.MOST_TILES);
    while (units.any() && measures.tiles() > MIN_TILES && room(window) < 0) {
      measures.tiles(Math.max(MIN_TILES, measures.tiles() - Anatomy.GRID / 2));
    }
  }

  /** Number of rows; several rows are shown smaller anyway. */
  private long rows() {
    return canvas.network().nodes().stream().filter(node -> !groups.hides(node.id())).map(Node::y).distinct().count();
  }

  /** Whether a node is a picture, higher than others: nodes of a second row beside it may be low. */
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
    return last.x() <= first ? 1 : Math.max(1, Math.min(MAX_SPREAD, free / (last.x() - first)));
  }
}
