package studio.backprop.cli;

/**
 * One measured window.
 *
 * @param perSecond runs of the work per second
 * @param peak GFLOP/s of the peak loop on one core: mean of before and after
 */
record TimedWindow(double perSecond, double peak) {}
