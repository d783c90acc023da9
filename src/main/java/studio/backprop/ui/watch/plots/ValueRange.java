package studio.backprop.ui.watch.plots;

/**
 * A stretch of values.
 *
 * @param low where it begins
 * @param high where it ends
 */
record ValueRange(double low, double high) {}
