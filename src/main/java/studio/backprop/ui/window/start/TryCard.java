package studio.backprop.ui.window.start;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;

/** Card of a suggestion. */
final class TryCard extends Button {
  TryCard(Icon icon, String key, Lang lang, Runnable action) {
    Label title = new Label();
    title.getStyleClass().add("strong");
    title.textProperty().bind(lang.bind(key));
    Label sentence = new Label();
    sentence.getStyleClass().addAll("note", "mut", "sentence");
    sentence.textProperty().bind(lang.bind(key + ".sentence"));
    sentence.managedProperty().bind(sentence.visibleProperty());
    HBox card = new HBox(icon.view(), new VBox(title, sentence));
    card.getStyleClass().add("try");
    card.prefWidthProperty().bind(widthProperty());
    setGraphic(card);
    setId(key.replace('.', '-'));
    getStyleClass().addAll("start-card", "try-card");
    accessibleTextProperty().bind(lang.bind("start.sample.spoken", lang.bind(key), lang.bind(key + ".sentence")));
    setOnAction(event -> action.run());
  }
}
