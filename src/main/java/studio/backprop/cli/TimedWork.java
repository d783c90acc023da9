package studio.backprop.cli;

/**
 * Timed work.
 *
 * @param run executes it once
 * @param flops operations of a run, two for each multiply-add
 */
record TimedWork(Runnable run, long flops) {}
