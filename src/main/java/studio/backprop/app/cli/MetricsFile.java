package studio.backprop.app.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import studio.backprop.data.Task;
import studio.backprop.train.EpochRecord;
import studio.backprop.train.Scores;

/** What each epoch brought, as a table: a line an epoch, empty cells for what does not apply. */
final class MetricsFile {
  private MetricsFile() {}

  static void write(Path file, List<EpochRecord> epochs, Task task) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file)) {
      csv.writeRecord(header(task));
      for (EpochRecord epoch : epochs) {
        List<String> cells = new ArrayList<>();
        cells.add(String.valueOf(epoch.epoch()));
        cells.add(String.valueOf(epoch.step()));
        cells.add(String.valueOf(epoch.rate()));
        cells.addAll(cells(epoch.train(), task));
        cells.addAll(cells(epoch.validation(), task));
        csv.writeRecord(cells);
      }
    }
  }

  private static List<String> header(Task task) {
    return task == Task.CLASSES
        ? List.of("epoch", "step", "learningRate", "trainLoss", "trainAccuracy", "validLoss", "validAccuracy")
        : List.of("epoch", "step", "learningRate", "trainLoss", "trainMae", "trainR2", "validLoss", "validMae", "validR2");
  }

  private static List<String> cells(Scores scores, Task task) {
    return task == Task.CLASSES
        ? List.of(cell(scores.loss()), cell(scores.accuracy()))
        : List.of(cell(scores.loss()), cell(scores.mae()), cell(scores.r2()));
  }

  private static String cell(double value) {
    return Double.isFinite(value) ? String.valueOf(value) : "";
  }
}
