package studio.backprop.ui.judge.examples;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.observe.Example;

/** Filtered and sorted list of examples. Immutable. */
final class ExampleList {
  private final PreparedData data;
  /** Indices among all examples: training first, then validation, then test. */
  private final int[] places;

  private ExampleList(PreparedData data, int[] places) {
    this.data = data;
    this.places = places;
  }

  /**
   * The examples that pass the filter, sorted stably by number; missing numbers last.
   *
   * @param number sort key of an example, with float precision
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
    // one primitive sort is fast enough for a frame, even with a hundred thousand examples
    long[] sorted = Arrays.copyOf(keys, count);
    Arrays.sort(sorted);
    return new ExampleList(data, Arrays.stream(sorted).mapToInt(key -> (int) key).toArray());
  }

  /** Integer with the order of the float. */
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

  /** Index of an example; empty if it is not listed, and for a drawing. */
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
