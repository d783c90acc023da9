package studio.backprop.landscape;

import studio.backprop.landscape.surface.SurfaceRace;

/**
 * A surface with a formula on which optimizers are compared, and where they begin.
 *
 * @param surface its name, such as {@code ravine}
 * @param x and y, the two weights at the start
 * @param steps of the race
 */
public record SurfaceStart(String surface, double x, double y, int steps) {
  /** A race as long as most. */
  public SurfaceStart(String surface, double x, double y) {
    this(surface, x, y, SurfaceRace.USUAL_STEPS);
  }
}
