package studio.backprop.evaluate;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Slice of a part of the data: the examples with a category, a number or a range of numbers in one column. Immutable; arrays are not
 * copied.
 *
 * @param word category; empty for numbers, and for rows of unknown values
 * @param low inclusive lower bound; may be −∞
 * @param high exclusive upper bound, may be ∞; equal to {@code low} for a single number
 * @param examples indices in an evaluation of the part, ascending
 */
public record DataSlice(String word, double low, double high, int[] examples) {
  /** Intersection with another slice. */
  public DataSlice within(DataSlice other) {
    int[] both = IntStream.of(examples).filter(example -> Arrays.binarySearch(other.examples, example) >= 0).toArray();
    return new DataSlice(word, low, high, both);
  }
}
