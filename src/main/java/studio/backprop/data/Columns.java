package studio.backprop.data;

import java.util.List;

/**
 * Roles of the columns of a user's table.
 *
 * @param reading kind of rows
 * @param target column to predict, or that holds the series or the text; empty for the last one
 * @param time time column of a series; empty for equidistant values
 * @param leftOut columns that are no inputs
 * @param task classification or regression
 * @param dates date columns among the inputs, encoded as days since 1970
 */
public record Columns(Reading reading, String target, String time, List<String> leftOut, Choice task, List<String> dates) {
  /** Target is the last column, all others are inputs, and the task is inferred from the target's cells. */
  public static final Columns INFERRED = new Columns("", List.of(), Choice.INFER);

  /** Kind of rows: independent examples, values of a time series, or pieces of one text. */
  public enum Reading {
    ROWS,
    SERIES,
    TEXT
  }

  /** Classification, regression, or inferred. */
  public enum Choice {
    INFER,
    CLASSES,
    REGRESSION
  }

  public Columns {
    leftOut = List.copyOf(leftOut);
    dates = List.copyOf(dates);
  }

  public Columns(Reading reading, String target, String time, List<String> leftOut, Choice task) {
    this(reading, target, time, leftOut, task, List.of());
  }

  public Columns(String target, List<String> leftOut, Choice task) {
    this(Reading.ROWS, target, "", leftOut, task);
  }

  int targetOf(TableData table) throws DataProblem {
    return target.isEmpty() ? table.columns().size() - 1 : TableEncoder.index(table, target);
  }

  public Columns withReading(Reading newReading) {
    return new Columns(newReading, target, time, leftOut, task, dates);
  }

  public Columns withTarget(String newTarget) {
    return new Columns(reading, newTarget, time, leftOut, task, dates);
  }

  public Columns withTime(String newTime) {
    return new Columns(reading, target, newTime, leftOut, task, dates);
  }

  public Columns withLeftOut(List<String> newLeftOut) {
    return new Columns(reading, target, time, newLeftOut, task, dates);
  }

  public Columns withTask(Choice newTask) {
    return new Columns(reading, target, time, leftOut, newTask, dates);
  }

  public Columns withDates(List<String> newDates) {
    return new Columns(reading, target, time, leftOut, task, newDates);
  }
}
