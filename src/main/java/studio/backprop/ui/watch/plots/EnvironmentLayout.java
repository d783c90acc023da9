package studio.backprop.ui.watch.plots;

/**
 * Where a world is painted and where the bars of the actions: beside it, or below it where it is wide, as a grid is, or the place narrow.
 *
 * @param wide whether the bars are below
 * @param bars width of those beside; 0 where they are below
 * @param room height of the world
 * @param columns of bars
 */
record EnvironmentLayout(boolean wide, double bars, double room, int columns) {
  /** Height of the line under both. */
  static final double FOOT = 20;
  private static final double BARS = 0.42;
  private static final double LEAST_BARS = 110;
  private static final double NARROW = 230;

  static EnvironmentLayout of(double width, double height, boolean grid, int actions) {
    boolean upright = width < NARROW && height > width;
    boolean wide = grid || upright;
    int columns = upright && !grid ? 1 : 2;
    double below = (actions + columns - 1) / columns * ActionBars.ROW;
    return new EnvironmentLayout(wide, wide ? 0 : Math.max(LEAST_BARS, width * BARS), wide ? height - FOOT - below : height - FOOT,
        columns);
  }
}
