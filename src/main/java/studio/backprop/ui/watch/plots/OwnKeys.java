package studio.backprop.ui.watch.plots;

import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Arrow keys of a game of the user, for nodes that receive keys before the picture does. */
public final class OwnKeys {
  private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(this, "playing");
  private Predicate<KeyCode> game = key -> false;

  /** @param heard receives the arrow keys during a game, and returns whether one has a meaning */
  void goTo(Predicate<KeyCode> heard) {
    game = heard;
  }

  void play(boolean now) {
    playing.set(now);
  }

  /** Whether the user plays. */
  public ReadOnlyBooleanProperty playingProperty() {
    return playing.getReadOnlyProperty();
  }

  /** Passes an arrow key to the game. @return whether it has a meaning there */
  public boolean press(KeyEvent key) {
    boolean plain = !key.isShiftDown() && !key.isShortcutDown() && !key.isAltDown();
    return playing.get() && plain && key.getCode().isArrowKey() && game.test(key.getCode());
  }
}
