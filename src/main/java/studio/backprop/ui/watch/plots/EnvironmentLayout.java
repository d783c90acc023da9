package studio.backprop.ui.watch.plots;

/**
 * Layout of an environment and its action bars: side by side, or stacked where the environment is wide, such as a grid, or the place
 * narrow.
 *
 * @param wide whether the bars are below
 * @param bars width of bars at the side; 0 below
 * @param room height of the environment
 * @param columns of bars
 */
record EnvironmentLayout(boolean wide, double bars, double room, int columns) {
  /** Height of the status bar. */
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
