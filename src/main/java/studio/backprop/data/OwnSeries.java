package studio.backprop.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import studio.backprop.text.Message;

/**
 * Time series from a column of a user's table, sorted by time. Missing values are filled forward, which does not leak the future; rows
 * before the first value are dropped.
 */
final class OwnSeries {
  private final TableData table;
  private final int value;
  private final OptionalInt time;
  private final List<Message> notes;

  private OwnSeries(TableData table, Columns columns) throws DataProblem {
    this.table = table;
    this.value = columns.targetOf(table);
    this.time = columns.time().isEmpty() ? OptionalInt.empty() : OptionalInt.of(TableEncoder.index(table, columns.time()));
    this.notes = new ArrayList<>(table.notes());
  }

  private record Measured(double time, int row, boolean missing) {}

  static Dataset examples(TableData table, Columns columns, SequenceSettings windows) throws DataProblem {
    OwnSeries own = new OwnSeries(table, columns);
    return own.series(windows).examples(table.name(), table.columns().get(own.value), own.notes);
  }

  /** Values in order, in original units. */
  static double[] values(TableData table, Columns columns) throws DataProblem {
    return new OwnSeries(table, columns).series(SequenceSettings.USUAL).values();
  }

  private Series series(SequenceSettings windows) throws DataProblem {
    List<Measured> rows = measured();
    double origin = origin(rows);
    float[] values = new float[rows.size()];
    double[] times = new double[rows.size()];
    int filled = 0;
    for (int i = 0; i < values.length; i++) {
      Measured row = rows.get(i);
      values[i] = row.missing() ? values[i - 1] : WrittenNumbers.read(table, row.row(), value, origin);
      times[i] = row.time();
      filled += row.missing() ? 1 : 0;
    }
    if (filled > 0) {
      notes.add(Message.of("data.note.carried", filled, table.columns().get(value)));
    }
    return time.isEmpty() ? Series.counted(origin, values, windows)
        : new Series(origin, values, times, Times.clock(table, time.getAsInt(), times), windows);
  }

  private double origin(List<Measured> rows) {
    double[] numbers = rows.stream().mapToDouble(row -> WrittenNumbers.exactly(table, row.row(), value)).toArray();
    double origin = ColumnOrigin.of(numbers);
    ColumnOrigin.note(table.columns().get(value), numbers, origin).ifPresent(notes::add);
    return origin;
  }

  /** Sorted by time, from the first value on. */
  private List<Measured> measured() throws DataProblem {
    List<Measured> rows = new ArrayList<>();
    int timeless = 0;
    for (int row = 0; row < table.rows(); row++) {
      OptionalDouble when = time.isEmpty() ? OptionalDouble.of(row + 1) : Times.read(table, row, time.getAsInt());
      timeless += when.isEmpty() ? 1 : 0;
      if (when.isPresent()) {
        rows.add(new Measured(when.getAsDouble(), row, Float.isNaN(WrittenNumbers.read(table, row, value))));
      }
    }
    if (timeless > 0) {
      notes.add(Message.of("data.note.target-missing", timeless, table.columns().get(time.orElseThrow())));
    }
    rows.sort(Comparator.comparingDouble(Measured::time));
    List<Measured> known = rows.stream().dropWhile(Measured::missing).toList();
    if (known.isEmpty()) {
      throw DataProblem.of("data.problem.no-targets", table.name(), table.columns().get(value));
    }
    return known;
  }
}
