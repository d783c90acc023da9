package studio.backprop.ui.workspace.run;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * What a person attends to in the network: the neuron and the number under the mouse, and the number that is followed through a step. Every
 * view that shows one of them shows it, wherever it was pointed at.
 */
public final class FocusModel {
  private final PointedUnit unit = new PointedUnit();
  private final PointedCell cell = new PointedCell();
  private final Followed followed = new Followed();
  private final BooleanProperty strongestWay = new SimpleBooleanProperty(this, "strongestWay");
  private final BooleanProperty attributionWithheld = new SimpleBooleanProperty(this, "attributionWithheld");

  /** The neuron that a person points at. */
  public PointedUnit unit() {
    return unit;
  }

  /** The number that a person points at, with the numbers that influence it and those that it influences. */
  public PointedCell cell() {
    return cell;
  }

  /** The number that is followed through a step. */
  public Followed followed() {
    return followed;
  }

  /** Whether the strongest way of a drawn example to its class is to be seen. */
  public BooleanProperty strongestWayProperty() {
    return strongestWay;
  }

  /** While it is withheld, no view beside the page of explanations shows an attribution: it is still to be predicted. */
  public BooleanProperty attributionWithheldProperty() {
    return attributionWithheld;
  }

  /** The mouse has left, or what it pointed at is gone. */
  public void leave() {
    unit.leave();
    cell.leave();
  }
}
