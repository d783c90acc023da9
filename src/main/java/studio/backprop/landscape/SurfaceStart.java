package studio.backprop.landscape;

import studio.backprop.landscape.surface.SurfaceRace;

/**
 * Test surface and start of an optimizer race. Immutable.
 *
 * @param surface name, such as {@code ravine}
 * @param x first weight at the start
 * @param y second weight at the start
 * @param steps of the race
 */
public record SurfaceStart(String surface, double x, double y, int steps) {
  /** With the default number of steps. */
  public SurfaceStart(String surface, double x, double y) {
    this(surface, x, y, SurfaceRace.USUAL_STEPS);
  }
}
