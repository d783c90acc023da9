package studio.backprop.ui.compare.comparison;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import studio.backprop.ui.kit.Command;

/** A page among those of twin runs that somebody else has made. */
public interface ComparisonTab {
  /** What is seen. */
  Region view();

  /** What stands in the head in place of the transport of the lanes; empty where these are played. */
  ObservableValue<Optional<Region>> transport();

  /** Hears that it came in front, or went. */
  void front(boolean now);

  /** A key that no control has taken. @return whether it did something */
  boolean press(KeyEvent key);

  /** Takes back what was done on it. @return whether there was something */
  default boolean undo() {
    return false;
  }

  /** What can be done on it as it is now; the same ones as long as it is of the same kind. */
  List<Command> commands();

  /** Closes what is open over it. @return whether there was something */
  boolean escape();
}
