package studio.backprop.ui.design.inspector;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import studio.backprop.ui.kit.EmptyState;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.ThemeModel;

/** Parameters of the selection, a block each, and the history of their distributions; updated during training. */
final class NumbersPage extends VBox {
  private final Lang lang;
  private final VBox blocks = new VBox();
  private final List<ParameterBlock> shown = new ArrayList<>();

  NumbersPage(InspectorModel inspector, Lang lang, ThemeModel theme) {
    NumbersModel model = inspector.numbers();
    this.lang = lang;
    getStyleClass().add("page");
    blocks.getStyleClass().add("gap-16");
    Label step = new Label();
    step.getStyleClass().addAll("note", "mut");
    step.textProperty().bind(Bindings.createStringBinding(
        () -> lang.say("inspector.after_step", model.stepProperty().get()), model.stepProperty(), lang.textsProperty()));
    EmptyState empty = new EmptyState(Icon.WEIGHTS, Bindings.createStringBinding(
        () -> model.bareProperty().get().map(kind -> lang.say("inspector.no_parameters", lang.say(kind)))
            .orElseGet(() -> lang.say("inspector.no_numbers")),
        model.bareProperty(), lang.textsProperty()));
    empty.visibleProperty().bind(model.parametersProperty().map(List::isEmpty));
    for (var node : List.of(step, blocks)) {
      node.visibleProperty().bind(empty.visibleProperty().not());
      node.managedProperty().bind(node.visibleProperty());
    }
    empty.managedProperty().bind(empty.visibleProperty());
    getChildren().addAll(step, blocks, empty, new RidgesView(inspector.ridges(), lang, theme));
    model.parametersProperty().subscribe(this::show);
    lang.whenWrittenAnew(() -> show(model.parametersProperty().get()));
  }

  /** Blocks are reused while they show the same parameters. */
  private void show(List<ParameterNumbers> parameters) {
    while (shown.size() < parameters.size()) {
      shown.add(new ParameterBlock(lang));
    }
    for (int i = 0; i < parameters.size(); i++) {
      shown.get(i).show(parameters.get(i));
    }
    if (blocks.getChildren().size() != parameters.size()) {
      blocks.getChildren().setAll(shown.subList(0, parameters.size()));
    }
  }
}
