package studio.backprop.observe.predict;

import studio.backprop.environment.Grid;
import studio.backprop.plan.Plan;

/** What an agent's network outputs for states of its environment: a value or a probability of each action. */
public final class StateOutputs {
  private StateOutputs() {}

  /**
   * Outputs for some states.
   *
   * @param seen [rows × inputs], as the network reads them
   * @return [rows × actions]
   */
  public static float[] of(Replica replica, float[] seen, int rows) {
    Plan plan = replica.answer(seen, 0, rows);
    int actions = plan.prediction().rowCount();
    float[] all = new float[rows * actions];
    float[] row = new float[actions];
    for (int i = 0; i < rows; i++) {
      plan.prediction().copyRow(i, row);
      System.arraycopy(row, 0, all, i * actions, actions);
    }
    return all;
  }

  /** Outputs for every square of a grid, row by row. @return [squares × actions] */
  public static float[] ofSquares(Replica replica, Grid grid) {
    int places = grid.rows() * grid.columns();
    float[] seen = new float[places * places];
    for (int place = 0; place < places; place++) {
      grid.observe(new double[] {place}, seen, place * places);
      replica.data().inputScaler().scale(seen, place * places);
    }
    return of(replica, seen, places);
  }
}
