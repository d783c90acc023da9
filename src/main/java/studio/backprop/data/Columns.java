package studio.backprop.data;

import java.util.List;

/**
 * How a user's own table is read.
 *
 * @param reading what its rows are
 * @param target the column to predict, or that holds the series or the text; empty means the last one
 * @param time the column that says when each value of a series was measured; empty where they are counted
 * @param leftOut columns that are no inputs
 * @param task whether the target is a class or a number
 * @param dates columns of dates that are inputs: each counts as days since 1970
 */
public record Columns(Reading reading, String target, String time, List<String> leftOut, Choice task, List<String> dates) {
  /** The last column is the target, all others are inputs, and the target's cells decide what is to be learned. */
  public static final Columns INFERRED = new Columns("", List.of(), Choice.INFER);

  /** What the rows of a table are: examples of their own, values one after the other, or pieces of one text. */
  public enum Reading {
    ROWS,
    SERIES,
    TEXT
  }

  /** A class, a number, or whichever the cells look like. */
  public enum Choice {
    INFER,
    CLASSES,
    REGRESSION
  }

  public Columns {
    leftOut = List.copyOf(leftOut);
    dates = List.copyOf(dates);
  }

  /** Without dates among the inputs. */
  public Columns(Reading reading, String target, String time, List<String> leftOut, Choice task) {
    this(reading, target, time, leftOut, task, List.of());
  }

  /** Of rows that are examples. */
  public Columns(String target, List<String> leftOut, Choice task) {
    this(Reading.ROWS, target, "", leftOut, task);
  }

  /** Which column of this table is the target. */
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
