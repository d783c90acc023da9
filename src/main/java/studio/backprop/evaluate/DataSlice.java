package studio.backprop.evaluate;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The examples of a part of the data that have something in common: a word in a column, one number, or numbers within two bounds.
 *
 * @param word in the column; empty for numbers, and for rows with none of the known words or numbers
 * @param low the least number, included; −∞ if there is none
 * @param high the first number beyond; ∞ if there is none; the least one itself if it is the only one
 * @param examples their numbers in a judgement of the part, in rising order
 */
public record DataSlice(String word, double low, double high, int[] examples) {
  /** Those of its examples that another slice has, too. */
  public DataSlice within(DataSlice other) {
    int[] both = IntStream.of(examples).filter(example -> Arrays.binarySearch(other.examples, example) >= 0).toArray();
    return new DataSlice(word, low, high, both);
  }
}
