package studio.backprop.evaluate;

/**
 * The examples of a part of the data that have something in common: a word in a column, or numbers within two bounds.
 *
 * @param word in the column; empty for numbers, and for rows with none of the known words
 * @param low the least number, included; −∞ if there is none
 * @param high the first number beyond; ∞ if there is none
 * @param examples their numbers in a judgement of the part
 */
public record DataSlice(String word, double low, double high, int[] examples) {
}
