package studio.backprop.ui.window.presenter;

import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import studio.backprop.ui.kit.Icon;

/** Tool of the window in a presentation, toggled by a large button and a key; {@code name} is the prefix of its text keys. */
public record Tool(String name, Icon icon, KeyCode key, BooleanProperty on, ObservableValue<Boolean> possible) {
}
