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

/** The dice beside fields: which settings a search may change, and what a press on a die does. Whoever searches fills them. */
public final class SettingDice {
  /**
   * One die.
   *
   * @param says what a press on it does, and with which values
   * @param title of its setting
   * @param values that are searched or, before a press, would be
   * @param chosen whether its setting is in the search space
   */
  public record Die(Message says, Message title, String values, boolean chosen) {}

  private final ReadOnlyObjectWrapper<Map<String, Die>> shown = new ReadOnlyObjectWrapper<>(this, "shown", Map.of());
  private final ReadOnlyBooleanWrapper held = new ReadOnlyBooleanWrapper(this, "held");
  private Consumer<String> pressed = name -> {};

  /** By the name of the setting as a search space writes it, such as {@code rate}; a setting that cannot be searched has none. */
  public ReadOnlyObjectProperty<Map<String, Die>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** The die of a setting; empty where it has none. */
  Optional<Die> die(String name) {
    return Optional.ofNullable(shown.get().get(name));
  }

  /** Those of a layer, by the name of its node, by the name of their settings. */
  public Map<String, Die> of(String node) {
    Map<String, Die> own = new TreeMap<>(shown.get());
    own.keySet().removeIf(name -> !name.startsWith(node + "."));
    return own;
  }

  /** Whether they are only to be looked at, as while a search is under way. */
  public ReadOnlyBooleanProperty heldProperty() {
    return held.getReadOnlyProperty();
  }

  /** They are these from now on. */
  public void show(Map<String, Die> dice) {
    shown.set(Map.copyOf(dice));
  }

  public void hold(boolean now) {
    held.set(now);
  }

  /** @param hears of each press, by the name of the setting */
  public void onPress(Consumer<String> hears) {
    pressed = hears;
  }

  /** As if it was clicked on. */
  public void press(String name) {
    if (!held.get() && shown.get().containsKey(name)) {
      pressed.accept(name);
    }
  }
}
