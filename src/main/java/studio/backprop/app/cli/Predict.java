package studio.backprop.app.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import studio.backprop.data.CsvFile;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.data.Scaler;
import studio.backprop.data.TableData;
import studio.backprop.data.TableRows;
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
      Loss loss = ((Output) project.network().outputs().get(0).layer()).loss();
      write(Answers.of(data, loss, predictor.width()), predictor.predict(rows, table.rows()), table.rows());
    }
    return 0;
  }

  private static float[] scaled(float[] rows, Scaler scaler) {
    for (int at = 0; at < rows.length; at += scaler.width()) {
      scaler.scale(rows, at);
    }
    return rows;
  }

  private void write(Answers answers, float[] predictions, int rows) throws IOException {
    int width = predictions.length / rows;
    Writer out = new OutputStreamWriter(terminal.out(), StandardCharsets.UTF_8);
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    csv.writeRecord(answers.header());
    for (int row = 0; row < rows; row++) {
      csv.writeRecord(answers.cells(predictions, row * width));
    }
    csv.flush();
  }
}
