package studio.backprop.train.agent;

/**
 * Snapshot of a replay memory in cells, oldest first. Immutable.
 *
 * @param size transitions in it
 * @param capacity largest size
 * @param perCell transitions in a cell
 * @param ended share of each cell's transitions that ended an episode, relative to the transitions in it
 * @param batch cells of the last update's examples
 */
public record ReplaySnapshot(int size, int capacity, int perCell, float[] ended, int[] batch) {}
