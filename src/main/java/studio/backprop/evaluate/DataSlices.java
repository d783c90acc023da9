package studio.backprop.evaluate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studio.backprop.data.Feature;
import studio.backprop.data.GroupColumn;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;

/**
 * Cuts a part of the data into slices by the values of one column, to see whether a network is equally good in all of them: by each word;
 * by each number, if there are few; or else at the quartiles, which are rounded as far as they stay apart. The training part says where, so
 * that all parts are cut alike.
 */
public final class DataSlices {
  private static final int QUARTERS = 4;
  /** A column of more words than these would give slices of single examples. */
  private static final int MOST_WORDS = 12;

  /** Of so many different numbers each is a slice. */
  private static final int MOST_NUMBERS = 8;

  private DataSlices() {
  }

  /** The columns by which a table can be cut, in their order; none where an example is a picture, a text or part of a series. */
  public static List<String> columns(PreparedData data) {
    if (!data.dataset().isTable()) {
      return List.of();
    }
    Stream<String> inputs = data.dataset().about().features().stream().map(Feature::column).distinct()
        .filter(column -> places(data, column).length <= MOST_WORDS);
    // whether a network is fair is asked of columns that it does not read, too
    Stream<String> others = data.dataset().about().groupColumns().stream().filter(column -> column.count() <= MOST_WORDS)
        .map(GroupColumn::name);
    return Stream.concat(inputs, others).toList();
  }

  /** The row of the part that a judgement of it counts as this example. */
  public static int rowOf(PreparedData data, Part part, int example) {
    return Targets.of(data, part).rows()[example];
  }

  private static int[] places(PreparedData data, String column) {
    List<Feature> features = data.dataset().about().features();
    return IntStream.range(0, features.size()).filter(i -> features.get(i).column().equals(column)).toArray();
  }

  /** The slices by a column that have examples; a row without a value in it is in none. */
  public static List<DataSlice> of(PreparedData data, Part part, String column) {
    int[] rows = Targets.of(data, part).rows();
    int[] places = places(data, column);
    List<Feature> features = data.dataset().about().features();
    List<DataSlice> slices = new ArrayList<>();
    if (places.length == 0) {
      return ofGroups(data, part, rows, column);
    }
    if (features.get(places[0]).isNumber()) {
      slices.addAll(ofNumbers(numbers(data, part, rows, places[0]), known(data, places[0])));
    } else {
      for (int place : places) {
        slices.add(new DataSlice(features.get(place).word(), Double.NaN, Double.NaN,
            IntStream.range(0, rows.length).filter(e -> data.rawInput(part, rows[e], place) == 1).toArray()));
      }
      slices.add(new DataSlice("", Double.NaN, Double.NaN, IntStream.range(0, rows.length)
          .filter(e -> IntStream.of(places).allMatch(place -> data.rawInput(part, rows[e], place) == 0)).toArray()));
    }
    return slices.stream().filter(slice -> slice.examples().length > 0).toList();
  }

  /** By the values of a column that is no input. */
  private static List<DataSlice> ofGroups(PreparedData data, Part part, int[] rows, String column) {
    GroupColumn groups = data.dataset().about().groupColumns().stream().filter(one -> one.name().equals(column)).findFirst().orElseThrow();
    int[] group = IntStream.of(rows).map(row -> groups.groups()[data.split().row(part, row)]).toArray();
    return IntStream.range(0, groups.count()).boxed().sorted(Comparator.comparing(groups.values()::get))
        .map(value -> new DataSlice(groups.values().get(value), Double.NaN, Double.NaN,
            IntStream.range(0, rows.length).filter(e -> group[e] == value).toArray()))
        .filter(slice -> slice.examples().length > 0).toList();
  }

  private static double[] numbers(PreparedData data, Part part, int[] rows, int place) {
    return IntStream.of(rows).mapToDouble(row -> data.rawInput(part, row, place)).toArray();
  }

  /** The numbers of the training part, sorted. */
  private static double[] known(PreparedData data, int place) {
    return Arrays.stream(numbers(data, Part.TRAIN, Targets.of(data, Part.TRAIN).rows(), place)).filter(value -> !Double.isNaN(value))
        .sorted().toArray();
  }

  private static List<DataSlice> ofNumbers(double[] values, double[] known) {
    double[] different = Arrays.stream(known).distinct().toArray();
    if (different.length <= MOST_NUMBERS) {
      return ofEach(values, different);
    }
    double[] edges = edges(known);
    List<DataSlice> slices = new ArrayList<>();
    for (int i = 0; i <= edges.length; i++) {
      double low = i == 0 ? Double.NEGATIVE_INFINITY : edges[i - 1];
      double high = i == edges.length ? Double.POSITIVE_INFINITY : edges[i];
      slices.add(new DataSlice("", low, high, where(values, value -> value >= low && value < high)));
    }
    return slices;
  }

  /** A slice for each number, and one for all that the training part does not have. */
  private static List<DataSlice> ofEach(double[] values, double[] different) {
    List<DataSlice> slices = new ArrayList<>();
    for (double number : different) {
      slices.add(new DataSlice("", number, number, where(values, value -> value == number)));
    }
    slices.add(new DataSlice("", Double.NaN, Double.NaN,
        where(values, value -> !Double.isNaN(value) && Arrays.binarySearch(different, value) < 0)));
    return slices;
  }

  private static int[] where(double[] values, DoublePredicate wanted) {
    return IntStream.range(0, values.length).filter(e -> wanted.test(values[e])).toArray();
  }

  /** The quartiles of sorted values, in two digits or, where two of them would be equal, in more; fewer where values repeat. */
  private static double[] edges(double[] sorted) {
    if (sorted.length == 0) {
      return new double[0];
    }
    double[] exact = IntStream.range(1, QUARTERS).mapToDouble(i -> sorted[sorted.length * i / QUARTERS])
        .filter(edge -> edge > sorted[0]).distinct().toArray();
    for (int digits = 2; digits <= 6; digits++) {
      int kept = digits;
      double[] rounded = Arrays.stream(exact).map(edge -> rounded(edge, kept)).filter(edge -> edge > sorted[0]).distinct().toArray();
      if (rounded.length == exact.length) {
        return rounded;
      }
    }
    return exact;
  }

  private static double rounded(double value, int digits) {
    return value == 0 ? 0 : new BigDecimal(value).round(new MathContext(digits)).doubleValue();
  }
}
