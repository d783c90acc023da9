package studio.backprop.ui.workspace.run;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** Focus shared by all views: unit and cell under the mouse, and the value traced through a step. */
public final class FocusModel {
  private final PointedUnit unit = new PointedUnit();
  private final PointedCell cell = new PointedCell();
  private final Followed followed = new Followed();
  private final BooleanProperty strongestWay = new SimpleBooleanProperty(this, "strongestWay");
  private final BooleanProperty attributionWithheld = new SimpleBooleanProperty(this, "attributionWithheld");

  /** The unit under the mouse. */
  public PointedUnit unit() {
    return unit;
  }

  /** The cell under the mouse, with the cells that influence it and those that it influences. */
  public PointedCell cell() {
    return cell;
  }

  /** The value traced through a step. */
  public Followed followed() {
    return followed;
  }

  /** Whether to show the strongest path from a drawn example to its class. */
  public BooleanProperty strongestWayProperty() {
    return strongestWay;
  }

  /** Whether attributions are withheld outside the attribution page, as the learner is to predict them. */
  public BooleanProperty attributionWithheldProperty() {
    return attributionWithheld;
  }

  /** The mouse has left, or its target is gone. */
  public void leave() {
    unit.leave();
    cell.leave();
  }
}
