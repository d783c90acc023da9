package studio.backprop.data;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Turns rows of text into the inputs that a dataset describes: for the dataset itself, and for new rows to predict. */
public final class TableRows {
  private TableRows() {}

  /**
   * The inputs of new rows, unscaled, [rows × width]; a missing number is NaN. Columns are found by name, or by place where the file
   * names none or the inputs are pixels. Other columns are not looked at.
   *
   * @throws DataProblem if a column is not there, or a cell cannot be an input
   */
  public static float[] encode(TableData table, Dataset like) throws DataProblem {
    List<Integer> rows = IntStream.range(0, table.rows()).boxed().toList();
    List<Feature> features = like.about().features();
    if (!features.isEmpty() && table.isNamed()) {
      float[] inputs = encode(table, rows, features);
      refuseUnknownWords(table, features);
      return inputs;
    }
    List<String> columns = like.isImages()
        ? IntStream.range(0, like.width()).mapToObj(i -> "pixel " + i).toList()
        : List.copyOf(features.stream().map(Feature::column).collect(Collectors.toCollection(LinkedHashSet::new)));
    if (table.columns().size() < columns.size()) {
      throw DataProblem.of("data.problem.too-few-columns", table.name(), table.columns().size(), columns.size());
    }
    TableData renamed = table.renamed(columns);
    List<Feature> byPlace = like.isImages() ? columns.stream().map(Feature::number).toList() : features;
    refuseUnknownWords(renamed, byPlace);
    return encode(renamed, rows, byPlace);
  }

  /** The inputs of these rows, [rows × features]. */
  static float[] encode(TableData table, List<Integer> rows, List<Feature> features) throws DataProblem {
    int width = features.size();
    float[] inputs = new float[Math.multiplyExact(rows.size(), width)];
    for (int f = 0; f < width; f++) {
      Feature feature = features.get(f);
      int column = TableEncoder.index(table, feature.column());
      for (int i = 0; i < rows.size(); i++) {
        int row = rows.get(i);
        inputs[i * width + f] =
            feature.isNumber() ? Numbers.read(table, row, column) : table.cell(row, column).equals(feature.word()) ? 1 : 0;
      }
    }
    return inputs;
  }

  private static void refuseUnknownWords(TableData table, List<Feature> features) throws DataProblem {
    Set<String> columns =
        features.stream().filter(f -> !f.isNumber()).map(Feature::column).collect(Collectors.toCollection(LinkedHashSet::new));
    for (String name : columns) {
      Set<String> known = features.stream()
          .filter(feature -> feature.column().equals(name))
          .map(Feature::word)
          .collect(Collectors.toCollection(LinkedHashSet::new));
      int column = TableEncoder.index(table, name);
      for (int row = 0; row < table.rows(); row++) {
        String cell = table.cell(row, column);
        if (!cell.isEmpty() && !known.contains(cell)) {
          throw DataProblem.of("data.problem.unknown-word", table.name(), table.line(row), cell, name, String.join(", ", known));
        }
      }
    }
  }
}
