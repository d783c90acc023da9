package studio.backprop.ui.design.inspector;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Labels;
import studio.backprop.ui.kit.Lang;

/** Problem and its remedy in two lines; hidden while there is none. */
final class ProblemNote extends VBox {
  ProblemNote(InspectorModel model, Lang lang) {
    ObservableValue<Optional<Trouble>> first = model.troublesProperty().map(all -> all.stream().findFirst());
    ObservableValue<Message> title = first.map(trouble -> trouble.map(Trouble::title).orElse(null));
    ObservableValue<Message> sentence = first.map(trouble -> trouble.map(Trouble::sentence).orElse(null));
    Label head = new Label(null, Icon.PROBLEM.view());
    head.getStyleClass().add("strong");
    head.textProperty().bind(lang.bind(title));
    Label text = Labels.wrapped("");
    text.textProperty().bind(lang.bind(sentence));
    getStyleClass().addAll("banner", "bad", "problem-card");
    getChildren().addAll(head, text);
    visibleProperty().bind(head.textProperty().isNotEmpty());
    managedProperty().bind(visibleProperty());
  }
}
