package studio.backprop.ui.judge.examples;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.observe.Example;

/** Some examples in the order in which they are shown. Immutable. */
final class ExampleList {
  private final PreparedData data;
  /** A place is that among all examples: those to train on first, then validation, then test. */
  private final int[] places;

  private ExampleList(PreparedData data, int[] places) {
    this.data = data;
    this.places = places;
  }

  /**
   * The examples that pass, by their number: ascending or descending, equal ones in their old order, missing numbers last.
   *
   * @param number of an example; only as exact as a float
   */
  static ExampleList of(PreparedData data, Predicate<Example> passes, ToDoubleFunction<Example> number, boolean ascending) {
    long[] keys = new long[data.dataset().rows()];
    int count = 0;
    int place = 0;
    for (Part part : Part.values()) {
      for (int row = 0; row < data.rows(part); row++) {
        Example example = new Example(part, row);
        if (passes.test(example)) {
          keys[count++] = (long) rank((float) number.applyAsDouble(example), ascending) << Integer.SIZE | place;
        }
        place++;
      }
    }
    // one primitive sort: a hundred thousand examples are in order before the next frame
    long[] sorted = Arrays.copyOf(keys, count);
    Arrays.sort(sorted);
    return new ExampleList(data, Arrays.stream(sorted).mapToInt(key -> (int) key).toArray());
  }

  /** A whole number in the same order as the float. */
  private static int rank(float number, boolean ascending) {
    if (Float.isNaN(number)) {
      return Integer.MAX_VALUE;
    }
    int bits = Float.floatToIntBits(number);
    int rank = bits < 0 ? bits ^ Integer.MAX_VALUE : bits;
    return ascending ? rank : ~rank;
  }

  PreparedData data() {
    return data;
  }

  int size() {
    return places.length;
  }

  Example at(int index) {
    int row = places[index];
    for (Part part : Part.values()) {
      if (row < data.rows(part)) {
        return new Example(part, row);
      }
      row -= data.rows(part);
    }
    throw new IllegalStateException("place " + places[index] + " is beyond " + data.dataset().rows() + " examples");
  }

  /** Where an example stands; empty if it is not shown, and for one that was drawn. */
  Optional<Integer> indexOf(Example example) {
    if (example.drawn().isPresent()) {
      return Optional.empty();
    }
    int place = example.row();
    for (Part part : Part.values()) {
      place += part.ordinal() < example.part().ordinal() ? data.rows(part) : 0;
    }
    for (int i = 0; i < places.length; i++) {
      if (places[i] == place) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }
}
