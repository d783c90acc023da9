package studio.backprop.ui.compare.landscape;

import studio.backprop.landscape.LossSurface;

/**
 * Settings of the network's landscape.
 *
 * @param plane how the plane is chosen
 * @param lane variant whose weights are the centre
 * @param step of these weights; {@link Long#MAX_VALUE} for the end
 * @param rows maximum number of training rows for losses
 */
record LandscapeChoice(Laid plane, int lane, long step, int rows) {
  /** Choice of the plane. */
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
