package studio.backprop.evaluate.column;

import java.util.Optional;

/**
 * What a network predicts as one or two columns change, on average over some rows.
 *
 * @param columns one or two, by their numbers in the table
 * @param output the class whose probability it is; without meaning where numbers are predicted
 * @param rows how many rows it is averaged over
 * @param first the places of the first column: numbers, or which word
 * @param second those of the second column; empty of one
 * @param one of one column
 * @param two of two columns: [place of the first][place of the second]
 */
public record ColumnDependence(int[] columns, int output, int rows, double[] first, double[] second, Optional<Dependence> one,
    double[][] two) {
  /** Rows it is averaged over; of more, as many at even distances. */
  public static final int MOST_ROWS = 500;
  private static final int RESOLUTION = 40;
  private static final int RESOLUTION_OF_TWO = 16;

  /** Of one or two columns. @param rows [row][column] */
  public static ColumnDependence of(TabularNetworkPredictor network, double[][] rows, int[] columns, int output) {
    TabularPredictor model = network.output(output);
    if (columns.length == 1) {
      double[] grid = network.grid(rows, columns[0], RESOLUTION);
      return new ColumnDependence(columns, output, rows.length, grid, new double[0],
          Optional.of(Dependence.of(model, rows, columns[0], grid)), new double[0][]);
    }
    double[] first = network.grid(rows, columns[0], RESOLUTION_OF_TWO);
    double[] second = network.grid(rows, columns[1], RESOLUTION_OF_TWO);
    return new ColumnDependence(columns, output, rows.length, first, second, Optional.empty(),
        Dependence.ofTwo(model, rows, columns[0], columns[1], first, second));
  }
}
