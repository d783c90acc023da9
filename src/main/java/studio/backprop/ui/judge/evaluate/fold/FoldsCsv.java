package studio.backprop.ui.judge.evaluate.fold;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import studio.backprop.evaluate.fold.FoldFigure;
import studio.backprop.evaluate.fold.FoldResult;
import studio.backprop.evaluate.fold.FoldSummary;

/** CSV export of the folds, not rounded: a row per training, then the means; likewise for curves. */
final class FoldsCsv {
  private final StringWriter text = new StringWriter();
  private final List<FoldFigure> figures;

  private FoldsCsv(List<FoldFigure> figures) {
    this.figures = figures;
  }

  static String write(FoldsModel model) {
    FoldsCsv csv = new FoldsCsv(model.figures());
    for (FoldExperiment.Kind kind : FoldExperiment.Kind.values()) {
      model.experiment(kind).ifPresent(csv::write);
    }
    return csv.text.toString();
  }

  private void write(FoldExperiment experiment) {
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      write(csv, experiment);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // StringBuilder does not throw
    }
  }

  private void write(CsvWriter csv, FoldExperiment experiment) {
    List<String> header = new ArrayList<>(List.of("experiment", "method", "at", "repeat", "fold", "train", "n", "epochs"));
    figures.forEach(figure -> header.add("test_" + figure.id()));
    header.add("train_" + figures.get(0).id());
    header.add("weights_sha256");
    csv.writeRecord(header);
    for (int place = 0; place < experiment.places(); place++) {
      String at = number(experiment.x(place));
      experiment.results(place).forEach(result -> csv.writeRecord(row(experiment, at, result)));
      if (experiment.results(place).size() > 1) {
        csv.writeRecord(summary(experiment, at, place, "mean", FoldSummary::mean));
        csv.writeRecord(summary(experiment, at, place, "sd", FoldSummary::deviation));
        csv.writeRecord(summary(experiment, at, place, "low_95", of -> of.interval().low()));
        csv.writeRecord(summary(experiment, at, place, "high_95", of -> of.interval().high()));
      }
    }
  }

  private List<String> row(FoldExperiment experiment, String at, FoldResult result) {
    List<String> cells = new ArrayList<>(List.of(kind(experiment), method(experiment), at, String.valueOf(result.job().repeat() + 1),
        String.valueOf(result.job().fold() + 1), String.valueOf(result.job().trainRows()), String.valueOf(result.job().testRows()),
        String.valueOf(result.epochs())));
    figures.forEach(figure -> cells.add(number(figure.test(result))));
    cells.add(number(figures.get(0).train(result)));
    cells.add(result.weightsSha256());
    return cells;
  }

  private List<String> summary(FoldExperiment experiment, String at, int place, String name, ToDoubleFunction<FoldSummary> value) {
    List<String> cells = new ArrayList<>(List.of(kind(experiment), method(experiment), at, "", name, "", "", ""));
    figures.forEach(figure -> cells.add(number(value.applyAsDouble(FoldSummary.of(figure, experiment.results(place))))));
    cells.add(number(value.applyAsDouble(FoldSummary.ofTrain(figures.get(0), experiment.results(place)))));
    cells.add("");
    return cells;
  }

  private static String kind(FoldExperiment experiment) {
    return experiment.kind().name().toLowerCase(Locale.ROOT) + experiment.setting().map(setting -> " " + setting.id()).orElse("");
  }

  private static String method(FoldExperiment experiment) {
    return experiment.plan().method().name().toLowerCase(Locale.ROOT);
  }

  private static String number(double value) {
    return Double.isFinite(value) ? String.valueOf(value) : "";
  }
}
