package studio.backprop.ui.watch.plots;

/** Range of values. */
record ValueRange(double low, double high) {}
