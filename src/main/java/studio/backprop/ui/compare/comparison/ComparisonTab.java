package studio.backprop.ui.compare.comparison;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import studio.backprop.ui.kit.Command;

/** A tab of the comparison page that is provided from outside. */
public interface ComparisonTab {
  Region view();

  /** Replaces the transport of the variants in the head; empty where these are played. */
  ObservableValue<Optional<Region>> transport();

  /** Notified when it is shown or hidden. */
  void front(boolean now);

  /** Handles a key not consumed by a control. @return whether handled */
  boolean press(KeyEvent key);

  /** Undoes the last action on it. @return whether there was one */
  default boolean undo() {
    return false;
  }

  /** Its commands in the current state; the same objects as long as the state is of the same kind. */
  List<Command> commands();

  /** Closes what is open over it. @return whether something was */
  boolean escape();
}
