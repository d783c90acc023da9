package studio.backprop.ui.inspector;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.backprop.ui.form.Facts;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;

/** Several nodes: what they come to together, and what can be done to all of them at once. */
final class SeveralPage extends VBox {
  private final Lang lang;
  private final Hints hints;

  SeveralPage(SeveralModel model, Lang lang, Hints hints) {
    this.lang = lang;
    this.hints = hints;
    Facts facts =
        new Facts()
            .row(lang.bind("inspector.parameters"), whole(model.parametersProperty()))
            .row(lang.bind("inspector.flops"), whole(model.flopsProperty()), lang.bind("inspector.flops.detail"));
    HBox learning =
        new HBox(
            button("inspector.freeze", Icon.LOCK, () -> model.setTrainable(false)),
            button("inspector.thaw", Icon.UNLOCK, () -> model.setTrainable(true)));
    learning.getStyleClass().add("gap-8");
    learning.visibleProperty().bind(model.learnsProperty());
    learning.managedProperty().bind(learning.visibleProperty());
    Button delete = button("inspector.delete", Icon.DELETE, model::delete);
    delete.getStyleClass().add("danger");
    getStyleClass().add("page");
    getChildren().addAll(facts, learning, delete);
  }

  private Button button(String key, Icon icon, Runnable action) {
    Button button = new Button(null, icon.view());
    button.textProperty().bind(lang.bind(key));
    hints.explain(button, key + ".help");
    button.setOnAction(e -> action.run());
    return button;
  }

  private ObservableValue<String> whole(ObservableValue<Long> count) {
    return Bindings.createStringBinding(() -> lang.numbers().whole(count.getValue()), count, lang.textsProperty());
  }
}
