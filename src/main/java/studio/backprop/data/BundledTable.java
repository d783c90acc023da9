package studio.backprop.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
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
    TableData read = read(info.id(), progress);
    // names of other tables may be among them: changing the dataset back and forth forgets nothing
    List<String> out = leavesOut() ? settings.columns().leftOut().stream().filter(read.columns()::contains)
        .filter(column -> !column.equals(target)).toList() : List.of();
    Dataset table = TableEncoder.encode(info.id(), read, new Columns(target, out, task));
    return largestPixel > 0 ? table.asImages(info.inputShape(), largestPixel) : table;
  }

  /** A pixel of an image is no column to be left out. */
  @Override
  public boolean leavesOut() {
    return largestPixel == 0;
  }

  /** The columns that can be inputs, in the order of the file; only its first line is read. */
  @Override
  public List<String> columns(DatasetInfo info) {
    try (BufferedReader in = new BufferedReader(new InputStreamReader(
        new GZIPInputStream(BundledTable.class.getResourceAsStream("/data/" + info.id() + ".csv.gz")), StandardCharsets.UTF_8))) {
      return Stream.of(in.readLine().split(",")).filter(column -> !column.equals(target)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static TableData read(String id, Progress progress) throws DataProblem {
    try (InputStream in = new GZIPInputStream(BundledTable.class.getResourceAsStream("/data/" + id + ".csv.gz"))) {
      return CsvFile.read(id + ".csv", in, progress);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
