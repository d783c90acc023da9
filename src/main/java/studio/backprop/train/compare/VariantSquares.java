package studio.backprop.train.compare;

import java.util.ArrayList;
import java.util.List;
import studio.backprop.environment.Environment;
import studio.backprop.environment.Grid;
import studio.backprop.plan.Plan;
import studio.backprop.tensor.Seeds;
import studio.backprop.train.agent.Demonstration;
import studio.backprop.train.predict.Replica;

/** What an agent thinks of every square of a map, and the way that it takes. */
final class VariantSquares {
  private VariantSquares() {}

  /** Nothing where its world is no map. */
  static VariantOutput of(Replica replica, Environment world) {
    if (!(world instanceof Grid grid)) {
      return new VariantOutput.Nothing();
    }
    int places = grid.rows() * grid.columns();
    float[] seen = new float[places * places];
    for (int place = 0; place < places; place++) {
      grid.observe(new double[] {place}, seen, place * places);
      replica.data().inputScaler().scale(seen, place * places);
    }
    float[] outputs = outputs(replica, seen, places);
    Demonstration episode = Demonstration.play(
        grid, replica.data().inputScaler(), state -> outputs(replica, state, 1), new Seeds(0).source("watch"));
    List<Integer> path = new ArrayList<>(episode.moments().stream().map(moment -> (int) moment.state()[0]).toList());
    path.add((int) episode.end()[0]);
    return new VariantOutput.Squares(grid, outputs, replica.loss().isPolicy(), List.copyOf(path));
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
