package studio.backprop.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Message;

/**
 * Encodes a table as numeric inputs and targets. A numeric column is one input; a categorical column is one-hot encoded, categories in
 * alphabetical order. Rows without a target are dropped; other missing numbers stay NaN, to be imputed from the training rows.
 */
final class TableEncoder {
  /** A column with more categories is free text or a name. */
  private static final int MOST_WORDS = 50;

  /** A target with more distinct integers is a regression, unless specified. */
  private static final int MOST_NUMBERED_CLASSES = 10;

  private static final int MOST_CLASSES = 1000;

  private final TableData table;
  private final int target;
  private final List<Message> notes = new ArrayList<>();
  private final List<Integer> rows = new ArrayList<>();

  private TableEncoder(TableData table, int target) {
    this.table = table;
    this.target = target;
    this.notes.addAll(table.notes());
  }

  /**
   * @param name of the resulting dataset
   * @throws DataProblem if columns are missing, or cells have the wrong type
   */
  static Dataset encode(String name, TableData table, Columns columns) throws DataProblem {
    TableEncoder encoder = new TableEncoder(table, columns.targetOf(table));
    encoder.keepRowsWithTarget();
    Task task = encoder.task(columns.task());
    List<String> classes = task == Task.CLASSES ? encoder.classes() : List.of();
    List<Feature> features = encoder.features(columns.leftOut(), columns.dates());
    double origin = task == Task.CLASSES ? 0 : encoder.origin(encoder.target);
    float[] targets = encoder.targets(classes, origin);
    float[] inputs = TableRows.encode(table, encoder.rows, features);
    return new Dataset(
        new Dataset.Description(
            name, Shape.of(features.size()), task, features, table.columns().get(encoder.target), classes, 0, Shape.SCALAR, 0, 0,
            Content.MEASURES, encoder.groupColumns(features), encoder.notes),
        inputs,
        targets,
        origin);
  }

  static int index(TableData table, String column) throws DataProblem {
    return table.column(column).orElseThrow(
        () -> DataProblem.of("data.problem.no-column", table.name(), column, String.join(", ", table.columns())));
  }

  private String columnName(int column) {
    return table.columns().get(column);
  }

  private void keepRowsWithTarget() throws DataProblem {
    for (int row = 0; row < table.rows(); row++) {
      if (!table.cell(row, target).isEmpty()) {
        rows.add(row);
      }
    }
    if (rows.isEmpty()) {
      throw DataProblem.of("data.problem.no-targets", table.name(), columnName(target));
    }
    if (rows.size() < table.rows()) {
      notes.add(Message.of("data.note.target-missing", table.rows() - rows.size(), columnName(target)));
    }
  }

  private Task task(Columns.Choice choice) throws DataProblem {
    return switch (choice) {
      case CLASSES -> Task.CLASSES;
      case REGRESSION -> Task.REGRESSION;
      case INFER -> {
        if (!isNumeric(target)) {
          yield Task.CLASSES;
        }
        boolean few = words(target).size() <= Math.min(MOST_NUMBERED_CLASSES, rows.size() / 2);
        yield few && words(target).stream().allMatch(WrittenNumbers::isWhole) ? Task.CLASSES : Task.REGRESSION;
      }
    };
  }

  /** Whether a column is numeric. A few words among numbers are reported as errors. */
  private boolean isNumeric(int column) throws DataProblem {
    int numbers = 0;
    int firstWord = -1;
    int filled = 0;
    for (int row : rows) {
      String cell = table.cell(row, column);
      filled += cell.isEmpty() ? 0 : 1;
      if (WrittenNumbers.isNumber(cell)) {
        numbers++;
      } else if (!cell.isEmpty() && firstWord < 0) {
        firstWord = row;
      }
    }
    if (firstWord >= 0 && 2 * numbers > filled) {
      throw DataProblem.of(
          "data.problem.not-a-number", table.name(), table.line(firstWord), table.cell(firstWord, column), columnName(column));
    }
    return firstWord < 0;
  }

