package studio.backprop.ui.design.designer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import studio.backprop.network.Node;
import studio.backprop.network.NodeGroup;
import studio.backprop.network.Note;
import studio.backprop.network.Wire;
import studio.backprop.ui.design.designer.edit.Align;
import studio.backprop.ui.design.designer.edit.Camera;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.design.designer.edit.ChooseLayer;
import studio.backprop.ui.design.designer.edit.DesignerModel;
import studio.backprop.ui.design.designer.edit.GroupView;
import studio.backprop.ui.design.designer.edit.UnitSpot;
import studio.backprop.ui.design.designer.node.NodeView;
import studio.backprop.ui.design.designer.note.NoteView;
import studio.backprop.ui.design.designer.wire.WireView;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Icon;

/** Context menus of nodes, wires and the canvas. */
final class CanvasMenus {
  private final CanvasDesk desk;
  private final DesignerModel model;
  private final CanvasView view;
  private final CanvasCommands commands;
  private final UnitSwitch units;
  private final SearchMenu searched;
  private final ContextMenu menu = new ContextMenu();

  CanvasMenus(CanvasDesk desk, CanvasView view, CanvasCommands commands, UnitSwitch units) {
    this.units = units;
    this.searched = new SearchMenu(desk);
    this.desk = desk;
    this.model = desk.model();
    this.view = view;
    this.commands = commands;
    view.setOnContextMenuRequested(this::open);
  }

  private void open(ContextMenuEvent event) {
    menu.hide();
    menu.getItems().clear();
    CanvasView.owner(event.getTarget(), NodeView.class).ifPresentOrElse(
        node -> fillForNode(
            node.id(), event.isKeyboardTrigger() ? Optional.empty() : node.spotAt(event.getSceneX(), event.getSceneY())),
        () -> CanvasView.owner(event.getTarget(), WireView.class).ifPresentOrElse(
            wire -> fillForWire(wire.wire()),
            () -> CanvasView.owner(event.getTarget(), NoteView.class).ifPresentOrElse(
                note -> fillForNote(note.note()), () -> CanvasView.owner(event.getTarget(), GroupView.class).ifPresentOrElse(
                    group -> fillForGroup(group.group()), () -> fillForCanvas(new Point2D(event.getX(), event.getY()))))));
    menu.show(view, event.getScreenX(), event.getScreenY());
    event.consume();
  }

  private void fillForNode(int id, Optional<UnitSpot> spot) {
    if (!model.document().selection().contains(id)) {
      model.select(id);
    }
    boolean one = model.document().selection().size() == 1;
    boolean shares = one && model.network().node(id).layer().arity().max() > 0;
    Node node = model.network().node(id);
    units.item(node, spot.map(UnitSpot::unit)).ifPresent(menu.getItems()::add);
    if (one) {
      units.menu(node).ifPresent(menu.getItems()::add);
    }
    if (!menu.getItems().isEmpty()) {
      line();
    }
    fill("lens.open", "menu.rename");
    menu.getItems().add(item(Icon.LINK, "menu.share", "", !shares, () -> model.edits().useAgain(id)));
    line();
    fill("menu.layer", "menu.wire");
    line();
    if (one) {
      searched.menu(node).ifPresent(dice -> {
        menu.getItems().add(dice);
        line();
      });
    }
    fill("menu.duplicate", "menu.cut", "menu.copy");
    line();
    menu.getItems().add(arrange());
    line();
    fill("group.make", "group.toggle", "group.dissolve", "block.keep");
    line();
    menu.getItems().add(item(Icon.DELETE, "menu.delete", "Delete", false, model::removeSelection));
  }

  private void fillForWire(Wire wire) {
    model.select(wire);
    menu.getItems().add(item(Icon.PLUS, "menu.within", "A", false, () -> ChooseLayer.within(model, wire)));
    line();
    menu.getItems().add(item(Icon.DELETE, "menu.unwire", "Delete", false, model::removeSelection));
  }

