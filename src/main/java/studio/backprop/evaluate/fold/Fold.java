package studio.backprop.evaluate.fold;

/**
 * Train/test split of rows. Immutable; arrays are not copied.
 *
 * @param train training rows, ascending
 * @param test test rows, ascending; disjoint
 */
public record Fold(int[] train, int[] test) {
}
