package studio.backprop.ui.kit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import studio.backprop.text.Message;

/**
 * Something a person can do in the window, wherever it is offered: by its key, in the list of all commands, on the page of keys.
 *
 * @param title what it is called, as a verb
 * @param group what it has to do with
 * @param icon its sign
 * @param keys keys that do the same, as {@code Shortcut+Shift+S}; the first is the one that is shown
 * @param possible whether it can be done now
 * @param action does it
 */
public record Command(Message title, Group group, Icon icon, List<String> keys, ObservableBooleanValue possible, Runnable action) {
  /** What commands have to do with, in the order in which a person meets it. */
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

  /** A command that can be done at any time. */
  public static Command of(String titleKey, Group group, Icon icon, String key, Runnable action) {
    return new Command(Message.of(titleKey), group, icon, List.of(key), ALWAYS, action);
  }

  /** A command without a key. */
  public static Command of(Message title, Group group, Icon icon, Runnable action) {
    return new Command(title, group, icon, List.of(), ALWAYS, action);
  }

  /** Another key that does the same. */
  public Command or(String key) {
    return new Command(title, group, icon, Stream.concat(keys.stream(), Stream.of(key)).toList(), possible, action);
  }

  public Command when(ObservableBooleanValue condition) {
    return new Command(title, group, icon, keys, condition, action);
  }

  /** The key that is shown. */
  public Optional<String> key() {
    return keys.stream().findFirst();
  }

  /** Does it, if it can be done now. */
  public void run() {
    if (possible.get()) {
      action.run();
    }
  }
}
