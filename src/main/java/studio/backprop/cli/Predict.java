package studio.backprop.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.backprop.data.DataProblem;
import studio.backprop.data.NewRows;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.data.Scaler;
import studio.backprop.data.TableData;
import studio.backprop.data.TableRows;
import studio.backprop.data.TextFile;
import studio.backprop.data.WrittenForm;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.layer.Loss;
import studio.backprop.observe.predict.Forecast;
import studio.backprop.observe.predict.Predictor;
import studio.backprop.project.DecisionThreshold;

/**
 * Command {@code predict}: predictions of a trained project for each row of a table or line of a text. Rows are scaled like the training
 * rows; a class comes with the score of each class, a value in its own unit. One output line per row, with empty cells where there is no
 * prediction. Series are forecast; texts are continued if the project was trained for it.
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

  @Option(names = "--json", descriptionKey = "backprop.predict.json")
  private boolean json;

  Predict(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    if (steps != null && (steps < 1 || steps > MOST_STEPS)) {
      throw Failure.option("cli.problem.steps", MOST_STEPS, steps);
    }
    if (!(temperature > 0 && temperature <= MOST_TEMPERATURE)) {
      throw Failure.option("cli.problem.temperature", MOST_TEMPERATURE, temperature);
    }
    Loaded loaded = Loaded.of(file, terminal);
    loaded.checkPredicts();
    loaded.learned("cli.problem.untrained");
    PreparedData data = Training.prepare(loaded.project());
    try (Kernels kernels = KernelChoice.create(1)) {
      if (data.dataset().text().isPresent()) {
        predictText(new PredictText(data, TextFile.lines(input)), loaded, data, kernels);
      } else if (data.dataset().series().isPresent()) {
        forecast(loaded, data, kernels);
      } else {
        NewRows rows = TableRows.read(input, data.dataset(), written(loaded), Progress.NONE);
        scale(rows.inputs(), data.inputScaler());
        answer(rows, loaded, data, kernels);
      }
    }
    return 0;
  }

  /** Continues the lines if next tokens are predicted, else classifies them. */
  private void predictText(PredictText lines, Loaded loaded, PreparedData data, Kernels kernels) throws IOException {
    if (data.dataset().text().orElseThrow().next()) {
      List<String> continued = lines.continued(loaded, kernels, steps == null ? USUAL_TOKENS : steps, temperature, seed);
      if (json) {
        PredictedRows rows = rows(List.of("text"), true);
        continued.forEach(text -> rows.row(List.of(text)));
      } else {
        continued.forEach(terminal.out()::println);
      }
      terminal.out().flush();
    } else {
      float[] examples = lines.examples();
      answer(new NewRows(examples, IntStream.range(0, examples.length / data.dataset().width()).toArray(), List.of()), loaded, data,
          kernels);
    }
  }

  /** Forecasts the next values of a series, each with its step ahead. */
  private void forecast(Loaded loaded, PreparedData data, Kernels kernels) throws IOException, DataProblem {
    double[] known = TableRows.series(input, data.dataset(), loaded.project().data().columns(), written(loaded), Progress.NONE);
    int ahead = steps == null ? data.dataset().series().orElseThrow().windows().horizon() : steps;
    double[] next = Forecast.after(known, ahead, data, predictor(loaded, kernels));
    PredictedRows rows = rows(List.of("step", data.dataset().about().targetName()), false);
    for (int step = 0; step < next.length; step++) {
      rows.row(List.of(String.valueOf(step + 1), PredictionColumns.value(next[step], data.targetScaler())));
    }
    rows.flush();
  }

  private void answer(NewRows rows, Loaded loaded, PreparedData data, Kernels kernels) throws IOException {
    Predictor predictor = predictor(loaded, kernels);
    Loss loss = loaded.project().network().objective().loss();
    int count = rows.inputs().length / data.dataset().width();
    float[] predictions = count == 0 ? new float[0] : predictor.predict(rows.inputs(), count);
    DecisionThreshold threshold = loaded.project().threshold();
    write(PredictionColumns.of(data, loss, threshold, predictor.width()), predictions, rows.places(), predictor.width());
    ThresholdNotes.say(loaded, data, terminal);
    rows.notes().forEach(terminal::dataNote);
  }

  /** Formats of the table that the network was trained on. */
  private static Map<String, WrittenForm> written(Loaded loaded) {
    return loaded.project().table().map(TableData::written).orElse(Map.of());
  }

  private static Predictor predictor(Loaded loaded, Kernels kernels) {
    return new Predictor(loaded.project().network(), loaded.saved().parameters().orElseThrow(), kernels);
  }

  private static void scale(float[] rows, Scaler scaler) {
    for (int at = 0; at < rows.length; at += scaler.width()) {
      scaler.scale(rows, at);
    }
  }

  /** One line per row of the file, with empty cells where there is no prediction. */
  private void write(PredictionColumns answers, float[] predictions, int[] places, int width) throws IOException {
    List<String> none = answers.header().stream().map(name -> "").toList();
    PredictedRows rows = rows(answers.header(), !(answers instanceof PredictionColumns.Values));
    for (int place : places) {
      rows.row(place < 0 ? none : answers.cells(predictions, place * width));
    }
    rows.flush();
  }

  private PredictedRows rows(List<String> header, boolean named) {
    return PredictedRows.of(json, terminal.out(), header, named);
  }
}
