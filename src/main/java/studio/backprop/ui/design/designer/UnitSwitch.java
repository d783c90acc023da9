package studio.backprop.ui.design.designer;

import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.input.KeyCombination;
import studio.backprop.network.Node;
import studio.backprop.observe.Snapshot;
import studio.backprop.plan.UnitSwitches;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.kit.Icon;

/** Ablation of units of an opened dense layer, by key under the mouse or in the node's menu. */
final class UnitSwitch {
  static final String KEY = "U";

  private final CanvasDesk desk;

  UnitSwitch(CanvasDesk desk) {
    this.desk = desk;
  }

  /** Whether the mouse is over such a unit. */
  ObservableBooleanValue possible() {
    return Bindings.createBooleanBinding(
        () -> desk.focus().cell().influenceProperty().get().filter(cell -> switchable(cell.node(), cell.place())).isPresent(),
        desk.focus().cell().influenceProperty(), desk.model().lensProperty(), desk.run().runProperty());
  }

  /** Toggles the unit under the mouse. */
  void toggle() {
    desk.focus().cell().influenceProperty().get().filter(cell -> switchable(cell.node(), cell.place()))
        .ifPresent(cell -> toggle(cell.node(), cell.place()));
  }

  private void toggle(int node, int unit) {
    desk.run().weights().switchUnit(node, unit, switches().orElseThrow().isOff(node, unit));
  }

  private boolean switchable(int node, int unit) {
    return desk.model().network().find(node).isPresent() && desk.model().units().open(node) && desk.run().weights().possible()
        && switches().filter(found -> found.has(node, unit)).isPresent();
  }

  private Optional<UnitSwitches> switches() {
    return desk.run().present().map(Snapshot::switches);
  }

  /** Menu of all units of a node; empty where there are none. */
  Optional<Menu> menu(Node node) {
    if (!switchable(node.id(), 0)) {
      return Optional.empty();
    }
    Menu menu = new Menu(desk.lang().say("unit.switches"), Icon.LAYERS.view());
    IntStream.range(0, node.layer().neurons()).mapToObj(unit -> item(node, unit)).forEach(menu.getItems()::add);
    return Optional.of(menu);
  }

  /** Menu item of the unit where the menu was opened. */
  Optional<CheckMenuItem> item(Node node, Optional<Integer> at) {
    return at.filter(unit -> switchable(node.id(), unit)).map(unit -> {
      CheckMenuItem item = item(node, unit);
      item.setAccelerator(KeyCombination.valueOf(KEY));
      return item;
    });
  }

  private CheckMenuItem item(Node node, int unit) {
    CheckMenuItem item = new CheckMenuItem(desk.lang().say("unit.on", unit + 1));
    item.setSelected(!switches().orElseThrow().isOff(node.id(), unit));
    item.setOnAction(event -> toggle(node.id(), unit));
    return item;
  }
}
