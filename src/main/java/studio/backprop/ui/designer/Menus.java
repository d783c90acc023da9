package studio.backprop.ui.designer;

import java.util.Locale;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCombination;
import studio.backprop.network.Wire;
import studio.backprop.ui.kit.Icon;

/** What can be done with a node, a wire or the canvas, at a click of the other button or the menu key. */
final class Menus {
  private final Desk desk;
  private final DesignerModel model;
  private final CanvasView view;
  private final Runnable rename;
  private final ContextMenu menu = new ContextMenu();

  Menus(Desk desk, CanvasView view, Runnable rename) {
    this.desk = desk;
    this.model = desk.model();
    this.view = view;
    this.rename = rename;
    view.setOnContextMenuRequested(this::open);
  }

  private void open(ContextMenuEvent event) {
    menu.hide();
    menu.getItems().clear();
    CanvasView.owner(event.getTarget(), NodeView.class).ifPresentOrElse(
        node -> fillForNode(node.id()),
        () -> CanvasView.owner(event.getTarget(), WireView.class).ifPresentOrElse(wire -> fillForWire(wire.wire()), this::fillForCanvas));
    menu.show(view, event.getScreenX(), event.getScreenY());
    event.consume();
  }

  private void fillForNode(int id) {
    if (!model.document().selection().contains(id)) {
      model.select(id);
    }
    boolean one = model.document().selection().size() == 1;
    add(Icon.RENAME, "menu.rename", "F2", !one, rename);
    add(Icon.LINK, "menu.share", "", !one || model.network().node(id).layer().arity().max() == 0, () -> model.edits().useAgain(id));
    menu.getItems().add(new SeparatorMenuItem());
    add(Icon.COPY, "menu.duplicate", "Shortcut+Shift+D", false, model.clipboard()::duplicate);
    add(null, "menu.cut", "Shortcut+X", false, model.clipboard()::cut);
    add(null, "menu.copy", "Shortcut+C", false, model.clipboard()::copy);
    menu.getItems().addAll(new SeparatorMenuItem(), arrange());
    menu.getItems().add(new SeparatorMenuItem());
    add(Icon.DELETE, "menu.delete", "Delete", false, model::removeSelection);
  }

  private CheckMenuItem mapSwitch() {
    CheckMenuItem map = new CheckMenuItem(desk.lang().say("menu.map"));
    map.setAccelerator(KeyCombination.valueOf("M"));
    map.setSelected(model.mapProperty().get());
    map.setDisable(model.network().nodes().size() <= Minimap.FEW);
    map.setOnAction(event -> model.mapProperty().set(map.isSelected()));
    return map;
  }

  private Menu arrange() {
    Menu arrange = new Menu(desk.lang().say("menu.arrange"), Icon.ARRANGE.view());
    int selected = model.document().selection().size();
    for (Align align : Align.values()) {
      if (align == Align.TOP || align == Align.ACROSS) {
        arrange.getItems().add(new SeparatorMenuItem());
      }
      arrange.getItems().add(item(null, "align." + align.name().toLowerCase(Locale.ROOT), align.keys(), selected < align.least(),
          () -> model.edits().align(align)));
    }
    arrange.getItems().addAll(new SeparatorMenuItem(),
        item(null, "menu.left", "Shortcut+Left", false, () -> model.edits().nudge(-Anatomy.GRID, 0)),
        item(null, "menu.right", "Shortcut+Right", false, () -> model.edits().nudge(Anatomy.GRID, 0)),
        item(null, "menu.up", "Shortcut+Up", false, () -> model.edits().nudge(0, -Anatomy.GRID)),
        item(null, "menu.down", "Shortcut+Down", false, () -> model.edits().nudge(0, Anatomy.GRID)),
        item(null, "menu.fine", "Shortcut+Shift+Right", false, () -> model.edits().nudge(1, 0)));
    return arrange;
  }

  private void fillForWire(Wire wire) {
    model.select(wire);
    add(Icon.DELETE, "menu.unwire", "Delete", false, model::removeSelection);
  }

  private void fillForCanvas() {
    add(Icon.PASTE, "menu.paste", "Shortcut+V", model.clipboard().isEmpty(), model.clipboard()::paste);
    add(null, "menu.all", "Shortcut+A", model.network().nodes().isEmpty(), model::selectAll);
    menu.getItems().add(new SeparatorMenuItem());
    add(Icon.TIDY, "menu.tidy", "T", model.network().nodes().isEmpty(), model::tidy);
    add(Icon.FIT, "menu.fit", "F", model.network().nodes().isEmpty(), model::showAll);
    menu.getItems().add(mapSwitch());
  }

  private void add(Icon icon, String key, String keys, boolean disabled, Runnable action) {
    menu.getItems().add(item(icon, key, keys, disabled, action));
  }

  private MenuItem item(Icon icon, String key, String keys, boolean disabled, Runnable action) {
    MenuItem item = new MenuItem(desk.lang().say(key), icon == null ? null : icon.view());
    if (!keys.isEmpty()) {
      item.setAccelerator(KeyCombination.valueOf(keys));
    }
    item.setDisable(disabled);
    item.setOnAction(event -> action.run());
    return item;
  }
}
