package studio.backprop.evaluate.fold;

/**
 * One division of rows.
 *
 * @param train rows to learn from, rising
 * @param test rows to test with, rising; none of them is in {@code train}
 */
public record Fold(int[] train, int[] test) {
}
