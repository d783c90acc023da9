package studio.backprop.ui.designer;

import java.util.Optional;

/** Where the single units of a layer stand in a picture of it, in px from the picture's corner. */
interface UnitPlaces {
  /** The unit at a place, from 0; −1 where there is none. */
  int unitAt(double x, double y);

  /** The room that a unit takes; empty if the picture does not show it. */
  Optional<Box> placeOf(int unit);
}
