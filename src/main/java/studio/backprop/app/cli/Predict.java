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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.backprop.data.CsvFile;
import studio.backprop.data.DataProblem;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.data.Scaler;
import studio.backprop.data.TableData;
import studio.backprop.data.TableRows;
import studio.backprop.data.TextFile;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.train.Forecast;
import studio.backprop.train.Predictor;

/**
 * Predicts each row of a table or line of a text with a trained project. Rows are scaled as the training rows were; a class comes with the
 * number that the network gives each class, a value in its own unit. A series is foretold, and a text goes on where the project learned that.
 */
@Command(name = "predict", sortOptions = false)
final class Predict implements Callable<Integer> {
  private static final int USUAL_TOKENS = 200;
  private static final int MOST_STEPS = 100_000;
  private static final int MOST_TEMPERATURE = 10;

  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "PROJECT", descriptionKey = "cli.option.project")
  private String file;

  @Parameters(index = "1", paramLabel = "INPUT", descriptionKey = "backprop.predict.input")
  private Path input;

  @Option(names = "--steps", paramLabel = "N", descriptionKey = "backprop.predict.steps")
  private Integer steps;

  @Option(names = "--temperature", paramLabel = "T", descriptionKey = "backprop.predict.temperature")
  private double temperature = 1;

  @Option(names = "--seed", paramLabel = "S", descriptionKey = "backprop.predict.seed")
  private long seed = 1;

  Predict(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    if (steps != null && (steps < 1 || steps > MOST_STEPS)) {
      throw Failure.of("cli.problem.steps", MOST_STEPS, steps);
    }
    if (!(temperature > 0 && temperature <= MOST_TEMPERATURE)) {
      throw Failure.of("cli.problem.temperature", MOST_TEMPERATURE, temperature);
    }
    Loaded loaded = Loaded.of(file, terminal);
    if (loaded.saved().parameters().isEmpty()) {
      throw Failure.of("cli.problem.untrained", loaded.name());
    }
    PreparedData data = Training.prepare(loaded.project());
    try (Kernels kernels = KernelChoice.create(1)) {
      if (data.dataset().text().isPresent()) {
        predictText(new PredictText(data, TextFile.lines(input)), loaded, data, kernels);
      } else if (data.dataset().series().isPresent()) {
        forecast(loaded, data, kernels);
      } else {
        TableData table = CsvFile.read(input, Progress.NONE);
        answer(scaled(TableRows.encode(table, data.dataset()), data.inputScaler()), loaded, data, kernels);
      }
    }
    return 0;
  }

  /** Lines of which the next tokens are foretold go on; of others the class is told. */
  private void predictText(PredictText lines, Loaded loaded, PreparedData data, Kernels kernels) throws IOException {
    if (data.dataset().text().orElseThrow().next()) {
      lines.continued(loaded, kernels, steps == null ? USUAL_TOKENS : steps, temperature, seed).forEach(terminal.out()::println);
      terminal.out().flush();
    } else {
      answer(lines.examples(), loaded, data, kernels);
    }
  }

  /** The next values of a series, each with how many steps ahead it lies. */
  private void forecast(Loaded loaded, PreparedData data, Kernels kernels) throws IOException, DataProblem {
    float[] known = TableRows.series(CsvFile.read(input, Progress.NONE), data.dataset(), loaded.project().data().columns());
    int ahead = steps == null ? data.dataset().series().orElseThrow().windows().horizon() : steps;
    float[] next = Forecast.after(known, ahead, data, predictor(loaded, kernels));
    CsvWriter csv = csv();
    csv.writeRecord("step", data.dataset().about().targetName());
    for (int step = 0; step < next.length; step++) {
      csv.writeRecord(String.valueOf(step + 1), String.valueOf(next[step]));
    }
    csv.flush();
  }

  private void answer(float[] inputs, Loaded loaded, PreparedData data, Kernels kernels) throws IOException {
    int rows = inputs.length / data.dataset().width();
    Predictor predictor = predictor(loaded, kernels);
    Loss loss = ((Output) loaded.project().network().outputs().get(0).layer()).loss();
    write(Answers.of(data, loss, predictor.width()), predictor.predict(inputs, rows), rows);
  }

  private static Predictor predictor(Loaded loaded, Kernels kernels) {
    return new Predictor(loaded.project().network(), loaded.saved().parameters().orElseThrow(), kernels);
  }

  private static float[] scaled(float[] rows, Scaler scaler) {
    for (int at = 0; at < rows.length; at += scaler.width()) {
      scaler.scale(rows, at);
    }
    return rows;
  }

  private void write(Answers answers, float[] predictions, int rows) throws IOException {
    int width = predictions.length / rows;
    CsvWriter csv = csv();
    csv.writeRecord(answers.header());
    for (int row = 0; row < rows; row++) {
      csv.writeRecord(answers.cells(predictions, row * width));
    }
    csv.flush();
  }

  private CsvWriter csv() {
    Writer out = new OutputStreamWriter(terminal.out(), StandardCharsets.UTF_8);
    return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
  }
}
