package studio.backprop.ui.design.designer.edit;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.Problem;
import studio.backprop.network.Wire;
import studio.backprop.network.WireRules;
import studio.backprop.network.repair.Joins;

/** Gesture that draws a wire between two ports; validates it during the drag. */
public final class DrawWire implements Conversation {
  /** Snapping distance of a wire's end to a node. */
  private static final double REACH = 20;
  /** Length from which a dropped wire asks for a layer at its end. */
  private static final double AWAY = 40;

  private final DesignerModel model;
  private final Network network;
  private final Draft loose;

  public DrawWire(DesignerModel model, int node, boolean forward, double x, double y) {
    this.model = model;
    this.network = model.document().network();
    Draft start = Draft.loose(node, forward, x, y);
    Set<Integer> fitting = new TreeSet<>();
    for (Node other : network.nodes()) {
      Wire wire = start.to(other.id());
      if (other.id() != node && WireRules.objection(network, wire.from(), wire.to()).isEmpty()) {
        fitting.add(other.id());
      }
    }
    loose = new Draft(node, forward, x, y, fitting, Optional.empty(), Optional.empty(), false);
    model.hand().draft(Optional.of(loose));
  }

  @Override
  public void move(double x, double y) {
    Optional<Integer> target = model.places().nodeNear(x, y, REACH).map(id -> model.groups().port(id, loose.forward()))
        .filter(id -> id != loose.node());
    aim(x, y, target);
  }

  /** Leads the loose end to a node, for the arrow keys. */
  public void aimAt(int node) {
    Node aimed = network.node(node);
    aim(loose.forward() ? model.places().inX(aimed) : model.places().outX(aimed), model.places().portY(aimed), Optional.of(node));
  }

  private void aim(double x, double y, Optional<Integer> target) {
    Optional<Wire> wire = target.map(loose::to);
    Optional<Problem> refusal = wire.flatMap(w -> WireRules.refusal(network, w.from(), w.to()));
    Optional<Problem> objection = refusal.isPresent() ? refusal : wire.flatMap(w -> WireRules.objection(network, w.from(), w.to()));
    model.hand().draft(Optional.of(
        new Draft(loose.node(), loose.forward(), x, y, loose.fitting(), target, objection, refusal.isPresent())));
  }

  @Override
  public void commit() {
    Draft draft = model.hand().draft().orElse(loose);
    model.hand().draft(Optional.empty());
    if (draft.target().isPresent()) {
      if (draft.refused()) {
        model.hand().refuse(draft.objection());
      } else {
        draw(draft.to(draft.target().get()));
      }
    } else if (Math.hypot(draft.x() - loose.x(), draft.y() - loose.y()) > AWAY) {
      ChooseLayer.at(model, draft);
    }
  }

  /** Where there is a wire already, asks what the new one should do. */
  private void draw(Wire wire) {
    if (Joins.open(network, wire) && network.marks().foldedAround(wire.to()).isEmpty()) {
      model.mending().ask(wire);
    } else {
      model.edits().drawWire(wire);
    }
  }

  @Override
  public void cancel() {
    model.hand().draft(Optional.empty());
  }
}
