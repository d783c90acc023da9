package studio.backprop.ui.judge.evaluate.column;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import studio.backprop.evaluate.column.ColumnReport;
import studio.backprop.evaluate.column.FeatureTargetStatistics;
import studio.backprop.evaluate.column.Importance;
import studio.backprop.ui.judge.evaluate.column.AskedColumns.Importances;

/**
 * Row of the table of features: one column of the file.
 *
 * @param place in the file
 * @param column its name
 * @param words number of categories; empty for numbers, and while not read
 * @param out whether it is left out
 * @param figures of the training rows; empty for none
 * @param importance permutation importance; empty for none
 * @param together number of columns shuffled with it
 */
public record FeatureRow(int place, String column, OptionalInt words, boolean out, Optional<FeatureTargetStatistics> figures,
    Optional<Importance> importance, int together) {
  /** One row per column of a table, in the order of the file. @param asked importances, if computed */
  static List<FeatureRow> all(ColumnReport report, ColumnEdits edits, Optional<Importances> asked) {
    List<FeatureRow> rows = new ArrayList<>();
    List<String> out = edits.leftOut();
    for (String column : edits.possible() ? edits.columns() : report.columns().names()) {
      int index = report.columns().indexOf(column);
      int place = asked.map(now -> now.used().indexOf(column)).orElse(-1);
      boolean has = place >= 0 && !out.contains(column);
      rows.add(new FeatureRow(rows.size(), column,
          index >= 0 && report.columns().isWords(index) ? OptionalInt.of(report.columns().words(index).size()) : OptionalInt.empty(),
          out.contains(column), report.of(column), has ? Optional.of(asked.get().values().all().get(place)) : Optional.empty(),
          has ? asked.get().groups()[place].length - 1 : 0));
    }
    return rows;
  }

  public double variance() {
    return figures.map(FeatureTargetStatistics::variance).orElse(Double.NaN);
  }

  public double information() {
    return figures.map(FeatureTargetStatistics::information).orElse(Double.NaN);
  }

  public double f() {
    return figures.map(now -> now.test().f()).orElse(Double.NaN);
  }

  public double p() {
    return figures.map(now -> now.test().p()).orElse(Double.NaN);
  }

  public double mean() {
    return importance.map(Importance::mean).orElse(Double.NaN);
  }
}
