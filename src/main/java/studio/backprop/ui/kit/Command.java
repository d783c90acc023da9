package studio.backprop.ui.kit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import studio.backprop.text.Message;

/**
 * Command of the window: title (a verb), group, icon, equivalent shortcuts such as {@code Shortcut+Shift+S} (the first is displayed),
 * enabled state and action.
 */
public record Command(Message title, Group group, Icon icon, List<String> keys, ObservableBooleanValue possible, Runnable action) {
  /** Groups of commands, in display order. */
  public enum Group {
    PROJECT,
    NETWORK,
    VIEW,
    TRAINING,
    WINDOW,
    LAYER,
    SAMPLE,
    TERM
  }

  private static final ObservableBooleanValue ALWAYS = new SimpleBooleanProperty(true);

  public Command {
    keys = List.copyOf(keys);
  }

  public static Command of(String titleKey, Group group, Icon icon, String key, Runnable action) {
    return new Command(Message.of(titleKey), group, icon, List.of(key), ALWAYS, action);
  }

  public static Command of(Message title, Group group, Icon icon, Runnable action) {
    return new Command(title, group, icon, List.of(), ALWAYS, action);
  }

  public Command or(String key) {
    return new Command(title, group, icon, Stream.concat(keys.stream(), Stream.of(key)).toList(), possible, action);
  }

  public Command when(ObservableBooleanValue condition) {
    return new Command(title, group, icon, keys, condition, action);
  }

  public Optional<String> key() {
    return keys.stream().findFirst();
  }

  /** Runs the action if enabled. */
  public void run() {
    if (possible.get()) {
      action.run();
    }
  }
}
