package studio.backprop.ui.design.designer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.backprop.derivation.Subject;
import studio.backprop.network.Wire;
import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.design.designer.edit.CanvasPlaces;
import studio.backprop.ui.design.designer.edit.DesignerModel;
import studio.backprop.ui.design.designer.edit.WireCurve;

/** Wires between two dependent numbers: from port to port, between opened nodes from unit to unit. */
record WireRoute(DesignerModel model, CanvasPlaces places) {
  /** Curves between the numbers through all nodes in forward order, without those inside folded groups. */
  List<WireCurve> courses(Subject from, Subject to) {
    return wires(from.node(), to.node()).stream().filter(wire -> !model.groups().hides(wire)).map(wire -> course(wire, from, to)).toList();
  }

  /** Shortest path of wires between two nodes; empty if there is none. */
  private List<Wire> wires(int from, int to) {
    Map<Integer, Wire> into = new HashMap<>();
    Deque<Integer> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty() && !into.containsKey(to)) {
      int at = open.remove();
      model.network().wires().stream().filter(wire -> wire.from() == at && into.putIfAbsent(wire.to(), wire) == null)
          .forEach(wire -> open.add(wire.to()));
    }
    LinkedList<Wire> found = new LinkedList<>();
    for (Wire wire = into.get(to); wire != null; wire = wire.from() == from ? null : into.get(wire.from())) {
      found.addFirst(wire);
    }
    return found;
  }

  private WireCurve course(Wire wire, Subject from, Subject to) {
    WireCurve ports = places.curve(wire);
    Optional<Box> out = tile(wire.from(), from);
    Optional<Box> in = tile(wire.to(), to);
    return out.isEmpty() && in.isEmpty() ? ports : new WireCurve(
        out.map(Box::right).orElse(ports.x1()), out.map(Box::centerY).orElse(ports.y1()), in.map(Box::x).orElse(ports.x2()),
        in.map(Box::centerY).orElse(ports.y2()));
  }

  /** Bounds of the unit of a number, if its node is opened. */
  private Optional<Box> tile(int node, Subject number) {
    boolean here = number.node() == node && number.place() >= 0 && !number.isWeight();
    return here ? places.tile(model.network().node(node), number.place()) : Optional.empty();
  }
}
