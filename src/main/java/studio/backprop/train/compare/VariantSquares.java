package studio.backprop.train.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import studio.backprop.data.Scaler;
import studio.backprop.environment.Environment;
import studio.backprop.environment.Environments;
import studio.backprop.environment.Grid;
import studio.backprop.plan.Plan;
import studio.backprop.train.agent.Demonstration;
import studio.backprop.train.predict.Replica;

/** Asks the network of an agent about every square of its grid, and lets it walk there. */
final class VariantSquares {
  private VariantSquares() {}

  /** Nothing where its world is no grid. */
  static VariantOutput of(Replica replica) {
    Environment world = Environments.find(replica.data().dataset().name()).orElseThrow();
    if (!(world instanceof Grid grid)) {
      return new VariantOutput.Nothing();
    }
    Scaler scaler = replica.data().inputScaler();
    int places = grid.rows() * grid.columns();
    float[] seen = new float[places * places];
    for (int place = 0; place < places; place++) {
      grid.observe(new double[] {place}, seen, place * places);
      scaler.scale(seen, place * places);
    }
    float[] all = outputs(replica, seen, places);
    Demonstration walk = Demonstration.play(grid, scaler, state -> outputs(replica, state, 1), new SplittableRandom(0));
    List<Integer> path = new ArrayList<>();
    walk.moments().forEach(moment -> path.add((int) moment.state()[0]));
    path.add((int) walk.end()[0]);
    return new VariantOutput.Squares(grid, all, replica.loss().isPolicy(), List.copyOf(path));
  }

  private static float[] outputs(Replica replica, float[] seen, int rows) {
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
}
