package studio.backprop.ui.watch.plots;

import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The arrow keys of a person who plays in the place of an agent, for whatever hears keys before the picture does. */
public final class OwnKeys {
  private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(this, "playing");
  private Predicate<KeyCode> game = key -> false;

  /** @param heard hears the arrow keys while a person plays, and says whether one means something */
  void goTo(Predicate<KeyCode> heard) {
    game = heard;
  }

  /** A person begins to play, or ends. */
  void play(boolean now) {
    playing.set(now);
  }

  /** Whether a person plays. */
  public ReadOnlyBooleanProperty playingProperty() {
    return playing.getReadOnlyProperty();
  }

  /** Gives an arrow key to the game. @return whether it means something there */
  public boolean press(KeyEvent key) {
    boolean plain = !key.isShiftDown() && !key.isShortcutDown() && !key.isAltDown();
    return playing.get() && plain && key.getCode().isArrowKey() && game.test(key.getCode());
  }
}
