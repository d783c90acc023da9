package studio.backprop.ui.design.palette;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;

/** Collapsible group of chips under its title. */
final class FoldingGroup extends VBox {
  private static final PseudoClass FOLDED = PseudoClass.getPseudoClass("folded");

  /** @param id of the group, under which its state is kept */
  FoldingGroup(LayersModel model, String id, ObservableValue<String> title, Lang lang, Node chips) {
    ObservableValue<Boolean> shown = model.shows(id);
    Button head = new Button();
    head.getStyleClass().addAll("bare", "group-title");
    head.setId("group-" + id.replace('.', '-'));
    head.setMnemonicParsing(false);
    head.setMaxWidth(Double.MAX_VALUE);
    head.textProperty().bind(title);
    head.graphicProperty().bind(shown.map(now -> (now ? Icon.CHEVRON_DOWN : Icon.CHEVRON_RIGHT).view()));
    head.accessibleTextProperty().bind(Bindings.createStringBinding(
        () -> lang.say(shown.getValue() ? "palette.group_open" : "palette.group_folded", title.getValue()), shown, title,
        lang.textsProperty()));
    head.setOnAction(event -> model.toggle(id));
    chips.visibleProperty().bind(shown);
    chips.managedProperty().bind(chips.visibleProperty());
    chips.visibleProperty().subscribe(now -> pseudoClassStateChanged(FOLDED, !now));
    getStyleClass().add("group");
    getChildren().addAll(head, chips);
  }
}
