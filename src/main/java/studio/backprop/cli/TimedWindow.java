package studio.backprop.cli;

/**
 * One window of a measurement.
 *
 * @param perSecond runs of the work in a second
 * @param peak GFLOP/s of the peak loop on one core directly beside it: the mean of before and after
 */
record TimedWindow(double perSecond, double peak) {}
