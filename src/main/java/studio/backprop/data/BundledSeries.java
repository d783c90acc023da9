package studio.backprop.data;

import java.util.List;

/**
 * Bundled time series in <code>resources/data/&lt;id&gt;.csv.gz</code>: year and value.
 *
 * @param measure name of the quantity
 * @param length number of values
 */
record BundledSeries(String measure, int length) implements DatasetInfo.Source {
  @Override
  public DatasetInfo under(DatasetInfo info, DataSettings settings) {
    return info.windows(length, settings.sequence());
  }

  @Override
  public Dataset load(DatasetInfo info, DataSettings settings, Progress progress) throws DataProblem {
    TableData table = BundledTable.read(info.id(), progress);
    float[] values = new float[table.rows()];
    double[] years = new double[table.rows()];
    for (int row = 0; row < values.length; row++) {
      years[row] = Double.parseDouble(table.cell(row, 0));
      values[row] = WrittenNumbers.read(table, row, 1);
    }
    return new Series(0, values, years, Series.Clock.YEARS, settings.sequence()).examples(info.id(), measure, List.of());
  }
}
