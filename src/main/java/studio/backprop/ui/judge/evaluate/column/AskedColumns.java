package studio.backprop.ui.judge.evaluate.column;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import studio.backprop.data.Part;
import studio.backprop.evaluate.column.ColumnDependence;
import studio.backprop.evaluate.column.ColumnImportances;
import studio.backprop.evaluate.column.ColumnReport;
import studio.backprop.evaluate.column.ImportanceMetric;
import studio.backprop.evaluate.column.TableColumns;
import studio.backprop.evaluate.column.TabularNetworkPredictor;
import studio.backprop.observe.predict.Replica;

/** Computations of the features page on a replica of the network: permutation importance and partial dependence. Run in the background. */
final class AskedColumns {
  private AskedColumns() {
  }

  /**
   * Settings of a permutation importance.
   *
   * @param together whether correlated columns are shuffled together
   * @param byRank whether correlations are Spearman's
   */
  record Wanted(Part part, ImportanceMetric metric, boolean together, boolean byRank) {
  }

  /**
   * Permutation importances at one step.
   *
   * @param used the input columns
   * @param groups for each of them, those shuffled together
   */
  record Importances(long step, Wanted wanted, TableColumns used, int[][] groups, ColumnImportances values) {
  }

  /** Settings of a partial dependence. @param columns one or two names */
  record Looked(Part part, List<String> columns, int output) {
  }

  /** Partial dependence at one step. */
  record Shown(long step, Looked looked, TableColumns used, ColumnDependence values) {
  }

  /** @return empty where cancelled, or the data are no table */
  static Optional<Importances> importances(Replica replica, ColumnReport report, Wanted wanted, BooleanSupplier stop) {
    Optional<TableColumns> used = TableColumns.of(replica.data().dataset());
    try {
      return used.map(columns -> {
        int[][] groups = wanted.together ? report.groups(columns, wanted.byRank) : ColumnImportances.alone(columns.count());
        return new Importances(replica.step(), wanted, columns, groups, ColumnImportances.of(
            new TabularNetworkPredictor(replica, columns, stop), wanted.part, wanted.metric, ColumnImportances.REPEATS, groups));
      });
    } catch (CancellationException e) {
      return Optional.empty();
    }
  }

  /** @return empty where cancelled, or a column is no input */
  static Optional<Shown> dependence(Replica replica, Looked looked, BooleanSupplier stop) {
    Optional<TableColumns> used = TableColumns.of(replica.data().dataset())
        .filter(columns -> looked.columns.stream().allMatch(name -> columns.indexOf(name) >= 0));
    try {
      return used.map(columns -> {
        TabularNetworkPredictor network = new TabularNetworkPredictor(replica, columns, stop);
        double[][] rows = network.rows(looked.part, ColumnDependence.MOST_ROWS);
        int[] asked = looked.columns.stream().mapToInt(columns::indexOf).toArray();
        return new Shown(replica.step(), looked, columns, ColumnDependence.of(network, rows, asked, looked.output));
      });
    } catch (CancellationException e) {
      return Optional.empty();
    }
  }

  /** Cancellation of the last request. */
  static final class Call {
    private AtomicBoolean stop = new AtomicBoolean();

    /** Cancels the last request and returns the stop flag of the next one. */
    BooleanSupplier next() {
      AtomicBoolean mine = new AtomicBoolean();
      stop = mine;
      return mine::get;
    }

    void off() {
      stop.set(true);
    }
  }

  /** Indices of rows with individual (ICE) lines, evenly spaced. */
  static int[] lines(int rows, int most) {
    int taken = Math.min(rows, most);
    return IntStream.range(0, taken).map(i -> (int) ((long) i * rows / taken)).toArray();
  }
}
