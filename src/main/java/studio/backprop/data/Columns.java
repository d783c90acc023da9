package studio.backprop.data;

import java.util.List;

/**
 * How a user's own table is read.
 *
 * @param target the column to predict; empty means the last one
 * @param leftOut columns that are no inputs
 * @param task whether the target is a class or a number
 */
public record Columns(String target, List<String> leftOut, Choice task) {
  /** The last column is the target, all others are inputs, and the target's cells decide what is to be learned. */
  public static final Columns INFERRED = new Columns("", List.of(), Choice.INFER);

  /** A class, a number, or whichever the cells look like. */
  public enum Choice {
    INFER,
    CLASSES,
    REGRESSION
  }

  public Columns {
    leftOut = List.copyOf(leftOut);
  }

  public Columns withTarget(String newTarget) {
    return new Columns(newTarget, leftOut, task);
  }

  public Columns withLeftOut(List<String> newLeftOut) {
    return new Columns(target, newLeftOut, task);
  }

  public Columns withTask(Choice newTask) {
    return new Columns(target, leftOut, newTask);
  }
}
