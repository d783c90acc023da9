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

/** What the page asks of a copy of the network, and what came of it. The asking takes place beside the screen. */
final class AskedColumns {
  private AskedColumns() {
  }

  /**
   * What the importance is asked by.
   *
   * @param together whether correlated columns are shuffled together
   * @param byRank whether they are correlated by their ranks
   */
  record Wanted(Part part, ImportanceMetric metric, boolean together, boolean byRank) {
  }

  /**
   * Importances of one step.
   *
   * @param used the columns that the network learned from
   * @param groups of each of them, those that are shuffled together
   */
  record Importances(long step, Wanted wanted, TableColumns used, int[][] groups, ColumnImportances values) {
  }

  /** What a partial dependence is asked by. @param columns one or two names */
  record Looked(Part part, List<String> columns, int output) {
  }

  /** A partial dependence at one step. */
  record Shown(long step, Looked looked, TableColumns used, ColumnDependence values) {
  }

  /** @return empty where it was stopped, or the data are no table */
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

  /** @return empty where it was stopped, or a column is no input */
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

  /** A question that can be called off: its answer is then not heard. */
  static final class Call {
    private AtomicBoolean stop = new AtomicBoolean();

    /** The next question. */
    BooleanSupplier next() {
      AtomicBoolean mine = new AtomicBoolean();
      stop = mine;
      return mine::get;
    }

    void off() {
      stop.set(true);
    }
  }

  /** Rows to draw single lines of, at even distances. */
  static int[] lines(int rows, int most) {
    int taken = Math.min(rows, most);
    return IntStream.range(0, taken).map(i -> (int) ((long) i * rows / taken)).toArray();
  }
}
