package studio.backprop.cli;

/**
 * Work that is timed by doing it over and over.
 *
 * @param run does it once
 * @param flops operations of a run, two for each multiply-add
 */
record TimedWork(Runnable run, long flops) {}
