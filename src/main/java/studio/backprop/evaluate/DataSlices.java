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
 * Slices of a part of the data by the values of one column, for evaluation by subgroup: each category, each of few numbers, or else the
 * quartiles of the training part, rounded.
 */
public final class DataSlices {
  private static final int QUARTERS = 4;
  /** Limit of categories. */
  private static final int MOST_WORDS = 12;

  /** Limit of distinct numbers that are slices of their own. */
  private static final int MOST_NUMBERS = 8;

  private DataSlices() {
  }

  /** Columns that can define slices; none for images, texts and series. */
  public static List<String> columns(PreparedData data) {
    if (!data.dataset().isTable()) {
      return List.of();
    }
    Stream<String> inputs = data.dataset().about().features().stream().map(Feature::column).distinct()
        .filter(column -> places(data, column).length <= MOST_WORDS);
    // fairness concerns columns that are not inputs, too
    Stream<String> others = data.dataset().about().groupColumns().stream().filter(column -> column.count() <= MOST_WORDS)
        .map(GroupColumn::name);
    return Stream.concat(inputs, others).toList();
  }

  /** Row of the part of an example of its evaluation. */
  public static int rowOf(PreparedData data, Part part, int example) {
    return Targets.of(data, part).rows()[example];
  }

  private static int[] places(PreparedData data, String column) {
    List<Feature> features = data.dataset().about().features();
    return IntStream.range(0, features.size()).filter(i -> features.get(i).column().equals(column)).toArray();
  }

  /** Non-empty slices by a column; rows with a missing value are in none. */
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

  /** By a column that is not an input. */
  private static List<DataSlice> ofGroups(PreparedData data, Part part, int[] rows, String column) {
    GroupColumn groups = data.dataset().about().groupColumns().stream().filter(one -> one.name().equals(column)).findFirst().orElseThrow();
    int[] group = IntStream.of(rows).map(row -> groups.groups()[data.split().row(part, row)]).toArray();
    return IntStream.range(0, groups.count()).boxed().sorted(Comparator.comparing(groups.values()::get))
        .map(value -> new DataSlice(groups.values().get(value), Double.NaN, Double.NaN,
            IntStream.range(0, rows.length).filter(e -> group[e] == value).toArray()))
        .filter(slice -> slice.examples().length > 0).toList();
  }

  private static double[] numbers(PreparedData data, Part part, int[] rows, int place) {
    return IntStream.of(rows).mapToDouble(row -> data.exactInput(part, row, place)).toArray();
  }

  /** Sorted values of the training part. */
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

  /** A slice for each number, and one for values unknown in the training part. */
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

  /** Quartiles, rounded to as few digits (two or more) as keep them distinct; fewer for repeated values. */
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
