package studio.backprop.ui.kit.form;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.backprop.text.Message;

/** State of the dice buttons: which settings are in the search space, and what a press does. */
public final class SettingDice {
  /**
   * State of one dice button: tooltip, title, searched values or those that a press would add, and whether the setting is in the search
   * space.
   */
  public record Die(Message says, Message title, String values, boolean chosen) {}

  private final ReadOnlyObjectWrapper<Map<String, Die>> shown = new ReadOnlyObjectWrapper<>(this, "shown", Map.of());
  private final ReadOnlyBooleanWrapper held = new ReadOnlyBooleanWrapper(this, "held");
  private Consumer<String> pressed = name -> {};

  /** By name in a search space, such as {@code rate}; settings that cannot be searched are absent. */
  public ReadOnlyObjectProperty<Map<String, Die>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  Optional<Die> die(String name) {
    return Optional.ofNullable(shown.get().get(name));
  }

  /** Those of a layer by the name of its node, keyed by setting. */
  public Map<String, Die> of(String node) {
    Map<String, Die> own = new TreeMap<>(shown.get());
    own.keySet().removeIf(name -> !name.startsWith(node + "."));
    return own;
  }

  /** Whether they are read-only, as during a search. */
  public ReadOnlyBooleanProperty heldProperty() {
    return held.getReadOnlyProperty();
  }

  public void show(Map<String, Die> dice) {
    shown.set(Map.copyOf(dice));
  }

  public void hold(boolean now) {
    held.set(now);
  }

  /** @param hears receives the name of the setting */
  public void onPress(Consumer<String> hears) {
    pressed = hears;
  }

  public void press(String name) {
    if (!held.get() && shown.get().containsKey(name)) {
      pressed.accept(name);
    }
  }
}
