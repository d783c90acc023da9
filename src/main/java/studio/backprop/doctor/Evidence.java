package studio.backprop.doctor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import studio.backprop.data.Content;
import studio.backprop.data.Dataset;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.TargetForm;
import studio.backprop.data.Task;
import studio.backprop.layer.Output;
import studio.backprop.project.ClassBalance;
import studio.backprop.project.Project;

/**
 * Statistics of a project's data. Computed on a worker thread. Immutable; arrays are not copied.
 *
 * @param baseline loss of the best constant prediction
 * @param columns scaled inputs by column or feature
 * @param byColumn univariate facts of table columns
 * @param target scaled targets of a regression
 * @param classes training examples by class; empty unless single-label
 * @param leaked held-out examples that are also in the training part
 * @param heldOut validation and test examples
 * @param neighbours similarity of successive targets, 0 to 1: share of equal classes, or autocorrelation
 * @param chance the same in random order
 */
record Evidence(
    double baseline, List<Spread> columns, ColumnFacts byColumn, Spread target, int[] classes, int leaked, int heldOut, double neighbours,
    double chance) {
  /** Sample size. */
  static final int MOST_ROWS = 20_000;
  private static final int FEW_ROWS = 200;

  /** Distribution of a column. */
  record Spread(String name, double mean, double deviation, double least, double most) {
    /** Root mean square. */
    double size() {
      return Math.hypot(mean, deviation);
    }

    static Spread of(String name, double[] numbers) {
      double mean = Arrays.stream(numbers).average().orElse(0);
      double square = Arrays.stream(numbers).map(x -> (x - mean) * (x - mean)).average().orElse(0);
      double least = Arrays.stream(numbers).min().orElse(0);
      return new Spread(name, mean, Math.sqrt(square), least, Arrays.stream(numbers).max().orElse(0));
    }
  }

  static Evidence of(Project project, PreparedData data) {
    Output output = (Output) project.network().objective().output().layer();
    boolean predicts = project.assignment().predicts();
    int[] rows = sample(data.trainRows());
    int[] classes = classes(data);
    int[] learned = project.training().balance() == ClassBalance.NONE ? rows : evenly(data, rows);
    return new Evidence(
        predicts ? Baseline.of(output, project.network(), data, learned) : Double.NaN, columns(data, rows),
        ColumnFacts.of(data), target(data, rows), classes,
        leaked(data), data.validationRows() + data.testRows(), neighbours(data), chance(data, classes));
  }

  private static int[] sample(int rows) {
    int step = rows / MOST_ROWS + 1;
    return IntStream.iterate(0, row -> row < rows, row -> row + step).toArray();
  }

  /** By table column or sequence feature; pixels pooled. None for tokens. */
  private static List<Spread> columns(PreparedData data, int[] rows) {
    Dataset dataset = data.dataset();
    if (dataset.text().isPresent() || dataset.graph().isPresent()) {
      return List.of();
    }
    int rank = dataset.inputShape().rank();
    int columns = dataset.isImages() ? 1 : dataset.inputShape().size(rank - 1);
    int repeats = dataset.width() / columns;
    int[] seen = few(rows, dataset.isImages());
    float[] example = new float[dataset.width()];
    double[][] numbers = new double[columns][seen.length * repeats];
    for (int row = 0; row < seen.length; row++) {
      data.copyInput(Part.TRAIN, seen[row], example, 0);
      for (int i = 0; i < example.length; i++) {
        numbers[i % columns][row * repeats + i / columns] = example[i];
      }
    }
    List<String> names = dataset.featureNames();
    List<Spread> spreads = new ArrayList<>();
    for (int c = 0; c < columns; c++) {
      spreads.add(Spread.of(names.size() == columns ? names.get(c) : "", numbers[c]));
    }
    return spreads;
  }

  private static Spread target(PreparedData data, int[] rows) {
    Dataset dataset = data.dataset();
    boolean values = dataset.task() == Task.REGRESSION;
    return Spread.of(dataset.about().targetName(), Arrays.stream(values ? few(rows, dataset.answers() > 1) : new int[0])
        .mapToObj(row -> answers(data, row)).flatMapToDouble(Arrays::stream).filter(Double::isFinite).toArray());
  }

  private static double[] answers(PreparedData data, int row) {
    float[] answers = new float[data.dataset().answers()];
    data.copyTarget(Part.TRAIN, row, TargetForm.VALUE, answers, 0);
    return IntStream.range(0, answers.length).mapToDouble(place -> answers[place]).toArray();
  }

  private static int[] few(int[] rows, boolean large) {
    return large ? Arrays.copyOf(rows, Math.min(rows.length, FEW_ROWS)) : rows;
  }

  /** Class-balanced rows in order, for balanced batches or class weights. */
  private static int[] evenly(PreparedData data, int[] rows) {
    if (!oneClassEach(data.dataset())) {
      return rows;
    }
    Map<Integer, List<Integer>> classes = new TreeMap<>();
    for (int row : rows) {
      classes.computeIfAbsent(data.classOf(Part.TRAIN, row), one -> new ArrayList<>()).add(row);
    }
    int most = classes.values().stream().mapToInt(List::size).max().orElse(0);
    return IntStream.range(0, most).flatMap(i -> classes.values().stream().mapToInt(one -> one.get(i % one.size()))).toArray();
  }

  private static boolean oneClassEach(Dataset dataset) {
    return dataset.task() == Task.CLASSES && dataset.answers() == 1;
  }

  private static int[] classes(PreparedData data) {
    if (!oneClassEach(data.dataset())) {
      return new int[0];
    }
    int[] counts = new int[data.dataset().classNames().size()];
    for (int row = 0; row < data.trainRows(); row++) {
      counts[data.classOf(Part.TRAIN, row)]++;
    }
    return counts;
  }

  /** Number of duplicates. */
  private static int leaked(PreparedData data) {
    Set<List<Double>> learned = new HashSet<>();
    if (!areCompared(data)) {
      return 0;
    }
    for (int row = 0; row < data.trainRows(); row++) {
      learned.add(example(data, Part.TRAIN, row));
    }
    return (int) List.of(Part.VALIDATION, Part.TEST).stream()
        .flatMap(part -> IntStream.range(0, data.rows(part)).mapToObj(row -> example(data, part, row)))
        .filter(learned::contains)
        .count();
  }

  static boolean areCompared(PreparedData data) {
    return data.trainRows() <= MOST_ROWS && data.dataset().width() <= 1024 && data.dataset().about().content() == Content.MEASURES;
  }

  private static List<Double> example(PreparedData data, Part part, int row) {
    int width = data.dataset().width();
    List<Double> numbers = new ArrayList<>(width + 1);
    for (int place = 0; place < width; place++) {
      numbers.add(data.exactInput(part, row, place));
    }
    numbers.add(data.exactTarget(part, row, 0));
    return numbers;
  }

  private static double neighbours(PreparedData data) {
    int rows = data.trainRows();
    if (data.dataset().answers() > 1 || rows < 2) {
      return 0;
    }
    if (oneClassEach(data.dataset())) {
      return IntStream.range(1, rows).filter(row -> data.classOf(Part.TRAIN, row) == data.classOf(Part.TRAIN, row - 1))
          .count() / (rows - 1.0);
    }
    double[] answers = IntStream.range(0, rows).mapToDouble(row -> data.exactTarget(Part.TRAIN, row, 0)).toArray();
    Spread spread = Spread.of("", answers);
    double shared = IntStream.range(1, rows).mapToDouble(row -> (answers[row] - spread.mean) * (answers[row - 1] - spread.mean)).sum();
    return spread.deviation == 0 ? 0 : shared / (rows - 1) / (spread.deviation * spread.deviation);
  }

  private static double chance(PreparedData data, int[] classes) {
    double rows = data.trainRows();
    return Arrays.stream(classes).mapToDouble(count -> count / rows * count / rows).sum();
  }
}
