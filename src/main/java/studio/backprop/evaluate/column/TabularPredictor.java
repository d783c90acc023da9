package studio.backprop.evaluate.column;

/** Trained model as a function of table rows. */
@FunctionalInterface
public interface TabularPredictor {
  /** One prediction per row. @param rows [row][column], in the table's units; not changed */
  double[] predict(double[][] rows);
}
