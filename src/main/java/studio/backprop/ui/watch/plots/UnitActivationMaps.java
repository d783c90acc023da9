package studio.backprop.ui.watch.plots;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.backprop.network.Node;
import studio.backprop.observe.predict.Replica;
import studio.backprop.plan.Plan;
import studio.backprop.tensor.Tensor;
import studio.backprop.ui.workspace.run.PointedUnit.Unit;

/** Activation maps of single units, being filled: those of one layer, and of the hovered unit. */
final class UnitActivationMaps {
  /** Maximum number of tiles beside a map. */
  static final int MOST = 24;

  private final Optional<Node> layer;
  private final List<float[]> maps = new ArrayList<>();
  private final Optional<NetworkOutput.UnitMap> pointed;

  /**
   * @param unitsOf the layer whose units are requested; another one, if it has none
   * @param places grid points of the plane
   */
  UnitActivationMaps(Replica replica, Optional<Integer> unitsOf, Optional<Unit> pointed, int places) {
    List<Node> layers = replica.unitLayers();
    Optional<Node> found = layers.stream().filter(node -> unitsOf.filter(id -> id == node.id()).isPresent()).findFirst();
    layer = found.or(() -> layers.stream().findFirst());
    for (int unit = 0; unit < Math.min(MOST, all()); unit++) {
      maps.add(new float[places]);
    }
    this.pointed = pointed.map(unit -> new NetworkOutput.UnitMap(unit, new float[places]));
  }

  private int all() {
    return layer.map(node -> node.layer().neurons()).orElse(0);
  }

  /** Copies the activations of the plan to the grid points from here on. */
  void copy(Plan plan, int from) {
    for (int unit = 0; unit < maps.size(); unit++) {
      copy(plan.output(layer.orElseThrow().id()).orElseThrow(), unit, maps.get(unit), from);
    }
    pointed.ifPresent(map -> plan.output(map.unit().node())
        .filter(output -> map.unit().index() < output.rowCount())
        .ifPresent(output -> copy(output, map.unit().index(), map.values(), from)));
  }

  private static void copy(Tensor output, int unit, float[] map, int from) {
    for (int place = 0; place < output.rows(); place++) {
      map[from + place] = output.get(place, unit);
    }
  }

  Optional<NetworkOutput.Units> ofLayer() {
    return layer.map(node -> new NetworkOutput.Units(node.id(), node.name(), maps, all()));
  }

  Optional<NetworkOutput.UnitMap> pointed() {
    return pointed;
  }
}
