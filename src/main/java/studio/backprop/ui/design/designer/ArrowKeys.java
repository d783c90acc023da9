package studio.backprop.ui.design.designer;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import studio.backprop.network.Node;
import studio.backprop.network.Wire;
import studio.backprop.ui.design.designer.edit.Anatomy;
import studio.backprop.ui.design.designer.edit.DesignerModel;
import studio.backprop.ui.design.designer.edit.DrawWire;

/** Keyboard navigation: along wires between nodes, across to the next branch, and to the target of a wire being drawn. */
final class ArrowKeys {
  private final DesignerModel model;
  private final CanvasView view;
  private List<Integer> targets = List.of();
  private int target;
  private ObservableBooleanValue resting = new SimpleBooleanProperty();

  ArrowKeys(DesignerModel model, CanvasView view) {
    this.model = model;
    this.view = view;
  }

  /** Disables Left and Right while a condition holds. */
  void rest(ObservableBooleanValue whileSo) {
    resting = whileSo;
  }

  /** Returns whether the key was consumed. */
  boolean press(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
      return false;
    }
    Optional<DrawWire> wire = model.hand().conversationProperty().get().filter(DrawWire.class::isInstance).map(DrawWire.class::cast);
    boolean aside = event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT;
    return wire.isPresent() ? aim(wire.get(), event.getCode()) : !(aside && resting.get()) && step(event.getCode());
  }

  /** Starts a wire at the selected node; arrow keys choose its target. */
  void beginWire() {
    model.document().selectedNode().ifPresent(id -> {
      Node node = model.network().node(id);
      targets = model.network().nodes().stream()
          .filter(other -> other.id() != id)
          .sorted(Comparator.comparingDouble(Node::x).thenComparing(Node::y))
          .map(Node::id)
          .toList();
      DrawWire wire = new DrawWire(model, id, true, model.places().outX(node), model.places().portY(node));
      model.hand().begin(wire);
      target = (int) targets.stream().filter(other -> model.network().node(other).x() <= node.x()).count() - 1;
      aimNext(wire, 1);
    });
  }

  private boolean aim(DrawWire wire, KeyCode key) {
    switch (key) {
      case RIGHT, DOWN -> aimNext(wire, 1);
      case LEFT, UP -> aimNext(wire, -1);
      case ENTER -> model.hand().commit();
      default -> {
        return false;
      }
    }
    return true;
  }

  private void aimNext(DrawWire wire, int by) {
    if (!targets.isEmpty()) {
      target = Math.floorMod(target + by, targets.size());
      wire.aimAt(targets.get(target));
      model.moves().reveal(targets.get(target));
    }
  }

  private boolean step(KeyCode key) {
    switch (key) {
      case RIGHT -> along(true);
      case LEFT -> along(false);
      case UP -> across(-1);
      case DOWN -> across(1);
      default -> {
        return false;
      }
    }
    return true;
  }

  /** In or against the direction of the data flow. */
  private void along(boolean forward) {
    Optional<Wire> wire = model.selectedWireProperty().get();
    Optional<Integer> node = standing(forward);
    if (wire.isPresent()) {
      go(forward ? wire.get().to() : wire.get().from());
    } else if (node.isPresent()) {
      model.network().wires().stream().filter(w -> (forward ? w.from() : w.to()) == node.get()).findFirst().ifPresent(this::go);
    } else {
      model.document().analysis().order().stream().findFirst().ifPresent(first -> go(first.id()));
    }
  }

  /** Selected node or, of a selected group, the node to continue from. */
  private Optional<Integer> standing(boolean forward) {
    return model.document().selectedNode()
        .or(() -> model.groups().selected().map(group -> forward ? model.groups().exit(group) : model.groups().entry(group)));
  }

  /** To the next wire of the same node, or the nearest node above or below. */
  private void across(int direction) {
    Optional<Wire> wire = model.selectedWireProperty().get();
    if (wire.isPresent()) {
      List<Wire> siblings = model.network().wires().stream().filter(w -> touch(w, wire.get())).toList();
      go(siblings.get(Math.floorMod(siblings.indexOf(wire.get()) + direction, siblings.size())));
      return;
    }
    standing(true).map(model.network()::node).flatMap(node -> nearest(node, direction)).ifPresent(n -> go(n.id()));
  }

  private static boolean touch(Wire one, Wire other) {
    return one.from() == other.from() || one.to() == other.to();
  }

  private Optional<Node> nearest(Node from, int direction) {
    return model.network().nodes().stream()
        .filter(node -> (node.y() - from.y()) * direction > Anatomy.GRID)
        .min(Comparator.comparingDouble(node -> Math.hypot(node.x() - from.x(), 2 * (node.y() - from.y()))));
  }

  void go(int node) {
    model.network().marks().foldedAround(node).ifPresentOrElse(model.groups()::select, () -> model.select(node));
    model.moves().reveal(node);
    view.focusSelected();
  }

  private void go(Wire wire) {
    model.select(wire);
    view.drawing().wires().view(wire).requestFocus();
  }
}
