package studio.backprop.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Encodes table rows as a dataset's inputs: for the dataset itself, and for prediction. */
public final class TableRows {
  private TableRows() {}

  /**
   * Reads rows for prediction. Columns are found by name, or by position without a header or for pixels; others are ignored.
   *
   * @param before notation of the columns in the training data
   * @throws DataProblem if the file is no table, or a column is missing
   */
  public static NewRows read(Path file, Dataset like, Map<String, WrittenForm> before, Progress progress) throws DataProblem {
    return encode(CsvFile.readRows(file, progress), like, before);
  }

  static NewRows encode(TableData table, Dataset like) throws DataProblem {
    return encode(table, like, Map.of());
  }

  static NewRows encode(TableData table, Dataset like, Map<String, WrittenForm> before) throws DataProblem {
    List<Feature> features = like.isImages() ? pixels(like.width()) : like.about().features();
    boolean byName = table.isNamed() && !like.isImages();
    return new RowReader(byName ? table : namedByPlace(table, features), features, before).read();
  }

  /**
   * Values of a series to forecast, from a user's file, in original units.
   *
   * @param before notation of the columns in the training data
   */
  public static double[] series(Path file, Dataset like, Columns columns, Map<String, WrittenForm> before, Progress progress)
      throws DataProblem {
    return series(Recognized.table(CsvFile.read(file, progress), before), like, columns);
  }

  /**
   * Values of a series to forecast, sorted by time: from the column with the series' name, else the only or, without a header, the last
   * one.
   *
   * @param columns roles that name the time column, if the table has it
   */
  static double[] series(TableData table, Dataset like, Columns columns) throws DataProblem {
    boolean byName = table.isNamed() && table.columns().size() > 1;
    String time = table.column(columns.time()).isPresent() ? columns.time() : "";
    return OwnSeries.values(table, columns.withTarget(byName ? like.about().targetName() : "").withTime(time));
  }

  private static List<Feature> pixels(int count) {
    return IntStream.range(0, count).mapToObj(i -> Feature.number("pixel " + i)).toList();
  }

  private static TableData namedByPlace(TableData table, List<Feature> features) throws DataProblem {
    List<String> columns = features.stream().map(Feature::column).distinct().toList();
    if (table.columns().size() < columns.size()) {
      throw DataProblem.of("data.problem.too-few-columns", table.name(), table.columns().size(), columns.size());
    }
    return table.renamed(columns);
  }

  /** Inputs of these rows, [rows × features], relative to the origins. */
  static float[] encode(TableData table, List<Integer> rows, List<Feature> features) throws DataProblem {
    int width = features.size();
    float[] inputs = new float[Math.multiplyExact(rows.size(), width)];
    for (int f = 0; f < width; f++) {
      Feature feature = features.get(f);
      int column = TableEncoder.index(table, feature.column());
      for (int i = 0; i < rows.size(); i++) {
        int row = rows.get(i);
        inputs[i * width + f] = feature.isNumber() ? WrittenNumbers.read(table, row, column, feature.origin())
            : table.cell(row, column).equals(feature.word()) ? 1 : 0;
      }
    }
    return inputs;
  }
}
