package studio.backprop.ui.palette;

import java.util.Locale;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import studio.backprop.layer.LayerType;
import studio.backprop.ui.kit.Lang;

/** A kind of layer as a small card with its group's colour. A screen reader presses it like a button. */
final class Chip extends Label {
  private final Runnable pressed;

  Chip(LayerType type, Lang lang, Runnable pressed) {
    this.pressed = pressed;
    getStyleClass().addAll("chip", type.group().name().toLowerCase(Locale.ROOT));
    textProperty().bind(lang.bind(type.title().key()));
    setAccessibleRole(AccessibleRole.BUTTON);
    accessibleTextProperty().bind(textProperty());
    accessibleHelpProperty().bind(lang.bind(type.help().key()));
  }

  @Override
  public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
    if (action == AccessibleAction.FIRE) {
      pressed.run();
    } else {
      super.executeAccessibleAction(action, parameters);
    }
  }
}
