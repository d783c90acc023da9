package studio.backprop.ui.evaluate;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import studio.backprop.evaluate.BinaryJudgement;
import studio.backprop.evaluate.Figure;
import studio.backprop.evaluate.Judgement;
import studio.backprop.evaluate.NumberJudgement;
import studio.backprop.evaluate.metric.ClassReport;

/** Figures, classes and the confusion matrix as CSV, by the names of scikit-learn and not rounded; what is undefined stays empty. */
final class MetricsCsv {
  private MetricsCsv() {
  }

  static String write(Evaluation now, Judgement judgement, List<Figure> figures) {
    StringWriter out = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
      csv.writeRecord("part", now.part().name().toLowerCase(Locale.ROOT));
      csv.writeRecord("step", String.valueOf(now.step()));
      csv.writeRecord("examples", String.valueOf(judgement.total()));
      if (judgement instanceof BinaryJudgement two) {
        csv.writeRecord("threshold", String.valueOf(two.threshold()));
      }
      csv.writeRecord("metric", "value", "low_95", "high_95");
      for (Figure figure : figures) {
        csv.writeRecord(figure.metric().id(), number(figure.value()), number(figure.interval().low()), number(figure.interval().high()));
      }
      if (!(judgement instanceof NumberJudgement)) {
        writeClasses(csv, ClassTable.report(judgement), now);
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

  /** Where so many are not there, it was not computed. */
  private static double at(List<Double> values, int index) {
    return index < values.size() ? values.get(index) : Double.NaN;
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "" : String.valueOf(value);
  }
}
