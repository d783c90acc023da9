package studio.backprop.ui.design.designer.node;

import java.util.Optional;
import studio.backprop.ui.design.designer.edit.Box;

/** Bounds of the units of a layer in a picture, in px from its corner. */
interface UnitPlaces {
  /** Index of the unit at a place; −1 for none. */
  int unitAt(double x, double y);

  /** Bounds of a unit; empty if not shown. */
  Optional<Box> placeOf(int unit);

  /** Row-major index of the value at a place, −1 for none; equals the unit where each has one value. */
  default int cellAt(double x, double y) {
    return unitAt(x, y);
  }

  /** Bounds of a value; empty if not shown. */
  default Optional<Box> cellPlace(int cell) {
    return placeOf(cell);
  }

  /** Name of the parameter shown; empty for outputs. */
  default Optional<String> parameter() {
    return Optional.empty();
  }

  /** Value shown at a place. */
  default float shownAt(int cell) {
    return Float.NaN;
  }

  /** Text of what stands at a place beside the values, such as a bias; empty for nothing. */
  default String aside(double x, double y) {
    return "";
  }

  /** Resource key for a value of the parameter. */
  default String wording() {
    return "cell.weight";
  }

  /** Whether values are outputs rather than weights. */
  default boolean answers() {
    return parameter().isEmpty();
  }
}
