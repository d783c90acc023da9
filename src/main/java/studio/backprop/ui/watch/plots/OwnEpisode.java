package studio.backprop.ui.watch.plots;

/**
 * Completed episode of the user, shown beside those of the agent; not used for learning.
 *
 * @param taken steps of the agent by then
 * @param returned its return
 */
record OwnEpisode(long taken, double returned) {}