  private void fillForGroup(NodeGroup group) {
    if (!model.document().selection().containsAll(group.members())) {
      model.groups().select(group);
    }
    fill("group.toggle", "menu.rename", "group.dissolve", "block.keep");
    line();
    fill("menu.duplicate", "menu.cut", "menu.copy");
    line();
    menu.getItems().add(item(Icon.DELETE, "menu.delete", "Delete", false, model::removeSelection));
  }

  private void fillForNote(Note note) {
    if (!model.notes().selected().contains(note.id())) {
      model.notes().select(note.id());
    }
    menu.getItems().add(item(Icon.RENAME, "note.write", "Enter", false, () -> model.notes().write(note.id())));
    Menu colours = new Menu(desk.lang().say("note.colour"), Icon.COLOUR.view());
    for (Note.Colour colour : Note.Colour.values()) {
      RadioMenuItem item = new RadioMenuItem(desk.lang().say("note." + colour.name().toLowerCase(Locale.ROOT)));
      Region swatch = new Region();
      swatch.getStyleClass().addAll("note-swatch", colour.name().toLowerCase(Locale.ROOT));
      item.setGraphic(swatch);
      item.setSelected(note.colour() == colour);
      item.setOnAction(event -> model.notes().paint(note.id(), colour));
      colours.getItems().add(item);
    }
    menu.getItems().add(colours);
    line();
    fill("menu.duplicate", "menu.cut", "menu.copy");
    line();
    menu.getItems().add(item(Icon.DELETE, "menu.delete", "Delete", false, model::removeSelection));
  }

  private void fillForCanvas(Point2D place) {
    Camera camera = model.camera();
    double x = camera.canvasX(place.getX());
    double y = camera.canvasY(place.getY());
    menu.getItems().add(item(Icon.PLUS, "menu.here", "", false, () -> ChooseLayer.at(model, x, y)));
    menu.getItems().add(item(Icon.NOTE, "note.here", "", false, () -> model.notes().create(x, y)));
    line();
    fill("menu.paste", "menu.all");
    line();
    fill("menu.tidy", "menu.fit");
    menu.getItems().add(mapSwitch());
    line();
    fill("picture.copy", "picture.save");
  }

  private CheckMenuItem mapSwitch() {
    Command command = commands.get("menu.map");
    CheckMenuItem map = new CheckMenuItem(desk.lang().say(command.title()));
    command.key().map(KeyCombination::valueOf).ifPresent(map::setAccelerator);
    map.setSelected(model.mapProperty().get());
    map.setDisable(!command.possible().get());
    map.setOnAction(event -> command.run());
    return map;
  }

  private Menu arrange() {
    Menu arrange = new Menu(desk.lang().say("menu.arrange"), Icon.ARRANGE.view());
    for (Align align : Align.values()) {
      if (align == Align.TOP || align == Align.ACROSS) {
        arrange.getItems().add(new SeparatorMenuItem());
      }
      arrange.getItems().add(item(commands.get(CanvasCommands.title(align))));
    }
    arrange.getItems().add(new SeparatorMenuItem());
    Stream.of("menu.left", "menu.right", "menu.up", "menu.down").map(commands::get).map(this::item).forEach(arrange.getItems()::add);
    arrange.getItems().forEach(item -> item.setGraphic(null));
    return arrange;
  }

  private void line() {
    menu.getItems().add(new SeparatorMenuItem());
  }

  private void fill(String... titles) {
    List.of(titles).forEach(title -> menu.getItems().add(item(commands.get(title))));
  }

  private MenuItem item(Command command) {
    return item(command.icon(), command.title().key(), command.key().orElse(""), !command.possible().get(), command::run);
  }

  private MenuItem item(Icon icon, String key, String keys, boolean disabled, Runnable action) {
    MenuItem item = new MenuItem(desk.lang().say(key), icon.view());
    if (!keys.isEmpty()) {
      item.setAccelerator(KeyCombination.valueOf(keys));
    }
    item.setDisable(disabled);
    item.setOnAction(event -> action.run());
    return item;
  }
}
