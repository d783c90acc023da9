package studio.backprop.ui.design.designer;

import java.util.Map;
import java.util.Optional;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import studio.backprop.network.Node;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.form.SettingDice;

/** Context menu of a node's settings that a hyperparameter search may vary; on the canvas, settings have no fields. */
final class SearchMenu {
  private final CanvasDesk desk;

  SearchMenu(CanvasDesk desk) {
    this.desk = desk;
  }

  /** Empty where the node has no setting to search. */
  Optional<Menu> menu(Node node) {
    Map<String, SettingDice.Die> own = desk.model().dice().of(node.name());
    if (own.isEmpty()) {
      return Optional.empty();
    }
    Menu menu = new Menu(desk.lang().say("menu.search"), Icon.DIE.view());
    own.forEach((name, die) -> menu.getItems().add(item(name, die)));
    return Optional.of(menu);
  }

  private CheckMenuItem item(String name, SettingDice.Die die) {
    CheckMenuItem item = new CheckMenuItem(desk.lang().say("menu.search.setting", die.title(), die.values()));
    item.setId("search-" + name.replace('.', '-'));
    item.setMnemonicParsing(false);
    item.setSelected(die.chosen());
    item.setDisable(desk.model().dice().heldProperty().get());
    item.setOnAction(event -> desk.model().dice().press(name));
    return item;
  }
}