  /** Offset of a numeric column. */
  private double origin(int column) {
    double[] numbers = rows.stream().mapToDouble(row -> WrittenNumbers.exactly(table, row, column)).toArray();
    double origin = ColumnOrigin.of(numbers);
    ColumnOrigin.note(columnName(column), numbers, origin).ifPresent(notes::add);
    return origin;
  }

  /** Categories of a column in alphabetical order, without the empty one. */
  private Set<String> words(int column) {
    Set<String> words = new HashSet<>();
    for (int row : rows) {
      words.add(table.cell(row, column));
    }
    words.remove("");
    return new TreeSet<>(words);
  }

  /** Class names: numbers ascending, words in alphabetical order. */
  private List<String> classes() throws DataProblem {
    List<String> classes = new ArrayList<>(words(target));
    if (classes.size() < 2) {
      throw DataProblem.of("data.problem.one-class", table.name(), columnName(target), classes.get(0));
    }
    boolean mostlyDifferent = classes.size() > 2 && 2 * classes.size() > rows.size();
    if (classes.size() > MOST_CLASSES || mostlyDifferent) {
      throw DataProblem.of("data.problem.too-many-classes", table.name(), columnName(target), classes.size(), rows.size());
    }
    if (classes.stream().allMatch(WrittenNumbers::isNumber)) {
      classes.sort(Comparator.comparingDouble(Double::parseDouble));
    }
    return classes;
  }

  private List<Feature> features(List<String> leftOut, List<String> dates) throws DataProblem {
    for (String column : leftOut) {
      if (Recognized.isIdentifier(table, index(table, column))) {
        notes.add(Message.of("data.note.identifier", column));
      }
    }
    List<Feature> features = new ArrayList<>();
    for (int column = 0; column < table.columns().size(); column++) {
      if (column != target && !leftOut.contains(columnName(column))) {
        features.addAll(features(column, dates.contains(columnName(column))));
      }
    }
    if (features.isEmpty()) {
      throw DataProblem.of("data.problem.no-inputs", table.name());
    }
    return features;
  }

  private List<Feature> features(int column, boolean dates) throws DataProblem {
    String name = columnName(column);
    Set<String> words = words(column);
    if (words.isEmpty()) {
      notes.add(Message.of("data.note.column-empty", name));
      return List.of();
    }
    if (dates) {
      notes.add(Message.of("data.note.dates", name));
    }
    if (dates || isNumeric(column)) {
      return List.of(new Feature(name, "", origin(column)));
    }
    if (words.size() > MOST_WORDS) {
      notes.add(Message.of("data.note.column-of-names", name, words.size()));
      return List.of();
    }
    long missing = rows.stream().filter(row -> table.cell(row, column).isEmpty()).count();
    if (missing > 0) {
      notes.add(Message.of("data.note.word-missing", missing, name));
    }
    return words.stream().map(word -> new Feature(name, word)).toList();
  }

  /** Columns that are no inputs and have repeated values: fewer distinct ones than half of the rows. */
  private List<GroupColumn> groupColumns(List<Feature> features) {
    Set<String> inputs = features.stream().map(Feature::column).collect(Collectors.toSet());
    return IntStream.range(0, table.columns().size()).filter(column -> column != target && !inputs.contains(columnName(column)))
        .mapToObj(this::groupColumn).filter(column -> column.count() > 1 && 2 * column.count() <= rows.size()).toList();
  }

  private GroupColumn groupColumn(int column) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    int[] groups = rows.stream().mapToInt(row -> numbers.computeIfAbsent(table.cell(row, column), fresh -> numbers.size())).toArray();
    return new GroupColumn(columnName(column), List.copyOf(numbers.keySet()), groups);
  }

  private float[] targets(List<String> classes, double origin) throws DataProblem {
    float[] targets = new float[rows.size()];
    for (int i = 0; i < targets.length; i++) {
      int row = rows.get(i);
      targets[i] = classes.isEmpty() ? WrittenNumbers.read(table, row, target, origin) : classes.indexOf(table.cell(row, target));
    }
    return targets;
  }
}
