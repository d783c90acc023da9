package studio.backprop.ui.judge.evaluate;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import studio.backprop.evaluate.BinaryEvaluation;
import studio.backprop.evaluate.DataSlice;
import studio.backprop.evaluate.MetricEstimate;
import studio.backprop.evaluate.ModelEvaluation;
import studio.backprop.evaluate.RegressionEvaluation;
import studio.backprop.evaluate.metric.ClassReport;

/** CSV export of figures, classes, matrix and slices, with the names of scikit-learn, not rounded; undefined values are empty. */
final class MetricsCsv {
  private MetricsCsv() {
  }

  static String of(MetricsModel shown) {
    List<String> columns = Stream.of(shown.slices().columnProperty().get(), shown.slices().secondProperty().get()).flatMap(Optional::stream)
        .toList();
    return write(shown.evaluationProperty().get(), shown.judgementProperty().get(), shown.figuresProperty().get(),
        shown.slices().rowsProperty().get(), columns);
  }

  private static String write(Evaluation now, ModelEvaluation judgement, List<MetricEstimate> figures, List<SliceRow> slices,
      List<String> columns) {
    StringWriter out = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
      csv.writeRecord("part", now.part().name().toLowerCase(Locale.ROOT));
      csv.writeRecord("step", String.valueOf(now.step()));
      csv.writeRecord("examples", String.valueOf(judgement.total()));
      if (judgement instanceof BinaryEvaluation two) {
        csv.writeRecord("threshold", String.valueOf(two.threshold()));
        csv.writeRecord("beta", String.valueOf(two.beta()));
      }
      csv.writeRecord("metric", "value", "low_95", "high_95");
      for (MetricEstimate figure : figures) {
        csv.writeRecord(figure.metric().id(), number(figure.value()), number(figure.interval().low()), number(figure.interval().high()));
      }
      if (!(judgement instanceof RegressionEvaluation)) {
        writeClasses(csv, ClassTable.report(judgement), now);
      }
      if (!slices.isEmpty()) {
        writeSlices(csv, slices, columns);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a string can be written", e);
    }
    return out.toString();
  }

  private static void writeClasses(CsvWriter csv, ClassReport report, Evaluation now) {
    List<String> names = now.data().dataset().classNames();
    csv.writeRecord("class", "precision", "recall", "f1", "iou", "support", "roc_auc", "expected_calibration_error");
    for (int c = 0; c < report.classes(); c++) {
      csv.writeRecord(names.get(c), number(report.precision(c)), number(report.recall(c)), number(report.f1(c)), number(report.iou(c)),
          String.valueOf(report.support(c)), number(at(now.curves().areas(), c)), number(at(now.curves().errors(), c)));
    }
    mean(csv, "macro", report::macro, report);
    mean(csv, "weighted", report::weighted, report);
    mean(csv, "micro", metric -> report.micro(), report);
    List<String> head = new ArrayList<>(List.of("true \\ predicted"));
    head.addAll(names);
    csv.writeRecord(head);
    for (int t = 0; t < report.classes(); t++) {
      List<String> row = new ArrayList<>(List.of(names.get(t)));
      for (int p = 0; p < report.classes(); p++) {
        row.add(String.valueOf(report.count(t, p)));
      }
      csv.writeRecord(row);
    }
  }

  /** NaN where the list is shorter: not computed. */
  private static double at(List<Double> values, int index) {
    return index < values.size() ? values.get(index) : Double.NaN;
  }

  /** Average over the classes; micro has one value for all three. */
  private static void mean(CsvWriter csv, String name, ToDoubleFunction<IntToDoubleFunction> of, ClassReport report) {
    String iou = name.equals("micro") ? "" : number(of.applyAsDouble(report::iou));
    csv.writeRecord(name, number(of.applyAsDouble(report::precision)), number(of.applyAsDouble(report::recall)),
        number(of.applyAsDouble(report::f1)), iou, String.valueOf(report.total()), "", "");
  }

  /** One line per slice: its category, number or bounds, and its main figure. */
  private static void writeSlices(CsvWriter csv, List<SliceRow> slices, List<String> columns) {
    List<String> head = new ArrayList<>(columns);
    head.addAll(List.of("examples", slices.get(0).main().metric().id(), "low_95", "high_95"));
    csv.writeRecord(head);
    for (SliceRow row : slices) {
      List<String> cells = new ArrayList<>(List.of(name(row.slice())));
      row.second().ifPresent(other -> cells.add(name(other)));
      cells.addAll(List.of(String.valueOf(row.slice().examples().length), number(row.main().value()),
          number(row.main().interval().low()), number(row.main().interval().high())));
      csv.writeRecord(cells);
    }
  }

  private static String name(DataSlice slice) {
    if (Double.isNaN(slice.low())) {
      return slice.word();
    }
    if (slice.low() == slice.high()) {
      return String.valueOf(slice.low());
    }
    boolean below = Double.isInfinite(slice.low());
    return below && Double.isInfinite(slice.high()) ? "all" : below ? "under " + slice.high()
        : Double.isInfinite(slice.high()) ? "from " + slice.low() : slice.low() + ".." + slice.high();
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "" : String.valueOf(value);
  }
}
