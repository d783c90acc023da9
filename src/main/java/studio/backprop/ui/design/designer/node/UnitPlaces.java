package studio.backprop.ui.design.designer.node;

import java.util.Optional;
import studio.backprop.ui.design.designer.edit.Box;

/** Where the single units of a layer stand in a picture of it, in px from the picture's corner. */
interface UnitPlaces {
  /** The unit at a place, from 0; −1 where there is none. */
  int unitAt(double x, double y);

  /** The room that a unit takes; empty if the picture does not show it. */
  Optional<Box> placeOf(int unit);

  /** The single number at a place, row-major; −1 where there is none. Where every unit gives one number, it is the unit. */
  default int cellAt(double x, double y) {
    return unitAt(x, y);
  }

  /** The room that a number takes; empty if the picture does not show it. */
  default Optional<Box> cellPlace(int cell) {
    return placeOf(cell);
  }

  /** The name of the parameter whose numbers are shown; empty where they are what the layer answers. */
  default Optional<String> parameter() {
    return Optional.empty();
  }

  /** The number that is shown at a place. */
  default float shownAt(int cell) {
    return Float.NaN;
  }

  /** What stands at a place beside the numbers, such as a bias, in words; empty where there is nothing. */
  default String aside(double x, double y) {
    return "";
  }

  /** The text that says a number of the parameter. */
  default String wording() {
    return "cell.weight";
  }

  /** Whether its numbers are what the layer answers, rather than its weights. */
  default boolean answers() {
    return parameter().isEmpty();
  }
}
