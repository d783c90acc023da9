package studio.backprop.app.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import studio.backprop.data.CsvFile;
import studio.backprop.data.Dataset;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.data.Scaler;
import studio.backprop.data.TableData;
import studio.backprop.data.TableRows;
import studio.backprop.data.Task;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.train.Predictor;
import studio.backprop.train.Project;

/**
 * Predicts each row of a table with a trained project. Rows are scaled as the training rows were; a class comes with the number that the
 * network gives each class, a value in its own unit.
 */
@Command(name = "predict")
final class Predict implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "PROJECT", descriptionKey = "cli.option.project")
  private String file;

  @Parameters(index = "1", paramLabel = "INPUT.csv", descriptionKey = "backprop.predict.input")
  private Path input;

  Predict(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    Loaded loaded = Loaded.of(file, terminal);
    if (loaded.saved().parameters().isEmpty()) {
      throw Failure.of("cli.problem.untrained", loaded.name());
    }
    Project project = loaded.project();
    PreparedData data = Training.prepare(project);
    TableData table = CsvFile.read(input, Progress.NONE);
    float[] rows = scaled(TableRows.encode(table, data.dataset()), data.inputScaler());
    try (Kernels kernels = KernelChoice.create(1)) {
      Predictor predictor = new Predictor(project.network(), loaded.saved().parameters().get(), kernels);
      float[] predictions = predictor.predict(rows, table.rows());
      Loss loss = ((Output) project.network().outputs().get(0).layer()).loss();
      write(data, loss, predictions, table.rows());
    }
    return 0;
  }

  private static float[] scaled(float[] rows, Scaler scaler) {
    for (int at = 0; at < rows.length; at += scaler.width()) {
      scaler.scale(rows, at);
    }
    return rows;
  }

  private void write(PreparedData data, Loss loss, float[] predictions, int rows) throws IOException {
    int width = predictions.length / rows;
    Answers answers = data.dataset().task() == Task.CLASSES
        ? new Classes(data.dataset().classNames(), width, loss.cut())
        : new Values(data.dataset(), data.targetScaler());
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(new java.io.OutputStreamWriter(terminal.out(), java.nio.charset.StandardCharsets.UTF_8));
    csv.writeRecord(answers.header());
    for (int row = 0; row < rows; row++) {
      csv.writeRecord(answers.cells(predictions, row * width));
    }
    csv.flush();
  }

  /** How predictions are written. */
  private interface Answers {
    List<String> header();

    List<String> cells(float[] predictions, int at);
  }

  /** The value in the unit it was measured in. */
  private record Values(Dataset dataset, Scaler scaler) implements Answers {
    @Override
    public List<String> header() {
      return List.of(dataset.about().targetName());
    }

    @Override
    public List<String> cells(float[] predictions, int at) {
      return List.of(String.valueOf(scaler.unscale(0, predictions[at])));
    }
  }

  /** The class, and beside it what the network gives each class; one number alone is that of the second class. */
  private record Classes(List<String> names, int width, double cut) implements Answers {
    @Override
    public List<String> header() {
      List<String> header = new ArrayList<>(List.of("prediction"));
      header.addAll(width == 1 ? names.subList(1, 2) : names);
      return header;
    }

    @Override
    public List<String> cells(float[] predictions, int at) {
      List<String> cells = new ArrayList<>(List.of(names.get(answer(predictions, at))));
      for (int i = 0; i < width; i++) {
        cells.add(String.valueOf(predictions[at + i]));
      }
      return cells;
    }

    private int answer(float[] predictions, int at) {
      if (width == 1) {
        return predictions[at] > cut ? 1 : 0;
      }
      int best = 0;
      for (int i = 1; i < width; i++) {
        best = predictions[at + i] > predictions[at + best] ? i : best;
      }
      return best;
    }
  }
}
