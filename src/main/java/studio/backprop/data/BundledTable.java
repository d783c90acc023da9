package studio.backprop.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * A table that comes with the program, in <code>resources/data/&lt;id&gt;.csv.gz</code>.
 *
 * @param target the column to predict
 * @param largestPixel where the rows are images: the largest value that a pixel can have; 0 elsewhere
 */
record BundledTable(String target, int largestPixel) implements DatasetInfo.Source {
  @Override
  public Dataset load(DatasetInfo info, DataSettings settings, Progress progress) throws DataProblem {
    Columns.Choice task = info.task() == Task.CLASSES ? Columns.Choice.CLASSES : Columns.Choice.REGRESSION;
    Dataset table = TableEncoder.encode(info.id(), read(info.id(), progress), new Columns(target, List.of(), task));
    return largestPixel > 0 ? table.asImages(info.inputShape(), largestPixel) : table;
  }

  static TableData read(String id, Progress progress) throws DataProblem {
    try (InputStream in = new GZIPInputStream(BundledTable.class.getResourceAsStream("/data/" + id + ".csv.gz"))) {
      return CsvFile.read(id + ".csv", in, progress);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
