package studio.backprop.ui.window.presenter;

import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import studio.backprop.ui.kit.Icon;

/**
 * Something that the window lends to a presentation, switched on and off by a large button and a key.
 *
 * @param name of its texts
 * @param icon its sign
 * @param key does the same
 * @param on whether it is there
 * @param possible whether it can be
 */
public record Tool(String name, Icon icon, KeyCode key, BooleanProperty on, ObservableValue<Boolean> possible) {
}
