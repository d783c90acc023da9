package studio.backprop.evaluate.column;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import studio.backprop.data.DataProblem;
import studio.backprop.data.Dataset;
import studio.backprop.data.DatasetCatalog;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.data.Task;
import studio.backprop.project.Project;

/**
 * Statistics of all columns of a table on the training rows, excluded ones included. Immutable.
 *
 * @param data the table with all columns
 * @param rows training rows
 * @param figures by column
 * @param pearson correlations of the values
 * @param spearman correlations of the ranks
 */
public record ColumnReport(Dataset data, TableColumns columns, int[] rows, List<FeatureTargetStatistics> figures,
    ColumnCorrelations pearson,
    ColumnCorrelations spearman) {

  /** Empty if the data are not a table. @param stop checked before each column; then throws {@link CancellationException} */
  public static Optional<ColumnReport> of(Project project, PreparedData prepared, BooleanSupplier stop) {
    Dataset whole = whole(project, prepared.dataset());
    int[] rows = prepared.split().rowsOf(Set.of(Part.TRAIN));
    return TableColumns.of(whole).map(columns -> {
      List<FeatureTargetStatistics> figures = new ArrayList<>();
      for (int c = 0; c < columns.count(); c++) {
        check(stop);
        figures.add(FeatureTargetStatistics.of(whole, columns, c, rows));
      }
      ColumnCorrelations pearson = ColumnCorrelations.of(whole, columns, rows, false);
      check(stop);
      return new ColumnReport(whole, columns, rows, List.copyOf(figures), pearson, ColumnCorrelations.of(whole, columns, rows, true));
    });
  }

  private static void check(BooleanSupplier stop) {
    if (stop.getAsBoolean()) {
      throw new CancellationException();
    }
  }

  /** The rows with excluded columns, unless one is unreadable. */
  private static Dataset whole(Project project, Dataset used) {
    if (project.data().columns().leftOut().isEmpty() || !ColumnElimination.suits(project)) {
      return used;
    }
    try {
      Dataset all = DatasetCatalog.load(
          project.data().withColumns(project.data().columns().withLeftOut(List.of())), project.table(), Progress.NONE);
      return all.rows() == used.rows() ? all : used;
    } catch (DataProblem problem) {
      return used;
    }
  }

  public ColumnCorrelations correlations(boolean byRank) {
    return byRank ? spearman : pearson;
  }

  public boolean ofClasses() {
    return data.task() == Task.CLASSES;
  }

  /** Empty for a column without values, or with too many categories for an input. */
  public Optional<FeatureTargetStatistics> of(String column) {
    int index = columns.indexOf(column);
    return index < 0 ? Optional.empty() : Optional.of(figures.get(index));
  }

  /**
   * Columns to permute together, by column: those correlated above {@link ColumnCorrelations#HIGH}.
   *
   * @param used columns of the network
   */
  public int[][] groups(TableColumns used, boolean byRank) {
    int[][] all = correlations(byRank).groups(columns.count());
    int[][] groups = ColumnImportances.alone(used.count());
    for (int c = 0; c < groups.length; c++) {
      int index = columns.indexOf(used.names().get(c));
      if (index >= 0) {
        groups[c] = Arrays.stream(all[index]).map(other -> used.indexOf(columns.names().get(other))).filter(other -> other >= 0)
            .toArray();
      }
    }
    return groups;
  }
}
