package studio.backprop.ui.kit.form;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.VBox;
import studio.backprop.setting.Setting;
import studio.backprop.tensor.Init;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.NumberField;
import studio.backprop.ui.kit.NumberRange;

/** Editor of a weight initializer: the rule and, for constant, its value. */
final class InitField extends VBox {
  private static final double FIRST_CONSTANT = 0.1;
  private static final NumberRange VALUES = NumberRange.real(-1000, 1000, 0.1);

  InitField(Lang lang, ObservableValue<String> name, ObservableValue<Init> kept, Consumer<Init> change) {
    Choice<Init.Kind> kind = new Choice<>(lang, List.of(Init.Kind.values()), Setting::choiceTitle, name);
    kind.keep(kept.map(Init::kind), chosen -> change.accept(first(chosen)));
    NumberField value =
        new NumberField(lang, Kept.number(VALUES, kept.map(Init::value), v -> change.accept(Init.constant(v))), lang.bind("form.constant"));
    value.visibleProperty().bind(kept.map(init -> init.kind() == Init.Kind.CONSTANT));
    value.managedProperty().bind(value.visibleProperty());
    getStyleClass().add("gap-4");
    getChildren().addAll(kind, value);
  }

  private static Init first(Init.Kind kind) {
    return kind == Init.Kind.CONSTANT ? Init.constant(FIRST_CONSTANT) : Init.of(kind);
  }
}
