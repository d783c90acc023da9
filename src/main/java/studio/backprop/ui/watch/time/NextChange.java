package studio.backprop.ui.watch.time;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;

/** Announces that the next change of network, data or settings starts a branch; can be cancelled. */
final class NextChange extends VBox {
  NextChange(TimeModel model, Lang lang, Hints hints) {
    Label said = new Label();
    said.setGraphic(Icon.BRANCH.view());
    said.setWrapText(true);
    said.setMinHeight(USE_PREF_SIZE);
    said.textProperty().bind(lang.bind("branch.waiting"));
    Button cancel = new Button();
    cancel.textProperty().bind(lang.bind("branch.cancel"));
    cancel.setId("cancel-branch");
    cancel.setOnAction(event -> model.branching().forgetNextEdit());
    hints.explain(cancel, "branch.cancel_help");
    getStyleClass().add("next-change");
    getChildren().addAll(said, cancel);
    visibleProperty().bind(model.branching().waitingProperty());
    managedProperty().bind(visibleProperty());
  }
}
