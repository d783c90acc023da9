package studio.backprop.ui.compare.landscape;

import studio.backprop.landscape.LossSurface;

/**
 * What is to be seen of the lanes' network.
 *
 * @param plane how it is laid through the weights
 * @param lane whose weights are its centre
 * @param step at which they were; the largest number for the end
 * @param rows training rows at most over which losses are taken
 */
record LandscapeChoice(Laid plane, int lane, long step, int rows) {
  /** How a plane is laid. */
  enum Laid {
    STEPS,
    RANDOM,
    ENDS
  }

  static final long END = Long.MAX_VALUE;
  static final LandscapeChoice FIRST = new LandscapeChoice(Laid.STEPS, 0, END, LossSurface.USUAL_ROWS);

  LandscapeChoice with(Laid other) {
    return new LandscapeChoice(other, lane, step, rows);
  }

  LandscapeChoice from(int centre, long at) {
    return new LandscapeChoice(plane, centre, at, rows);
  }

  LandscapeChoice over(int most) {
    return new LandscapeChoice(plane, lane, step, most);
  }
}
