package studio.backprop.observe.predict;

import studio.backprop.environment.Grid;
import studio.backprop.plan.Plan;

/** Outputs of an agent's network for states of its environment: action values or probabilities. */
public final class StateOutputs {
  private StateOutputs() {}

  /**
   * @param seen [rows × inputs], scaled
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

  /** @return [squares × actions], row-major */
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
