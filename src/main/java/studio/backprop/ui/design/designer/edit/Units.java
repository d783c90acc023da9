package studio.backprop.ui.design.designer.edit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.backprop.network.Analysis;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.tensor.Shape;

/**
 * Opening of nodes into units, in the lenses that show weights: dense layers of a few units with few inputs, their sources, and elementwise
 * layers between them. A node that would then overlap another stays closed.
 */
public final class Units {
  /** Limit of readable tiles and wires. */
  static final int MAX_UNITS = 16;
  /** Limit of layers up to which the gradients lens shows the gradient of each weight; beyond it, one ribbon for each wire. */
  static final int MOST_LAYERS = 6;

  private final CanvasState canvas;
  private final Groups groups;
  private Network known;
  private Lens knownLens;
  private double knownTiles;
  private Map<Integer, UnitColumn> opened = Map.of();

  Units(CanvasState canvas, Groups groups) {
    this.canvas = canvas;
    this.groups = groups;
  }

  /** Whether a lens opens nodes at all. */
  static boolean shownIn(Lens lens) {
    return lens == Lens.WEIGHTS || lens == Lens.GRADIENTS;
  }

  /** Tiles of a node; empty if it is closed. Called many times in each frame of a drag. */
  public Optional<UnitColumn> of(int node) {
    if (!shownIn(canvas.lens())) {
      return Optional.empty();
    }
    double tiles = canvas.measures().tiles();
    if (known != canvas.network() || knownLens != canvas.lens() || knownTiles != tiles) {
      known = canvas.network();
      knownLens = canvas.lens();
      knownTiles = tiles;
      opened = knownLens == Lens.GRADIENTS && deep() ? Map.of() : apart(leading(candidates()));
    }
    return Optional.ofNullable(opened.get(node));
  }

  public boolean open(int node) {
    return of(node).isPresent();
  }

  public boolean any() {
    return canvas.network().nodes().stream().anyMatch(node -> open(node.id()));
  }

  /** Whether the only input is a point of the plane: then each unit has a map over it. */
  private boolean plane() {
    List<Node> inputs = known.nodes().stream().filter(node -> node.layer().isInput()).toList();
    return inputs.size() == 1 && canvas.analysis().shape(inputs.get(0).id()).filter(shape -> shape.equals(Shape.of(2)))
        .isPresent();
  }

  /** Nodes small enough for a wire for each value, in forward order, with their numbers of units. */
  private Map<Integer, Integer> candidates() {
    Analysis analysis = canvas.analysis();
    Map<Integer, Integer> found = new LinkedHashMap<>();
    for (Node node : analysis.order()) {
      int units = analysis.shape(node.id()).filter(shape -> shape.rank() == 1 && shape.count() <= MAX_UNITS)
          .map(shape -> (int) shape.count()).orElse(0);
      List<Integer> sources = known.sources(node.id()).stream().map(Node::id).toList();
      boolean begins = node.layer().isInput();
      boolean follows = sources.size() == 1 && found.containsKey(sources.get(0));
      boolean passes = follows && found.get(sources.get(0)) == units;
      boolean fits = begins || follows && node.layer().neurons() > 0 || passes && !node.layer().isOutput();
      if (units > 0 && fits && !groups.hides(node.id()) && !Anatomy.narrow(node.layer())) {
        found.put(node.id(), units);
      }
    }
    return found;
  }

  /** Without those that lead to no dense layer. */
  private Map<Integer, Integer> leading(Map<Integer, Integer> candidates) {
    Set<Integer> kept = new HashSet<>();
    List<Integer> order = List.copyOf(candidates.keySet());
    for (int i = order.size() - 1; i >= 0; i--) {
      int id = order.get(i);
      if (known.node(id).layer().neurons() > 0 || known.targets(id).stream().anyMatch(target -> kept.contains(target.id()))) {
        kept.add(id);
      }
    }
    Map<Integer, Integer> result = new HashMap<>(candidates);
    result.keySet().retainAll(kept);
    return result;
  }

  private boolean deep() {
    return known.nodes().stream().filter(node -> node.layer().neurons() > 0).count() > MOST_LAYERS;
  }

  /** Opens nothing where an opened node would overlap another. */
  private Map<Integer, UnitColumn> apart(Map<Integer, Integer> units) {
    boolean plane = plane();
    Map<Integer, UnitColumn> wanted = new HashMap<>();
    double tallest = Math.max(knownTiles, units.values().stream().mapToInt(Integer::intValue).max().orElse(0) * UnitColumn.LEAST_STEP);
    units.forEach((id, count) -> wanted.put(id, new UnitColumn(count, Anatomy.width(known.node(id).layer()), tallest, plane, knownLens)));
    boolean covers = known.nodes().stream().anyMatch(node -> known.nodes().stream()
        .anyMatch(other -> other.id() != node.id() && wanted.containsKey(node.id()) && box(node, wanted).touches(box(other, wanted))));
    return covers ? Map.of() : wanted;
  }

  private Box box(Node node, Map<Integer, UnitColumn> wanted) {
    UnitColumn column = wanted.get(node.id());
    return column == null ? Anatomy.box(node, knownLens) : column.box(node);
  }
}
