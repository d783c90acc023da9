package studio.backprop.evaluate.column;

/** A trained model as a function of a table. */
@FunctionalInterface
public interface TabularPredictor {
  /**
   * One number for each row, such as the probability of a class or a predicted value. Rows are not changed.
   *
   * @param rows [row][column], in the units of the table
   */
  double[] predict(double[][] rows);
}
