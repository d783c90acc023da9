package studio.backprop.ui.watch.plots;

/**
 * An episode that a person has played to its end, beside those of the agent; nothing is learned from it.
 *
 * @param taken steps that the agent had taken then
 * @param returned its return
 */
record OwnEpisode(long taken, double returned) {}
