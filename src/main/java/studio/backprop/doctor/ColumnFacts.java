package studio.backprop.doctor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.backprop.data.Content;
import studio.backprop.data.Dataset;
import studio.backprop.data.Feature;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Task;

/**
 * Univariate facts about table columns on the training rows. Immutable.
 *
 * @param known whether the inputs are table columns
 * @param columns number of columns before one-hot encoding
 * @param constant constant columns
 * @param telling column that alone predicts the target almost perfectly
 */
record ColumnFacts(boolean known, int columns, List<Constant> constant, Optional<Telling> telling) {
  record Constant(String column, String value) {}

  /**
   * Column with target leakage.
   *
   * @param score accuracy, or R² of a regression
   * @param counts whether it enumerates the rows, as an id
   */
  record Telling(String column, double score, boolean counts) {}

  private static final ColumnFacts NONE = new ColumnFacts(false, 0, List.of(), Optional.empty());
  private static final int MOST_ROWS = 4000;
  private static final int FEW_ROWS = 30;
  private static final int MOST_COLUMNS = 256;
  /** Largest error rate of an almost perfect prediction, which also has a tenth of the constant prediction's error. */
  private static final double MOST_WRONG = 0.03;
  private static final double TIMES_BETTER = 10;
  /** Factor of the error up to which another column is nearly as good. */
  private static final double NEARLY = 3;
  private static final double EXPLAINED = 0.98;
  /** Largest mean step of an id. */
  private static final double GAPS = 3;

  static ColumnFacts of(PreparedData data) {
    Dataset dataset = data.dataset();
    boolean table = dataset.about().content() == Content.MEASURES && !dataset.isImages() && !dataset.about().features().isEmpty();
    if (!table || dataset.answers() != 1 || data.trainRows() < 2) {
      return NONE;
    }
    Map<String, List<Integer>> places = new LinkedHashMap<>();
    List<Feature> features = dataset.about().features();
    IntStream.range(0, features.size()).forEach(place -> places.computeIfAbsent(features.get(place).column(), name -> new ArrayList<>())
        .add(place));
    int[] rows = IntStream.range(0, Math.min(data.trainRows(), MOST_ROWS))
        .map(i -> (int) ((long) i * data.trainRows() / Math.min(data.trainRows(), MOST_ROWS))).toArray();
    Map<String, OneColumn> columns = new LinkedHashMap<>();
    places.forEach((name, own) -> columns.put(name, new OneColumn(values(data, own, rows), features.get(own.get(0)).isNumber())));
    List<Constant> constant = places.entrySet().stream()
        .filter(one -> columns.get(one.getKey()).different() == 1 && isConstant(data, one.getValue()))
        .map(one -> new Constant(one.getKey(), written(data, one.getValue()))).toList();
    return new ColumnFacts(true, places.size(), constant, telling(data, rows, places, columns));
  }

  /** Category indices for one-hot columns. */
  private static double[] values(PreparedData data, List<Integer> places, int[] rows) {
    return Arrays.stream(rows).mapToDouble(row -> value(data, places, row)).toArray();
  }

  private static double value(PreparedData data, List<Integer> places, int row) {
    if (data.dataset().about().features().get(places.get(0)).isNumber()) {
      return data.exactInput(Part.TRAIN, row, places.get(0));
    }
    return IntStream.range(0, places.size()).filter(word -> data.rawInput(Part.TRAIN, row, places.get(word)) > 0).findFirst().orElse(-1);
  }

  /** Over all training rows, not only the sample. */
  private static boolean isConstant(PreparedData data, List<Integer> places) {
    double first = value(data, places, 0);
    return IntStream.range(1, data.trainRows()).allMatch(row -> Double.compare(value(data, places, row), first) == 0);
  }

  private static String written(PreparedData data, List<Integer> places) {
    double value = value(data, places, 0);
    Feature first = data.dataset().about().features().get(places.get(0));
    if (first.isNumber()) {
      return value == Math.rint(value) && Math.abs(value) < 1e9 ? String.valueOf((long) value) : String.valueOf((float) value);
    }
    return value < 0 ? "–" : data.dataset().about().features().get(places.get((int) value)).word();
  }

  /** None if half of the columns are nearly as good: the task is easy. */
  private static Optional<Telling> telling(PreparedData data, int[] rows, Map<String, List<Integer>> places,
      Map<String, OneColumn> columns) {
    if (rows.length < FEW_ROWS || columns.size() < 2 || columns.size() > MOST_COLUMNS) {
      return Optional.empty();
    }
    double enough = enough(data, rows);
    Map<String, Double> scores = new LinkedHashMap<>();
    columns.forEach((name, column) -> scores.put(name, score(data, rows, column)));
    long good = scores.values().stream().filter(score -> 1 - score <= NEARLY * (1 - enough)).count();
    return good > 1 && 2 * good >= columns.size() ? Optional.empty()
        : scores.entrySet().stream().max(Map.Entry.comparingByValue()).filter(best -> best.getValue() >= enough)
            .map(best -> new Telling(best.getKey(), best.getValue(), counts(data.dataset(), places.get(best.getKey()))));
  }

  private static double enough(PreparedData data, int[] rows) {
    if (data.dataset().task() == Task.REGRESSION) {
      return EXPLAINED;
    }
    int[] counts = new int[data.dataset().classNames().size()];
    Arrays.stream(labels(data, rows)).forEach(label -> counts[label]++);
    double wrong = 1 - (double) Arrays.stream(counts).max().orElse(0) / rows.length;
    return 1 - Math.min(MOST_WRONG, wrong / TIMES_BETTER);
  }

  private static double score(PreparedData data, int[] rows, OneColumn column) {
    if (column.different() < 2) {
      return 0;
    }
    return data.dataset().task() == Task.CLASSES ? column.accuracy(labels(data, rows))
        : column.explained(Arrays.stream(rows).mapToDouble(row -> data.exactTarget(Part.TRAIN, row, 0)).toArray());
  }

  private static int[] labels(PreparedData data, int[] rows) {
    return Arrays.stream(rows).map(row -> data.classOf(Part.TRAIN, row)).toArray();
  }

  /** Integers that are monotonic over the rows of the file. */
  private static boolean counts(Dataset dataset, List<Integer> places) {
    if (places.size() > 1 || !dataset.about().features().get(places.get(0)).isNumber()) {
      return false;
    }
    double[] all = IntStream.range(0, dataset.rows()).mapToDouble(row -> dataset.exactInput(row, places.get(0))).toArray();
    double sign = Math.signum(all[all.length - 1] - all[0]);
    boolean whole = Arrays.stream(all).allMatch(value -> value == Math.rint(value));
    boolean grows = IntStream.range(1, all.length).allMatch(i -> Math.signum(all[i] - all[i - 1]) == sign && sign != 0);
    return whole && grows && Math.abs(all[all.length - 1] - all[0]) <= GAPS * all.length;
  }
}
