package studio.backprop.ui.learn.lesson;

import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/** Draggable point of a drawn curve, also movable by keys. Accessible as a slider. */
final class CurveHandle extends Region {
  private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");

  private final int number;
  private double value;
  private double least;
  private double most;

  /** @param press receives key events with the number of the handle */
  CurveHandle(int number, double radius, BiConsumer<Integer, KeyEvent> press) {
    this.number = number;
    getStyleClass().add("curve-handle");
    setId("curve-handle-" + number);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.SLIDER);
    resize(2 * radius, 2 * radius);
    addEventHandler(MouseEvent.MOUSE_PRESSED, event -> requestFocus());
    addEventHandler(KeyEvent.KEY_PRESSED, event -> press.accept(number, event));
  }

  int number() {
    return number;
  }

  /**
   * Updates the accessible state.
   *
   * @param waits whether unplaced
   * @param said localized value
   */
  void say(boolean waits, String said, double now, double from, double to) {
    pseudoClassStateChanged(WAITING, waits);
    setAccessibleText(said);
    least = from;
    most = to;
    if (value != now) {
      value = now;
      notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
    }
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case VALUE -> value;
      case MIN_VALUE -> least;
      case MAX_VALUE -> most;
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }
}
