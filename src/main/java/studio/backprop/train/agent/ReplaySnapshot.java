package studio.backprop.train.agent;

/**
 * A replay memory for whoever looks, in cells of so many transitions each, the oldest first. Nobody changes it any more.
 *
 * @param size transitions that are remembered
 * @param capacity of at most so many
 * @param perCell transitions in a cell
 * @param ended the share of each cell's transitions that ended an episode; a cell that is not filled yet has none
 * @param batch the cells of the last update's examples
 */
public record ReplaySnapshot(int size, int capacity, int perCell, float[] ended, int[] batch) {}
