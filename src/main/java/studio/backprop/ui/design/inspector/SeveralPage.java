package studio.backprop.ui.design.inspector;

import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.form.FormView;
import studio.backprop.ui.kit.form.NamedValues;

/** Page of several nodes: totals, common settings and actions. */
final class SeveralPage extends VBox {
  private final Lang lang;
  private final Hints hints;

  SeveralPage(SeveralModel model, Lang lang, Hints hints) {
    this.lang = lang;
    this.hints = hints;
    NamedValues facts =
        new NamedValues()
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
    VBox form = new VBox();
    model.formProperty().subscribe(now -> {
      form.getChildren().clear();
      if (now != null) {
        form.getChildren().add(new FormView<>(lang, hints, now));
      }
    });
    getChildren().addAll(facts, form, differing(model), learning, delete);
  }

  /** Lists the settings whose values differ. */
  private Label differing(SeveralModel model) {
    Label label = new Label();
    label.setWrapText(true);
    label.getStyleClass().addAll("note", "mut");
    label.textProperty().bind(Bindings.createStringBinding(() -> {
      String names = model.differingProperty().get().stream().map(setting -> lang.say(setting.title()))
          .collect(Collectors.joining(lang.say("inspector.several.and")));
      return names.isEmpty() ? "" : lang.say("inspector.several.differ", names);
    }, model.differingProperty(), lang.textsProperty()));
    label.visibleProperty().bind(label.textProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
    return label;
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
