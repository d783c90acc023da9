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
 * Bundled table in <code>resources/data/&lt;id&gt;.csv.gz</code>.
 *
 * @param target column to predict
 * @param largestPixel maximum pixel value if the rows are images; else 0
 */
record BundledTable(String target, int largestPixel) implements DatasetInfo.Source {
  @Override
  public Dataset load(DatasetInfo info, DataSettings settings, Progress progress) throws DataProblem {
    Columns.Choice task = info.task() == Task.CLASSES ? Columns.Choice.CLASSES : Columns.Choice.REGRESSION;
    TableData read = read(info.id(), progress);
    // the setting may name columns of other tables: changing the dataset back and forth keeps them
    List<String> out = leavesOut() ? settings.columns().leftOut().stream().filter(read.columns()::contains)
        .filter(column -> !column.equals(target)).toList() : List.of();
    Dataset table = TableEncoder.encode(info.id(), read, new Columns(target, out, task));
    return largestPixel > 0 ? table.asImages(info.inputShape(), largestPixel) : table;
  }

  /** Pixels cannot be left out. */
  @Override
  public boolean leavesOut() {
    return largestPixel == 0;
  }

  /** Possible input columns, in file order; reads only the header. */
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
