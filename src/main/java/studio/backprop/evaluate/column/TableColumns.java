package studio.backprop.evaluate.column;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.backprop.data.Dataset;
import studio.backprop.data.Feature;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;

/** Columns of a table before one-hot encoding. A row has one number per column: value or category index, NaN if missing. Immutable. */
public final class TableColumns {
  private final List<String> names;
  /** By column, its input indices. */
  private final int[][] places;
  /** By column, its categories in input order; empty for numbers. */
  private final List<List<String>> words;
  private final int width;
  /** By column, offset of its numbers. */
  private final double[] origins;

  private TableColumns(List<String> names, int[][] places, List<List<String>> words, int width, double[] origins) {
    this.origins = origins;
    this.names = names;
    this.places = places;
    this.words = words;
    this.width = width;
  }

  /** Of a table with one target per row; else empty. */
  public static Optional<TableColumns> of(Dataset data) {
    List<Feature> features = data.about().features();
    if (!data.isTable() || features.size() != data.width()) {
      return Optional.empty();
    }
    List<String> names = features.stream().map(Feature::column).distinct().toList();
    int[][] places = new int[names.size()][];
    List<List<String>> words = new ArrayList<>();
    for (int c = 0; c < places.length; c++) {
      String name = names.get(c);
      places[c] = IntStream.range(0, features.size()).filter(f -> features.get(f).column().equals(name)).toArray();
      words.add(Arrays.stream(places[c]).mapToObj(features::get).filter(feature -> !feature.isNumber()).map(Feature::word).toList());
    }
    double[] origins = Arrays.stream(places).mapToDouble(inputs -> features.get(inputs[0]).origin()).toArray();
    return Optional.of(new TableColumns(names, places, words, data.width(), origins));
  }

  public List<String> names() {
    return names;
  }

  public int count() {
    return names.size();
  }

  public int indexOf(String name) {
    return names.indexOf(name);
  }

  public boolean isWords(int column) {
    return !words.get(column).isEmpty();
  }

  /** Categories by index; empty for numbers. */
  public List<String> words(int column) {
    return words.get(column);
  }

  /** Values of a column in some dataset rows. */
  public double[] column(Dataset data, int column, int[] rows) {
    double[] values = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      values[i] = value(data, rows[i], column);
    }
    return values;
  }

  private double value(Dataset data, int row, int column) {
    if (!isWords(column)) {
      return data.exactInput(row, places[column][0]);
    }
    for (int word = 0; word < places[column].length; word++) {
      if (data.input(row, places[column][word]) == 1) {
        return word;
      }
    }
    return Double.NaN;
  }

  /** [row][column]. */
  public double[][] rows(PreparedData data, Part part, int[] rows) {
    double[][] all = new double[rows.length][count()];
    for (int i = 0; i < rows.length; i++) {
      for (int c = 0; c < count(); c++) {
        all[i][c] = value(data.dataset(), data.split().row(part, rows[i]), c);
      }
    }
    return all;
  }

  /** Writes the one-hot encoded, unscaled example of a row. */
  void write(double[] row, float[] to, int at) {
    Arrays.fill(to, at, at + width, 0);
    for (int c = 0; c < row.length; c++) {
      if (!isWords(c)) {
        to[at + places[c][0]] = (float) (row[c] - origins[c]);
      } else if (!Double.isNaN(row[c])) {
        to[at + places[c][(int) row[c]]] = 1;
      }
    }
  }
}
