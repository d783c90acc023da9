package studio.backprop.ui.judge.evaluate.column;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import studio.backprop.evaluate.column.ColumnCorrelations;
import studio.backprop.evaluate.column.ColumnReport;
import studio.backprop.evaluate.column.EliminationRound;
import studio.backprop.evaluate.column.Importance;

/** CSV export of the features page, not rounded: columns, correlations, and elimination. */
final class FeaturesCsv {
  private FeaturesCsv() {
  }

  static String write(FeaturesModel model) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      writeColumns(csv, model);
      model.report().ifPresent(report -> writeCorrelations(csv, report, model.choices().byRankProperty().get()));
      writeRounds(csv, model.elimination());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // StringBuilder does not throw
    }
    return text.toString();
  }

  private static void writeColumns(CsvWriter csv, FeaturesModel model) {
    String metric = model.choices().metricProperty().get().id();
    csv.writeRecord("column", "used", "variance", "mutual_information", "f", "p", "importance_" + metric, "importance_sd", "step");
    for (FeatureRow row : model.rows()) {
      csv.writeRecord(row.column(), row.out() ? "0" : "1", number(row.variance()), number(row.information()), number(row.f()),
          number(row.p()), number(row.mean()), number(row.importance().map(Importance::deviation).orElse(Double.NaN)),
          row.importance().isPresent() ? model.importances().map(now -> String.valueOf(now.step())).orElse("") : "");
    }
  }

  private static void writeCorrelations(CsvWriter csv, ColumnReport report, boolean byRank) {
    ColumnCorrelations all = report.correlations(byRank);
    List<String> head = new ArrayList<>(List.of(byRank ? "spearman" : "pearson"));
    for (int place : all.order()) {
      head.add(report.columns().names().get(all.columns()[place]));
    }
    csv.writeRecord(head);
    for (int row : all.order()) {
      List<String> cells = new ArrayList<>(List.of(report.columns().names().get(all.columns()[row])));
      for (int column : all.order()) {
        cells.add(number(all.values()[row][column]));
      }
      csv.writeRecord(cells);
    }
  }

  private static void writeRounds(CsvWriter csv, EliminationModel elimination) {
    if (elimination.rounds().isEmpty()) {
      return;
    }
    String metric = elimination.metric().id();
    csv.writeRecord("columns", "train_" + metric, "validation_" + metric, "validation_loss", "leaves", "weights_sha256");
    for (EliminationRound round : elimination.rounds()) {
      csv.writeRecord(String.valueOf(round.columns().size()), number(round.train().value(elimination.metric())),
          number(round.validation().value(elimination.metric())), number(round.validation().loss()),
          String.join(" ", round.leaving()), round.weightsSha256());
    }
  }

  private static String number(double value) {
    return Double.isFinite(value) ? String.valueOf(value) : Double.isInfinite(value) ? "inf" : "";
  }
}
